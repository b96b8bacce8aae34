package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is typed, Belay never fails on it, never blames its own code, and never makes what is
 * right for javac wrong without saying why.
 *
 * <p>{@code -Dbelay.mutations=n} tries n variants of each source, {@code -Dbelay.seed=s} others.
 */
class MutationTest {
  private static final int COUNT = Integer.getInteger("belay.mutations", 40);
  private static final long SEED = Long.getLong("belay.seed", 1);
  private static final int SHOWN = Integer.getInteger("belay.shown", 3);

  private static JavaCompiler compiler;
  private static StandardJavaFileManager files;

  @BeforeAll
  static void open() {
    compiler = ToolProvider.getSystemJavaCompiler();
    files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
  }

  @AfterAll
  static void close() throws IOException {
    files.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pages", "Sessions", "Choices"})
  void spoiledSources(String name) throws IOException {
    String text = text(name);
    Tokens tokens = new Tokens(text);
    Random random = new Random(SEED);
    List<String> complaints = new ArrayList<>();
    complain(name, "as it is", text, complaints);
    for (int i = 0; i < COUNT && complaints.size() < SHOWN; i++) {
      complain(name, "variant " + i + " of seed " + SEED, tokens.spoiled(random), complaints);
    }
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pages", "Sessions", "Choices"})
  void truncatedSources(String name) throws IOException {
    Tokens tokens = new Tokens(text(name));
    int step = Math.max(1, tokens.size() * 2 / COUNT);
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < tokens.size() && complaints.size() < SHOWN; i += step) {
      complain(name, "up to token " + i, tokens.truncated(i), complaints);
    }
    assertThat(complaints).isEmpty();
  }

  private static String text(String name) throws IOException {
    try (var in = MutationTest.class.getResourceAsStream(name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void complain(String name, String what, String text, List<String> complaints) {
    List<String> reference = errors(name, text, List.of());
    List<String> errors = errors(name, text, List.of(new BelayProcessor()));
    String complaint = judge(reference, errors);
    if (!complaint.isEmpty()) {
      complaints.add(
          "%s: %s%njavac: %s%nBelay: %s%n%s"
              .formatted(
                  what, complaint, String.join("\n", reference), String.join("\n", errors), text));
    }
  }

  private static String judge(List<String> reference, List<String> errors) {
    for (String error : errors) {
      if (Check.INTERNAL.matcher(error).find()) {
        return "an internal error";
      }
      if (error.startsWith("SOURCE_OUTPUT")) {
        return "generated code does not compile";
      }
      if (reference.isEmpty() && !Check.isOurs(error)) {
        return "an error that javac alone does not have";
      }
    }
    return errors.isEmpty() && !reference.isEmpty() ? "an error of javac's is gone" : "";
  }

  /** The errors of a compilation; what escapes from it is one too. */
  private static List<String> errors(String name, String text, List<Processor> processors) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter console = new StringWriter();
    try {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              console,
              new Memory(files),
              diagnostics,
              List.of("--should-stop=ifError=FLOW"),
              null,
              List.of(Source.of("t/" + name + ".java", text).file()));
      task.setProcessors(processors);
      task.call();
    } catch (RuntimeException | StackOverflowError e) {
      return List.of("uncaught exception " + brief(e));
    }
    List<String> errors = new ArrayList<>();
    if (!console.toString().isBlank()) {
      errors.add("uncaught exception " + console);
    }
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(Check.describe(each) + " " + each.getMessage(Locale.ROOT));
      }
    }
    return errors;
  }

  /** An exception's causes, each with the methods of ours that it passed. */
  private static String brief(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(each).append('\n');
      Stream.of(each.getStackTrace())
          .filter(frame -> frame.getClassName().startsWith("dev.belay.processor."))
          .filter(frame -> !frame.getClassName().startsWith(MutationTest.class.getName()))
          .limit(8)
          .forEach(frame -> text.append("    ").append(frame).append('\n'));
    }
    return text.toString();
  }

  /** Keeps what is generated, and throws class files away. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      URI uri =
          URI.create("mem:///" + location + "/" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        private final StringWriter text = new StringWriter();

        @Override
        public StringWriter openWriter() {
          return text;
        }

        @Override
        public OutputStream openOutputStream() {
          return OutputStream.nullOutputStream();
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
          return text.toString();
        }
      };
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String relativeName, FileObject sibling)
        throws IOException {
      throw new UncheckedIOException(new IOException("no resources here"));
    }

    @Override
    public void close() {}
  }
}

package dev.belay.processor.refusal;

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
import java.util.regex.Pattern;
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

/** Compiles a source without Belay and with it, and compares what is said. */
final class Judge implements AutoCloseable {
  private static final String FIXTURES = "dev.belay.processor.behaviour.harness.";

  /** What is said of a class that Belay would have generated. */
  private static final Pattern COMPANION =
      Pattern.compile("cant\\.resolve(?s:.*)symbol: +(variable|class) \\w+(Async|Scope)\\b");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
  private final List<JavaFileObject> others;

  /**
   * @param others sources that are compiled along, as they are
   */
  Judge(JavaFileObject... others) {
    this.others = List.of(others);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  /**
   * What is wrong with what Belay says; empty if nothing is.
   *
   * @param path the file's path, such as {@code t/T.java}
   */
  String complaint(String path, String what, String text) {
    List<String> reference = errors(path, text, List.of());
    List<String> errors = errors(path, text, List.of(new BelayProcessor()));
    String complaint = judge(reference, errors);
    if (hasCrashed(errors) && hasCrashed(errors(path, text, List.of(another())))) {
      return ""; // javac crashes when it goes over such a file in a second round
    }
    return complaint.isEmpty()
        ? ""
        : "%s, %s: %s%njavac: %s%nBelay: %s%n%s"
            .formatted(
                path,
                what,
                complaint,
                String.join("\n", reference),
                String.join("\n", errors),
                text);
  }

  private static boolean hasCrashed(List<String> errors) {
    return errors.stream().anyMatch(it -> it.contains("exception has occurred in the compiler"));
  }

  /** Any processor that generates a class. */
  private static Processor another() {
    return OtherProcessor.inRound(1).generating("other.Made", "package other; class Made {}");
  }

  private static String judge(List<String> reference, List<String> errors) {
    for (String error : errors) {
      // What cases use of the tests is in a package of ours, and javac may mention it.
      if (!reference.contains(error)
          && Check.INTERNAL.matcher(error.replace(FIXTURES, "")).find()) {
        return "an internal error";
      }
      if (error.startsWith("SOURCE_OUTPUT")) {
        return "generated code does not compile";
      }
      if (reference.isEmpty() && !Check.isOurs(error)) {
        return "an error that javac alone does not have";
      }
    }
    // Without Belay, companions are missing, and one error brings others.
    boolean lacksCompanions = reference.stream().anyMatch(it -> COMPANION.matcher(it).find());
    return errors.isEmpty() && !reference.isEmpty() && !lacksCompanions
        ? "an error of javac's is gone"
        : "";
  }

  /** The errors of a compilation; what escapes from it is one too. */
  private List<String> errors(String path, String text, List<Processor> processors) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter console = new StringWriter();
    List<JavaFileObject> sources = new ArrayList<>(others);
    sources.add(Source.of(path, text).file());
    try {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              console,
              new Memory(files),
              diagnostics,
              List.of("--should-stop=ifError=FLOW"),
              null,
              sources);
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
          .filter(frame -> !frame.getClassName().startsWith(Judge.class.getName()))
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

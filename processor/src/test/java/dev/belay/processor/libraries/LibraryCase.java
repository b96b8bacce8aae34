package dev.belay.processor.libraries;

import dev.belay.processor.BelayProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Members of a class that use a library: {@code // finds: Rule} stands at the end of every line
 * that a finding is expected in. Lines that start with {@code import} may stand anywhere.
 */
record LibraryCase(String library, String source) {
  private static final Pattern EXPECTED = Pattern.compile("// finds: (\\w+)");
  private static final Pattern FOUND = Pattern.compile("^\\[([A-Z]\\w+)\\] ");
  private static final String IMPORTS =
      """
      import dev.belay.*;
      import java.io.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.Supplier;
      """;

  static LibraryCase of(String library) {
    StringBuilder imports = new StringBuilder(IMPORTS);
    StringBuilder members = new StringBuilder();
    text(library)
        .lines()
        .forEach(
            line -> (line.startsWith("import ") ? imports : members).append(line).append('\n'));
    return new LibraryCase(library, imports + "abstract class Case {\n" + members + "}\n");
  }

  private static String text(String library) {
    try (InputStream in = LibraryCase.class.getResourceAsStream("/libraries/" + library + ".txt")) {
      if (in == null) {
        throw new AssertionError("no case for " + library);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Line and rule of every finding that there has to be. */
  List<String> expected() {
    List<String> expected = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = EXPECTED.matcher(lines.get(i));
      if (mark.find()) {
        expected.add(lines.get(i).strip().replaceFirst(" // finds.*", "") + " " + mark.group(1));
      }
    }
    return expected;
  }

  /**
   * Line and rule of every finding that there is, and javac's own errors.
   *
   * @param classPath where the library is
   */
  List<String> found(List<File> classPath) throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
      files.setLocation(StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              said,
              List.of("--should-stop=ifNoError=FLOW"),
              null,
              List.of(new InMemory(source)));
      task.setProcessors(List.of(new BelayProcessor()));
      task.call();
    }
    List<String> found = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (Diagnostic<? extends JavaFileObject> each : said.getDiagnostics()) {
      Matcher rule = FOUND.matcher(each.getMessage(Locale.ROOT));
      if (rule.find()) {
        String line = lines.get((int) each.getLineNumber() - 1).strip();
        found.add(line.replaceFirst(" // finds.*", "") + " " + rule.group(1));
      } else if (each.getKind() == Diagnostic.Kind.ERROR) {
        found.add(each.toString());
      }
    }
    return found;
  }

  /** A source file without a file. */
  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(String text) {
      super(URI.create("string:///Case.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

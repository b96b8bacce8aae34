package dev.belay.processor.coexist;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A javac run like that of a user's build: files on disk, processors from a processor path. */
final class Build {
  private final Path directory;
  private final List<Path> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>(Jars.annotations());
  private List<Tool> tools = List.of(Tool.BELAY);

  /**
   * @param directory gets the sources in {@code src}, what is generated in {@code generated}, and
   *     class files in {@code classes}
   */
  Build(Path directory) {
    this.directory = directory;
  }

  /** A file with the head that templates need. */
  Build type(String name, String text) {
    String packageName = name.substring(0, name.lastIndexOf('.'));
    return file(
        name.replace('.', '/') + ".java",
        "package "
            + packageName
            + ";\nimport static dev.belay.Async.*;\nimport dev.belay.*;\nimport java.util.*;\n"
            + "import java.util.concurrent.*;\n"
            + text);
  }

  Build file(String path, String text) {
    try {
      Path file = directory.resolve("src").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      if (!sources.contains(file)) {
        sources.add(file);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an earlier run has generated is compiled along. */
  Build addGenerated() {
    try (Stream<Path> files = Files.walk(directory.resolve("generated"))) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Build options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Build classPath(Path... more) {
    classPath.addAll(List.of(more));
    return this;
  }

  Build withoutClassPath() {
    classPath.clear();
    return this;
  }

  /** Everything that was on the class path goes to the module path. */
  Build modular() {
    options.addAll(List.of("--module-path", joined(classPath)));
    classPath.clear();
    return this;
  }

  /** Belay and others, in that order. */
  Build tools(List<Tool> inOrder) {
    tools = inOrder;
    return this;
  }

  /** Compiles. */
  Outcome run() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter console = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      boolean succeeded =
          compiler
              .getTask(
                  console,
                  new Isolated(files),
                  diagnostics,
                  arguments(),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      return new Outcome(
          succeeded, List.copyOf(diagnostics.getDiagnostics()), console.toString(), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    Path generated = Files.createDirectories(directory.resolve("generated"));
    List<String> arguments =
        new ArrayList<>(List.of("-d", classes.toString(), "-s", generated.toString()));
    arguments.addAll(List.of("--class-path", classPath.isEmpty() ? "" : joined(classPath)));
    if (!tools.isEmpty()) {
      arguments.addAll(
          List.of(
              "-processorpath",
              joined(tools.stream().flatMap(tool -> tool.path().stream()).distinct().toList()),
              "-processor",
              tools.stream()
                  .flatMap(tool -> tool.names().stream())
                  .collect(Collectors.joining(","))));
    }
    arguments.addAll(options);
    return arguments;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * What came of it.
   *
   * @param console what javac printed past its diagnostics
   */
  record Outcome(
      boolean succeeded,
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      String console,
      Path directory) {
    /** Errors, warnings and what was printed, as text. */
    List<String> problems() {
      return Stream.concat(
              diagnostics.stream()
                  .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
                  .map(Object::toString),
              console.lines())
          .toList();
    }

    List<String> errors() {
      return diagnostics.stream()
          .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
          .map(Object::toString)
          .toList();
    }

    Path classes() {
      return directory.resolve("classes");
    }

    Path generated() {
      return directory.resolve("generated");
    }
  }
}

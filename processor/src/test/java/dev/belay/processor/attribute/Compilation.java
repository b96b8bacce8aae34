package dev.belay.processor.attribute;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A real compilation on disk: sources in, class files out, processors in between. */
final class Compilation {
  private final Path directory;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private final List<Path> sources = new ArrayList<>();
  private Path[] classPath = {};
  private UnaryOperator<JavaFileManager> fileManager = manager -> manager;

  /**
   * @param directory gets the sources in {@code src} and the class files in {@code out}
   */
  Compilation(Path directory) {
    this.directory = directory;
  }

  Compilation source(String path, String text) {
    try {
      Path file = directory.resolve("src").resolve(path);
      Files.createDirectories(file.getParent());
      sources.add(Files.writeString(file, text));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Compilation options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Compilation classPath(Path... entries) {
    classPath = entries;
    return this;
  }

  Compilation modulePath(Path... entries) {
    return options("--module-path", joined(entries));
  }

  Compilation processor(Processor processor) {
    processors.add(processor);
    return this;
  }

  /** Compiles over a file manager made from the standard one. */
  Compilation over(UnaryOperator<JavaFileManager> wrapper) {
    fileManager = wrapper;
    return this;
  }

  /** Compiles; the error messages, and what was printed. */
  List<String> problems() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter console = new StringWriter();
    Path output = directory.resolve("out");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      Files.createDirectories(output);
      Stream<String> fixed =
          Stream.of(
              // Never empty, since that would mean the directory that the tests run in.
              "--class-path",
              classPath.length == 0 ? output.toString() : joined(classPath),
              "-d",
              output.toString(),
              "-Xlint:-options");
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              console,
              fileManager.apply(files),
              diagnostics,
              Stream.concat(options.stream(), fixed).toList(),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.concat(
            diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString),
            console.toString().lines())
        .toList();
  }

  /** Compiles what must compile; the class directory. */
  Path compiled() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join("\n", problems));
    }
    return directory.resolve("out");
  }

  private static String joined(Path... entries) {
    return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}

package dev.belay.processor.attribute;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A real compilation on disk: sources in, class files out, processors in between. */
final class Compilation {
  private final Path directory;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private final Map<String, String> sources = new LinkedHashMap<>();

  /** A compilation whose {@code src} and {@code out} are in a directory. */
  Compilation(Path directory) {
    this.directory = directory;
  }

  Compilation source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  Compilation options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Compilation classPath(Path... entries) {
    return options("-classpath", joined(entries));
  }

  Compilation modulePath(Path... entries) {
    return options("--module-path", joined(entries));
  }

  Compilation processor(Processor processor) {
    processors.add(processor);
    return this;
  }

  Path output() {
    return directory.resolve("out");
  }

  /** Compiles; the error messages, none when it went well. */
  List<String> errors() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter console = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      Files.createDirectories(output());
      List<Path> paths = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path path = directory.resolve("src").resolve(source.getKey());
        Files.createDirectories(path.getParent());
        paths.add(Files.writeString(path, source.getValue()));
      }
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-d", output().toString()));
      if (processors.isEmpty()) {
        all.add("-proc:none");
      }
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              console, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(paths));
      task.setProcessors(processors);
      boolean done = task.call();
      List<String> errors =
          diagnostics.getDiagnostics().stream()
              .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
              .map(Object::toString)
              .toList();
      return done || !errors.isEmpty() ? errors : List.of(console.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles what must compile; the class directory. */
  Path compiled() {
    List<String> errors = errors();
    if (!errors.isEmpty()) {
      throw new AssertionError(String.join("\n", errors));
    }
    return output();
  }

  private static String joined(Path... entries) {
    return String.join(java.io.File.pathSeparator, Stream.of(entries).map(Path::toString).toList());
  }
}

package dev.belay.maven;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs the javac of this Java over a source set, up to where it would write classes. */
final class Javac {
  /** javac would stop at the first class with an error, and after a hundred messages. */
  private static final List<String> ALWAYS =
      List.of(
          "-XDshould-stop.ifError=FLOW",
          "-XDshould-stop.ifNoError=FLOW",
          "-implicit:none",
          "-Xmaxerrs",
          "1000000",
          "-Xmaxwarns",
          "1000000");

  private Javac() {}

  /** javac, or an option of it, did not let a run begin. */
  static final class CannotRun extends Exception {
    private static final long serialVersionUID = 1;

    CannotRun(String message) {
      super(message);
    }
  }

  /**
   * Runs it.
   *
   * @param options all but the class path and directories
   * @param work an own directory; what processors write goes there
   * @param progress is told how many classes have been looked at
   */
  static Findings run(
      SourceSet sources, List<String> options, Charset encoding, Path work, IntConsumer progress)
      throws CannotRun {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CannotRun("Maven runs on a Java without a compiler; run it on a JDK");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, encoding)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output,
              files,
              diagnostics,
              arguments(sources, options, work),
              null,
              files.getJavaFileObjectsFromPaths(sources.files()));
      ((JavacTask) task).addTaskListener(new Progress(progress));
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new CannotRun("javac does not take the options: " + e.getMessage());
    } catch (RuntimeException e) {
      // javac wraps what a processor throws, and has printed it.
      throw new CannotRun("javac failed with " + e + "\n" + output);
    }
    return Findings.of(diagnostics.getDiagnostics());
  }

  private static List<String> arguments(SourceSet sources, List<String> options, Path work)
      throws IOException {
    List<String> arguments = new ArrayList<>(ALWAYS);
    arguments.addAll(options);
    Path classes = Files.createDirectories(work.resolve(sources.kind().output));
    Path written = Files.createDirectories(work.resolve("sources-" + sources.kind().word));
    arguments.addAll(List.of("-d", classes.toString(), "-s", written.toString()));
    arguments.add("-classpath");
    arguments.add(String.join(java.io.File.pathSeparator, sources.classPath()));
    return arguments;
  }
}

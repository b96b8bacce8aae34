package dev.belay.benchmarks;

import dev.belay.processor.BelayProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A class with a template of so many statements: too long to be kept as a file.
 *
 * @param text the source of {@code sized.Sized}
 */
record SizedSource(String text) {

  static SizedSource of(int statements) {
    return new SizedSource(
        """
        package sized;

        import dev.belay.AsyncMethod;
        import dev.belay.benchmarks.SizedBody;
        import java.util.concurrent.CompletableFuture;

        public final class Sized implements SizedBody {
          @AsyncMethod
          static long template(long start, CompletableFuture<Integer> stage) {
        %s  }

          @Override
          public CompletableFuture<Long> belay(long start, CompletableFuture<Integer> stage) {
            return SizedAsync.template(start, stage);
          }

          @Override
          public long plain(long start, CompletableFuture<Integer> stage) {
        %s  }
        }
        """
            .formatted(
                body(statements, "dev.belay.Async.await(stage)"),
                body(statements, "stage.join()")));
  }

  private static String body(int statements, String await) {
    StringBuilder body = new StringBuilder("    long x = start;\n    long y = 1;\n");
    for (int i = 1; i <= statements; i++) {
      body.append(
          i % 10 == 0 ? "    y += " + await + ";\n" : "    x = x * 31 + (y ^ " + i + ");\n");
    }
    return body.append("    return x + y;\n").toString();
  }

  SizedBody compiled() throws IOException, ReflectiveOperationException {
    Path classes = Files.createTempDirectory("sized");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    JavaCompiler.CompilationTask task =
        compiler.getTask(null, null, null, options, null, List.of(source()));
    task.setProcessors(List.of(new BelayProcessor()));
    if (!task.call()) {
      throw new IllegalStateException("the body does not compile");
    }
    // Not closed: the benchmark loads from it as long as it runs.
    ClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, SizedSource.class.getClassLoader());
    return (SizedBody) loader.loadClass("sized.Sized").getDeclaredConstructor().newInstance();
  }

  private JavaFileObject source() {
    return new SimpleJavaFileObject(
        URI.create("string:///sized/Sized.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}

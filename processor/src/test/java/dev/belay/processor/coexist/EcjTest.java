package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler has no trees that Belay could read: it is refused in one sentence. */
class EcjTest {
  @TempDir Path directory;

  @BeforeEach
  void source() throws IOException {
    Files.writeString(
        directory.resolve("T.java"),
        """
        import dev.belay.*;
        import static dev.belay.Async.await;
        import java.util.concurrent.*;
        class T {
          @AsyncMethod static int m(CompletionStage<Integer> s) { return await(s); }
        }
        """);
  }

  private List<String> arguments() {
    return List.of(
        "--release",
        "17",
        "-proceedOnError",
        "-cp",
        joined(Jars.annotations()),
        "-processorpath",
        joined(Jars.belay()),
        "-processor",
        String.join(",", Tool.BELAY.names()),
        "-d",
        directory.resolve("classes").toString(),
        directory.resolve("T.java").toString());
  }

  @Test
  void isRefusedOnce() {
    StringWriter out = new StringWriter();

    boolean compiled =
        BatchCompiler.compile(
            arguments().toArray(String[]::new), new PrintWriter(out), new PrintWriter(out), null);

    assertThat(compiled).isFalse();
    assertOneRefusal(out.toString());
  }

  /** A runtime image need not have the module with javac's trees, and this compiler needs none. */
  @Test
  void isRefusedOnceWhereThereIsNoJavacAtAll() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.compiler,java.xml,java.logging",
                "-cp",
                Jars.of(BatchCompiler.class).toString(),
                "org.eclipse.jdt.internal.compiler.batch.Main"));
    // Its --release would need javac's own description of older platforms.
    command.addAll(arguments().subList(2, arguments().size()));
    command.addAll(List.of("-source", "17", "-target", "17"));
    Path out = directory.resolve("out.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    assertOneRefusal(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static void assertOneRefusal(String out) {
    assertThat(out).containsOnlyOnce("[NotJavac]").containsOnlyOnce("ERROR");
    assertThat(out).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private static String joined(List<Path> paths) {
    return paths.stream()
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }
}

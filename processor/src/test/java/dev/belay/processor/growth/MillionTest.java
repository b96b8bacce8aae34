package dev.belay.processor.growth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link AllocationTest} counts for one, seen on a million: in a heap of 200 MB. */
class MillionTest {
  @Test
  void aMillionSuspendedGeneratorsFitInto200Megabytes(@TempDir Path directory)
      throws IOException, InterruptedException {
    Program program = Compiler.machines(List.of(Source.resource("fixture/Million.java")));
    for (Map.Entry<String, byte[]> each : program.classes().entrySet()) {
      Path file = directory.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }

    assertThat(run(directory, "1000000")).isEqualTo("1000000 were suspended\n");
    assertThat(run(directory, "3000000")).contains("OutOfMemoryError");
  }

  private static String run(Path classes, String count) throws IOException, InterruptedException {
    String path =
        Stream.concat(
                Stream.of(classes.toString()), Compiler.classPath().stream().map(File::getPath))
            .collect(joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-Xmx200m", "-XX:+UseSerialGC", "-cp", path, "million.Million", count)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output.replace(System.lineSeparator(), "\n");
  }
}

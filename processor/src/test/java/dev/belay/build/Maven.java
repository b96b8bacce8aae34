package dev.belay.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Maven that runs this build, or else the one on the path; on the JDK of the tests. */
public final class Maven {
  private Maven() {}

  /**
   * Runs goals and waits for their end.
   *
   * @param directory where, and where the log goes
   * @throws AssertionError with the log, if they fail
   */
  public static void run(Path directory, String... goals) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(command(), "-B", "-q", "-ntp"));
    command.addAll(List.of(goals));
    Path log = directory.resolve("maven.log");
    ProcessBuilder maven =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (maven.start().waitFor() != 0) {
      throw new AssertionError(
          String.join(" ", command) + "\n" + Files.readString(log, StandardCharsets.UTF_8));
    }
  }

  private static String command() {
    String home = System.getProperty("maven.home", "");
    return home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
  }
}

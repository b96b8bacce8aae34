package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ServerSocket;
import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user runs it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BlogServerTest {
  @TempDir Path directory;

  @Test
  void aSignalClosesEverythingInReverseOrder() throws Exception {
    try (ServerProcess server = new ServerProcess(directory, 0)) {
      assumeTrue(ProcessHandle.current().supportsNormalTermination());
      int port = server.port();
      try (SlowClient client = new SlowClient(port)) {
        client.readLine();

        server.terminate();

        assertThat(server.exitCode()).isZero();
      }
      assertThat(messages(server))
          .containsSubsequence(
              "Starting event loops",
              "Connecting to",
              "Creating tables",
              "Starting HTTP server",
              "Stopping HTTP server",
              "Ending requests",
              "Closing connections",
              "Stopping event loops",
              "Stopped");
      assertThat(server.log())
          .noneMatch(line -> line.contains(" ERROR ") || line.contains(" WARN "));
    }
  }

  @Test
  void aPortInUseIsOneClearLine() throws Exception {
    try (ServerSocket occupied = new ServerSocket(0);
        ServerProcess server = new ServerProcess(directory, occupied.getLocalPort())) {

      assertThat(server.exitCode()).isEqualTo(1);

      List<String> errors = server.log().stream().filter(l -> l.contains(" ERROR ")).toList();
      assertThat(errors).hasSize(1);
      assertThat(errors.get(0))
          .contains("Cannot start: port " + occupied.getLocalPort() + " is in use");
      assertThat(server.log()).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  @Test
  void theProgramServes() throws Exception {
    try (ServerProcess server = new ServerProcess(directory, 0)) {
      var uri = java.net.URI.create("http://localhost:" + server.port() + "/posts/stream");

      assertThat(new FastClient(Version.HTTP_1_1).countPosts(uri).get(1, TimeUnit.MINUTES))
          .isEqualTo(Seed.POSTS);
    }
  }

  /** What the server logged, without times, threads and numbers. */
  private static List<String> messages(ServerProcess server) throws Exception {
    return server.log().stream()
        .filter(line -> line.contains(" INFO "))
        .map(line -> line.substring(line.indexOf(" - ") + 3))
        .map(line -> line.replaceAll(" \\d+", "").replaceAll("(Connecting to).*", "$1"))
        .map(line -> line.replaceAll("(Starting HTTP server).*", "$1"))
        .toList();
  }
}

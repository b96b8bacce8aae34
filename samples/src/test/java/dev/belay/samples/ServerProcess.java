package dev.belay.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

  private final Process process;
  private final Path output;
  private final Path log;

  ServerProcess(Path directory, int port) throws IOException {
    output = directory.resolve("output");
    log = directory.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            BlogServer.class.getName());
    builder.environment().put("PORT", "" + port);
    builder.environment().remove("DATABASE_URL");
    if (!TestServer.DATABASE.isEmpty()) {
      builder.environment().put("DATABASE_URL", TestServer.DATABASE);
    }
    process = builder.redirectOutput(output.toFile()).redirectError(log.toFile()).start();
  }

  /** The port that the program says it listens on. */
  int port() throws IOException {
    Eventually.holds("the address is printed", () -> !process.isAlive() || address().find());
    Matcher address = address();
    if (!address.find()) {
      throw new IOException("no address: " + log());
    }
    return Integer.parseInt(address.group(1));
  }

  private Matcher address() {
    try {
      return ADDRESS.matcher(Files.readString(output));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  /** As a user may run it, to see what is not garbage. */
  void collectGarbage() throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process collect =
        new ProcessBuilder(jcmd.toString(), "" + process.pid(), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (collect.waitFor() != 0) {
      throw new AssertionError("jcmd failed");
    }
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new AssertionError("the program does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

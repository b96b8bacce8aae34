package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of its own, from the programs of the distribution's package. */
final class PostgresServer implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final Path programs;
  private final Path directory;
  private int port;

  /** The directory of its programs, if it is installed: the newest version. */
  static Optional<Path> installed() throws IOException {
    Path debian = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(debian)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(debian)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(java.util.Comparator.comparingInt(bin -> version(bin.getParent())));
    }
  }

  private static int version(Path directory) {
    return Integer.parseInt(directory.getFileName().toString().replaceAll("\\D.*", ""));
  }

  /** Makes a cluster in a new directory and starts it. */
  PostgresServer(Path programs) throws Exception {
    this.programs = programs;
    // Not below a directory that only we may enter: it does not run as root.
    this.directory =
        Files.createTempDirectory(
            "belay-postgres",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    String data = directory.resolve("data").toString();
    run("initdb", "-D", data, "-U", "blog", "-A", "trust", "-N", "-E", "UTF8", "--locale=C");
    start(data);
  }

  /** It cannot find a free port itself, and another program may be faster to take the one found. */
  private void start(String data) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      try {
        run(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            directory.resolve("log").toString(),
            "-o",
            "-p " + port + " -h 127.0.0.1 -k " + directory + " -F",
            "start");
        return;
      } catch (AssertionError e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  String url() {
    return "r2dbc:postgresql://blog@127.0.0.1:" + port + "/postgres";
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = directory.resolve("output-" + program);
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue())
        .as(Files.readString(output))
        .isZero();
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "-D", directory.resolve("data").toString(), "-m", "immediate", "-w", "stop");
  }
}

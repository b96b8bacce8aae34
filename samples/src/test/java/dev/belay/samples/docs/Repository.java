package dev.belay.samples.docs;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.belay.Async;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A local Maven repository that has this build in it, and a {@code mvn} that uses it. What else is
 * needed is taken from the user's own local repository, or downloaded.
 */
final class Repository {
  private static final String VERSION = System.getProperty("belay.version");
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private final Path directory;

  private Repository(Path directory) {
    this.directory = directory;
  }

  /** Kept in the build's directory, so that a later run need not download again. */
  static Repository create() throws Exception {
    Path directory = Path.of("target", "walkthrough").toAbsolutePath();
    Repository repository = new Repository(Files.createDirectories(directory));
    repository.add("runtime", origin(Async.class));
    repository.add("processor", origin(Class.forName("dev.belay.processor.BelayProcessor")));
    repository.writeMaven();
    return repository;
  }

  /** Where {@code mvn} is. */
  Path commands() {
    return directory.resolve("bin");
  }

  /** The local repository. */
  Path path() {
    return directory.resolve("repository");
  }

  /**
   * With a jar as it is published. Before there is one, classes are packed, and the pom is that of
   * the build, which needs its parent.
   */
  private void add(String module, Path classes) throws IOException {
    String artifact = "belay-" + module;
    if (Files.isRegularFile(classes)) {
      copy(ROOT.resolve(module).resolve("target/flattened-pom.xml"), place(artifact, "pom"));
      copy(classes, place(artifact, "jar"));
    } else {
      copy(ROOT.resolve("pom.xml"), place("belay-parent", "pom"));
      copy(ROOT.resolve(module).resolve("pom.xml"), place(artifact, "pom"));
      put(place(artifact, "jar"), file -> pack(classes, file));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    put(to, file -> Files.copy(from, file, REPLACE_EXISTING));
  }

  private interface Content {
    void writeTo(Path file) throws IOException;
  }

  /** At once: a Maven that another test runs meanwhile reads the old file, or the new one. */
  private static void put(Path target, Content content) throws IOException {
    Path file = Files.createTempFile(target.getParent(), "new", null);
    content.writeTo(file);
    Files.move(file, target, ATOMIC_MOVE);
  }

  private Path place(String artifact, String ending) throws IOException {
    Path folder = directory.resolve("repository/dev/belay").resolve(artifact).resolve(VERSION);
    return Files.createDirectories(folder).resolve(artifact + "-" + VERSION + "." + ending);
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        entries.putNextEntry(new JarEntry(name));
        Files.copy(file, entries);
      }
    }
  }

  private void writeMaven() throws IOException {
    Path settings = directory.resolve("settings.xml");
    put(settings, file -> Files.writeString(file, SETTINGS.formatted(downloads().toUri())));
    writeCommand(
        "mvn",
        "exec '%s' -B -ntp -gs '%s' '-Dmaven.repo.local=%s' \"$@\""
            .formatted(maven(), settings, path()));
  }

  /** Writes a program that is found before others of its name. */
  void writeCommand(String name, String script) throws IOException {
    put(
        Files.createDirectories(commands()).resolve(name),
        file -> {
          Files.writeString(file, "#!/bin/sh\n" + script + "\n");
          if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make it executable: " + file);
          }
        });
  }

  /** The Maven that runs this build, or else the one on the path. */
  private static String maven() {
    String home = System.getProperty("maven.home", "");
    return home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
  }

  /** The user's own local repository: org/junit/jupiter/junit-jupiter-api/VERSION/JAR is in it. */
  Path downloads() {
    Path path = origin(Test.class);
    for (String unused : List.of("jar", "version", "artifact", "jupiter", "junit", "org")) {
      path = path.getParent();
    }
    return path;
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Before Maven Central is asked, and beside the settings of the user. */
  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>local</id>
            <repositories>
              <repository><id>local</id><url>%1$s</url></repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository><id>local</id><url>%1$s</url></pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
      </settings>
      """;
}

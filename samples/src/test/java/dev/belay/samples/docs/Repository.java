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
    repository.add("belay-parent", ROOT.resolve("pom.xml"));
    repository.add("belay-runtime", ROOT.resolve("runtime/pom.xml"), origin(Async.class));
    Path processor = origin(Class.forName("dev.belay.processor.BelayProcessor"));
    boolean shaded = Files.isRegularFile(processor);
    repository.add(
        "belay-processor",
        ROOT.resolve("processor").resolve(shaded ? "dependency-reduced-pom.xml" : "pom.xml"),
        processor);
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

  private void add(String artifact, Path pom) throws IOException {
    put(place(artifact, "pom"), file -> Files.copy(pom, file, REPLACE_EXISTING));
  }

  private void add(String artifact, Path pom, Path classes) throws IOException {
    add(artifact, pom);
    put(
        place(artifact, "jar"),
        file -> {
          if (Files.isRegularFile(classes)) {
            Files.copy(classes, file, REPLACE_EXISTING);
          } else {
            pack(classes, file);
          }
        });
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

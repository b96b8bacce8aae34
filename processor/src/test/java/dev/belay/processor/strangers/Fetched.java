package dev.belay.processor.strangers;

import dev.belay.build.Maven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sources and class path of a stranger, as Maven resolves them with the settings of whoever runs
 * the tests. What is there already is not fetched again.
 *
 * @param sources every source file but the declarations of modules, and what newer versions of Java
 *     have in place of another
 * @param classPath what it is compiled against
 */
record Fetched(List<Path> sources, List<File> classPath) {
  static final String PLUGIN =
      "org.apache.maven.plugins:maven-dependency-plugin:"
          + System.getProperty("belay.maven-dependency-plugin");

  /** Where everything goes that is fetched or reported. */
  static final Path DIRECTORY =
      Path.of(System.getProperty("belay.strangers.dir", "target/strangers")).toAbsolutePath();

  static Fetched of(Stranger stranger) throws IOException, InterruptedException {
    Path code = code(stranger);
    if (!Files.exists(code)) {
      Maven.run(
          home(stranger),
          PLUGIN + ":unpack",
          "-Dartifact=" + stranger.artifact() + ":jar:sources",
          "-DoutputDirectory=" + code);
    }
    try (Stream<Path> files = Files.walk(code)) {
      return new Fetched(
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .filter(file -> !file.toString().contains("/META-INF/versions/"))
              .sorted()
              .toList(),
          classPath(stranger));
    }
  }

  /** Where the sources are. */
  static Path code(Stranger stranger) {
    return DIRECTORY.resolve(stranger.name()).resolve(stranger.version());
  }

  /** Everything that its sources need, as far as that is published. */
  static List<File> classPath(Stranger stranger) throws IOException, InterruptedException {
    return ClassPaths.asBuilt(home(stranger), stranger);
  }

  private static Path home(Stranger stranger) throws IOException {
    return Files.createDirectories(DIRECTORY.resolve(stranger.name()));
  }
}

package dev.belay.processor.strangers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sources and class path of a stranger, as Maven resolves them with the settings of whoever runs
 * the tests. What is there already is not fetched again.
 *
 * @param sources every source file but the declarations of modules
 * @param classPath what it is compiled against
 */
record Fetched(List<Path> sources, List<File> classPath) {
  private static final String PLUGIN =
      "org.apache.maven.plugins:maven-dependency-plugin:"
          + System.getProperty("belay.maven-dependency-plugin");

  /** Where everything goes that is fetched or reported. */
  static final Path DIRECTORY =
      Path.of(System.getProperty("belay.strangers.dir", "target/strangers")).toAbsolutePath();

  static Fetched of(Stranger stranger) throws IOException, InterruptedException {
    Path code = code(stranger);
    if (!Files.exists(code)) {
      run(
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
              .sorted()
              .toList(),
          classPath(stranger));
    }
  }

  /** Where the sources are. */
  static Path code(Stranger stranger) {
    return DIRECTORY.resolve(stranger.name()).resolve(stranger.version());
  }

  static List<File> classPath(Stranger stranger) throws IOException, InterruptedException {
    Path home = home(stranger);
    Path paths = home.resolve(stranger.version() + ".classpath");
    if (!Files.exists(paths)) {
      run(home, PLUGIN + ":build-classpath", "-Dmdep.outputFile=" + paths);
    }
    return Stream.of(Files.readString(paths).strip().split(File.pathSeparator))
        .map(File::new)
        .toList();
  }

  private static Path home(Stranger stranger) throws IOException {
    Path home = Files.createDirectories(DIRECTORY.resolve(stranger.name()));
    Files.writeString(home.resolve("pom.xml"), pom(stranger));
    return home;
  }

  private static String pom(Stranger stranger) {
    return stranger.artifacts().stream()
        .map(artifact -> artifact.split(":"))
        .map(
            part ->
                "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>%n"
                    .formatted((Object[]) part))
        .collect(
            Collectors.joining(
                "",
                "<project><modelVersion>4.0.0</modelVersion><groupId>stranger</groupId>"
                    + "<artifactId>stranger</artifactId><version>1</version><dependencies>\n",
                "</dependencies></project>\n"));
  }

  private static void run(Path home, String... goals) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q"));
    command.addAll(List.of(goals));
    Path log = home.resolve("maven.log");
    int exit =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new AssertionError(
          String.join(" ", command) + "\n" + Files.readString(log, StandardCharsets.UTF_8));
    }
  }
}

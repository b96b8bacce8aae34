package dev.belay.processor.strangers;

import dev.belay.build.Maven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stranger's sources are compiled against. A pom tells those who use a library what they
 * need, and leaves out what its own sources need besides: provided and optional dependencies, which
 * the published pom names, and what its build never published.
 */
final class ClassPaths {
  /** Of these, a build has more than it publishes. */
  private static final Pattern TESTS =
      Pattern.compile(
          "<dependency>(?:(?!</dependency>).)*<scope>test</scope>.*?</dependency>", Pattern.DOTALL);

  private ClassPaths() {}

  /** The artifacts that are named, and what they need; as for somebody who uses them. */
  static List<Path> asUsed(Path home, List<String> artifacts)
      throws IOException, InterruptedException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("pom.xml"), pom(artifacts));
    return resolved(home);
  }

  /**
   * The same, then what the artifact's own pom needs for compilation, then what fills holes; of
   * each library the first version.
   */
  static List<File> asBuilt(Path home, Stranger stranger) throws IOException, InterruptedException {
    Map<String, Path> all = new LinkedHashMap<>();
    List<Path> used = asUsed(home, stranger.artifacts());
    for (Path jar : used) {
      all.putIfAbsent(library(jar), jar);
    }
    Optional<Path> pom = pom(used, stranger.artifact());
    if (pom.isPresent()) {
      for (Path jar : ofItsOwn(pom.get(), Files.createDirectories(home.resolve("own")))) {
        all.putIfAbsent(library(jar), jar);
      }
    }
    for (Path jar : asUsed(Fetched.DIRECTORY.resolve("needed"), Stranger.lines("needed.txt"))) {
      all.putIfAbsent(library(jar), jar);
    }
    return all.values().stream().map(Path::toFile).toList();
  }

  /** Empty if the pom needs more than is published. */
  private static List<Path> ofItsOwn(Path pom, Path home) throws IOException, InterruptedException {
    Files.writeString(home.resolve("pom.xml"), TESTS.matcher(Files.readString(pom)).replaceAll(""));
    try {
      return resolved(home, "-DincludeScope=compile");
    } catch (AssertionError e) {
      System.out.println(e.getMessage());
      return List.of();
    }
  }

  /** A jar of the local repository without its version. */
  private static String library(Path jar) {
    Path version = jar.getParent();
    String name = jar.getFileName().toString();
    return version.getParent() + "/" + name.replace(version.getFileName().toString(), "");
  }

  /** The published pom, beside the jar; empty where that is no file of a repository. */
  private static Optional<Path> pom(List<Path> jars, String artifact) {
    String[] part = artifact.split(":", -1);
    Path file = Path.of(part[1], part[2], part[1] + "-" + part[2] + ".jar");
    return jars.stream()
        .filter(jar -> jar.endsWith(file))
        .map(jar -> jar.resolveSibling(part[1] + "-" + part[2] + ".pom"))
        .filter(Files::exists)
        .findFirst();
  }

  private static List<Path> resolved(Path home, String... options)
      throws IOException, InterruptedException {
    Path paths = home.resolve("paths");
    Path of = home.resolve("paths.of");
    String pom = Files.readString(home.resolve("pom.xml"));
    if (!Files.exists(of) || !Files.readString(of).equals(pom)) {
      Maven.run(
          home,
          Stream.concat(
                  Stream.of(Fetched.PLUGIN + ":build-classpath", "-Dmdep.outputFile=" + paths),
                  Stream.of(options))
              .toArray(String[]::new));
      Files.writeString(of, pom);
    }
    return Stream.of(Files.readString(paths).strip().split(File.pathSeparator))
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static String pom(List<String> artifacts) {
    return artifacts.stream()
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
}

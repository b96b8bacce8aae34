package dev.belay.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project in a directory, and Maven run in it as from a command line. */
record Sample(Path directory) {
  /**
   * How a run of Maven ended.
   *
   * @param output what it printed
   */
  record Run(int exit, String output) {}

  /** Writes a file of the project. */
  Sample with(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pom without parent and modules. */
  Sample withPom(String properties, String rest) {
    return with("pom.xml", pom("sample", "jar", properties, rest));
  }

  static String pom(String name, String packaging, String properties, String rest) {
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>sample</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <packaging>%s</packaging>
          <properties>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            %s
          </properties>
          <build>
            <pluginManagement>
              <plugins>
                <plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>%s</version>
                </plugin>
                <plugin>
                  <artifactId>maven-resources-plugin</artifactId>
                  <version>%s</version>
                </plugin>
              </plugins>
            </pluginManagement>
          </build>
          %s
        </project>
        """
        .formatted(
            name,
            packaging,
            properties,
            System.getProperty("belay.compiler-plugin"),
            System.getProperty("belay.resources-plugin"),
            rest);
  }

  /** Runs a goal of the plugin as the plugin's users would. */
  Run belay(String goal, String... more) {
    List<String> command = new ArrayList<>();
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    command.add(
        Path.of(System.getProperty("belay.maven"), "bin", isWindows ? "mvn.cmd" : "mvn")
            .toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never"));
    command.addAll(List.of("-gs", settings().toString()));
    command.add("-Dmaven.repo.local=" + System.getProperty("belay.repository"));
    if ("offline=true".equals(System.getProperty("belay.offline"))) {
      command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
    }
    command.add("dev.belay:belay-maven-plugin:" + System.getProperty("belay.version") + ":" + goal);
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    // A short run is mostly start: half as long without the second compiler.
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Beside the user's own, so that mirrors and proxies hold: what this machine has downloaded
   * already is a remote repository, and nothing comes twice.
   */
  private Path settings() {
    String repository =
        """
        <id>downloads</id><url>%s</url>
        <releases><checksumPolicy>ignore</checksumPolicy></releases>
        <snapshots><enabled>false</enabled></snapshots>
        """
            .formatted(Path.of(System.getProperty("belay.downloads")).toUri());
    String text =
        """
        <settings>
          <profiles><profile><id>downloads</id>
            <repositories><repository>%1$s</repository></repositories>
            <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
          </profile></profiles>
          <activeProfiles><activeProfile>downloads</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(repository);
    try {
      Path file = directory.resolveSibling(directory.getFileName() + "-settings.xml");
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of the project that no build made, with their text. */
  Map<String, String> files() {
    try (Stream<Path> all = Files.walk(directory)) {
      Map<String, String> files = new TreeMap<>();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = directory.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith("target/") && !path.contains("/target/")) {
          files.put(path, Files.readString(file));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

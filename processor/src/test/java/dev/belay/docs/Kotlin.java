package dev.belay.docs;

import dev.belay.build.Maven;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Kotlin, compiled as its users do it: by Maven, which takes the compiler and the coroutines from
 * where it takes everything. So neither is on the class path of the other tests.
 */
final class Kotlin {
  private static final String COMPILER =
      "org.jetbrains.kotlin:kotlin-maven-plugin:" + System.getProperty("belay.kotlin");
  private static final String COPY =
      "org.apache.maven.plugins:maven-dependency-plugin:"
          + System.getProperty("belay.maven-dependency-plugin");

  private final Path directory;

  /**
   * @param directory an empty one
   */
  Kotlin(Path directory) {
    this.directory = directory;
  }

  /**
   * Compiles without a warning.
   *
   * @param sources by the names of their files
   */
  ClassLoader compile(Map<String, String> sources) throws IOException, InterruptedException {
    Path code = Files.createDirectories(directory.resolve("src/main/kotlin"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Files.writeString(code.resolve(source.getKey()), source.getValue());
    }
    Files.writeString(
        directory.resolve("pom.xml"),
        POM.formatted(
            System.getProperty("belay.kotlinx-coroutines"), System.getProperty("belay.kotlin")));
    // A daemon would outlive the tests.
    Maven.run(
        directory,
        "-Dkotlin.compiler.daemon=false",
        "-Dmdep.includeScope=runtime",
        COMPILER + ":compile",
        COPY + ":copy-dependencies");
    return new URLClassLoader(compiled(), ClassLoader.getPlatformClassLoader());
  }

  private URL[] compiled() throws IOException {
    List<URL> places = new ArrayList<>();
    places.add(directory.resolve("target/classes").toUri().toURL());
    try (Stream<Path> jars = Files.list(directory.resolve("target/dependency"))) {
      for (Path jar : jars.toList()) {
        places.add(jar.toUri().toURL());
      }
    }
    return places.toArray(URL[]::new);
  }

  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>docs</groupId>
        <artifactId>docs</artifactId>
        <version>1</version>
        <dependencies>
          <dependency>
            <groupId>org.jetbrains.kotlinx</groupId>
            <artifactId>kotlinx-coroutines-core-jvm</artifactId>
            <version>%1$s</version>
          </dependency>
          <dependency>
            <groupId>org.jetbrains.kotlin</groupId>
            <artifactId>kotlin-stdlib</artifactId>
            <version>%2$s</version>
          </dependency>
        </dependencies>
        <build>
          <sourceDirectory>src/main/kotlin</sourceDirectory>
          <plugins>
            <plugin>
              <groupId>org.jetbrains.kotlin</groupId>
              <artifactId>kotlin-maven-plugin</artifactId>
              <version>%2$s</version>
              <configuration>
                <jvmTarget>17</jvmTarget>
                <args><arg>-Werror</arg></args>
              </configuration>
            </plugin>
          </plugins>
        </build>
      </project>
      """;
}

package dev.belay.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A {@code gradle} beside the {@code mvn} of a {@link Repository}. It runs on the JDK that is first
 * on the path, compiles with the one of this test, and downloads nothing.
 */
final class Gradle {
  private final Path command;

  /**
   * @param installed the program
   * @param directory an empty one, for what Gradle keeps
   */
  Gradle(Path installed, Path directory, Repository repository) throws IOException {
    Path script = directory.resolve("init.gradle");
    Path javac = Path.of(System.getProperty("java.home"), "bin", "javac");
    Files.writeString(script, SCRIPT.formatted(repository.downloads(), javac));
    this.command = repository.commands().resolve("gradle");
    repository.writeCommand(
        "gradle",
        "unset JAVA_HOME\nexec '%s' -g '%s' --offline -I '%s' '-Dmaven.repo.local=%s' \"$@\""
            .formatted(installed, directory, script, repository.path()));
  }

  /** Where it is, if it is on the path. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "gradle"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Stops the process that Gradle leaves behind; one with a directory of its own stops no other.
   */
  void stop() throws Exception {
    Process stop =
        new ProcessBuilder(command.toString(), "--stop")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!stop.waitFor(1, TimeUnit.MINUTES)) {
      stop.destroyForcibly();
    }
  }

  /** Debian's Gradle is 4.4; the configurations for processors are there since 4.6. */
  private static final String SCRIPT =
      """
      allprojects {
        repositories { maven { url '%s' } }
        plugins.withType(JavaPlugin) {
          [main: compileJava, test: compileTestJava].each { set, task ->
            def name = set == 'main' ? 'annotationProcessor' : 'testAnnotationProcessor'
            if (configurations.findByName(name) == null) {
              task.options.annotationProcessorPath = configurations.create(name)
            }
          }
          tasks.withType(JavaCompile) {
            options.fork = true
            options.forkOptions.executable = '%s'
          }
        }
      }
      """;
}

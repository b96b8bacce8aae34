package dev.belay.processor.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The states have the numbers that the machine gives to its suspension points, in every file of
 * cases; and each is reached from somewhere and left again.
 */
class MachineNumbersTest {
  /** What a machine says of itself: class, method, lines of its points. */
  private static final Pattern SOURCE =
      Pattern.compile("return \"([^|\"]+)\\|(\\w+)\\|([\\d,]*)\\|");

  @TempDir private Path directory;

  private static List<Source> cases() throws Exception {
    Path cases = Path.of("src/test/resources/cases");
    int jdk = Runtime.version().feature();
    try (Stream<Path> files = Files.walk(cases)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> cases.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("fixture/"))
          .filter(name -> jdk >= 21 || !name.startsWith("jdk21/"))
          .filter(name -> jdk >= 22 || !name.startsWith("jdk22/"))
          .sorted()
          .map(Source::resource)
          .toList();
    }
  }

  @Test
  void areTheMachines() throws Exception {
    Program program = Program.of(Drawn.compile(directory, cases()));
    List<String> machines =
        program.sources().values().stream()
            .flatMap(text -> SOURCE.matcher(text).results())
            .map(it -> it.group(1).replaceAll(".*[.$]", "") + "." + it.group(2) + " " + it.group(3))
            .toList();
    List<Drawn> drawn = Drawn.in(Files.readString(directory.resolve("belay.html")));

    assertThat(machines).hasSizeGreaterThan(300);
    assertThat(drawn.stream().map(it -> it.name() + " " + it.lines()))
        .containsExactlyInAnyOrderElementsOf(machines);
    assertThat(drawn.stream().flatMap(MachineNumbersTest::unconnected)).isEmpty();
  }

  private static Stream<String> unconnected(Drawn drawn) {
    return drawn.states().subList(1, drawn.states().size() - 1).stream()
        .map(state -> state.replaceFirst(" .*", ""))
        .filter(
            name ->
                drawn.edges().stream().noneMatch(edge -> edge.endsWith(" " + name))
                    || drawn.edges().stream().noneMatch(edge -> edge.startsWith(name + " ")))
        .map(name -> drawn.name() + " " + name);
  }
}

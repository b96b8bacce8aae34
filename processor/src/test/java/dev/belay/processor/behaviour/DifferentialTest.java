package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Case;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Differential;
import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every case is run by Java itself, with intrinsics that block, and as a machine: with stages that
 * are complete, that complete later, on this thread and on another, with each stage failing in turn
 * and with the consumer leaving at each element and at each await. The traces must be equal.
 *
 * <p>Cases are named after the clauses of {@code docs/semantics.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
  /** The folder of what only newer compilers accept. */
  private static final Pattern SINCE = Pattern.compile("jdk(\\d+)/.*");

  private static final List<String> FILES = files();

  /** Every file of cases that this compiler accepts: none is left out by forgetting to name it. */
  private static List<String> files() {
    try {
      Path cases = Path.of(DifferentialTest.class.getResource("/cases").toURI());
      try (Stream<Path> files = Files.walk(cases)) {
        return files
            .map(file -> cases.relativize(file).toString().replace('\\', '/'))
            .filter(file -> file.endsWith(".java") && !file.startsWith("fixture/"))
            .filter(DifferentialTest::isKnownToThisJava)
            .sorted()
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isKnownToThisJava(String file) {
    Matcher newer = SINCE.matcher(file);
    return !newer.matches() || Integer.parseInt(newer.group(1)) <= Runtime.version().feature();
  }

  private final List<Source> sources = FILES.stream().map(Source::resource).toList();
  private final Program machines = Compiler.machines(sources);

  @Test
  void generatedSourceIsTheSameEveryTime() {
    assertThat(machines.sources()).isNotEmpty().isEqualTo(Compiler.generated(sources).sources());
  }

  @TestFactory
  Stream<DynamicTest> machineBehavesLikeJava() {
    Differential differential = Differential.of(Compiler.natively(sources), machines);
    List<Case> cases = differential.cases();
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.owner() + "." + each.name(),
                    () -> assertThat(differential.difference(each)).isEmpty()));
  }
}

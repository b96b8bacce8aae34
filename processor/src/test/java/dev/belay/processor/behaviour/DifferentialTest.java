package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Case;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Differential;
import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final List<String> EVERYWHERE =
      List.of(
          "statements/Straight.java",
          "statements/Loops.java",
          "statements/Jumps.java",
          "statements/Switches.java",
          "statements/Catching.java",
          "statements/Finally.java",
          "statements/Resources.java",
          "statements/Reachability.java",
          "statements/Locals.java",
          "statements/Captures.java",
          "statements/LocalClasses.java",
          "expressions/Operands.java",
          "expressions/Chains.java",
          "owners/Members.java",
          "owners/Words.java",
          "constructs/EachLoops.java",
          "constructs/Scopes.java",
          "constructs/ResourceTemplates.java",
          "constructs/Toolbox.java",
          "constructs/Conversations.java",
          "constructs/ResourceClasses.java");

  /** What newer compilers accept. */
  private static final Map<Integer, List<String>> SINCE =
      Map.of(21, List.of("jdk21/Patterns.java"), 22, List.of("jdk22/Unnamed.java"));

  private static final List<String> FILES = files();

  private static List<String> files() {
    List<String> files = new ArrayList<>(EVERYWHERE);
    SINCE.forEach(
        (version, newer) -> {
          if (Runtime.version().feature() >= version) {
            files.addAll(newer);
          }
        });
    return files;
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

package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Case;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Differential;
import dev.belay.processor.behaviour.harness.MethodSizes;
import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Bodies of any size: no method of theirs is too large for HotSpot to compile, and they behave as
 * Java runs them wherever they were divided.
 */
class LargeBodyTest {
  /** HotSpot's HugeMethodLimit, in bytes. */
  private static final int HUGE = 8_000;

  private static final Pattern MACHINE = Pattern.compile("class ");

  private static final Map<String, IntFunction<String>> SHAPES =
      Map.of(
          "straight", i -> "sum += await(stage(%d)) * 3 + sum %% 7;\n".formatted(i),
          "locals",
              i ->
                  """
                  long v%1$d = sum + %1$d;
                  sum = v%1$d + await(stage(%1$d)) + v%1$d %% 5;
                  """
                      .formatted(i),
          "choices",
              i ->
                  """
                  if (sum %% 2 == 0) { sum += await(stage(%1$d)); } else { sum ^= %1$d; }
                  switch ((int) (sum %% 3)) {
                    case 0 -> sum += await(stage(1));
                    case 1 -> sum++;
                    default -> sum -= await(stage(2));
                  }
                  """
                      .formatted(i),
          "loops",
              i ->
                  """
                  for (int i = 0; i < 2; i++) {
                    if (sum %% 5 == 4) continue;
                    sum += await(stage(i)) + %1$d;
                    if (sum %% 11 == 10) break;
                  }
                  """
                      .formatted(i),
          "nests",
              i ->
                  """
                  try {
                    sum += await(stage(%1$d));
                    if (sum %% 13 == 12) throw new IllegalStateException("%1$d");
                  } catch (IllegalStateException e) {
                    sum += await(stage(e.getMessage().length()));
                  } finally {
                    sum = sum * 31 %% 1009;
                  }
                  """
                      .formatted(i),
          "constants",
              i ->
                  """
                  final int k%1$d = 2 * %1$d + 1;
                  final String t%1$d = "t%1$d";
                  sum += await(stage(k%1$d)) + k%1$d;
                  byte b%1$d = k%1$d %% 100;
                  switch ((int) (sum %% 400)) {
                    case k%1$d -> sum += await(stage(t%1$d)).length() + b%1$d;
                    default -> sum += t%1$d.length();
                  }
                  """
                      .formatted(i),
          "lambdas",
              i ->
                  """
                  long c%1$d = sum;
                  Supplier<Long> s%1$d = () -> c%1$d + start;
                  sum = s%1$d.get() %% 997 + await(stage(%1$d));
                  """
                      .formatted(i));

  @TestFactory
  Stream<DynamicTest> dividedBodiesBehaveLikeJava() {
    Differential differential =
        Differential.of(List.of(source("Divided", 90, arms(90) + references(90) + resources(60))));
    List<Case> cases = differential.cases();
    assertThat(cases).hasSize(2 * SHAPES.size() + 6);
    return cases.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(), () -> assertThat(differential.difference(each)).isEmpty()));
  }

  /** A class of the body that stays in the text is known only where it is declared. */
  @TestFactory
  Stream<DynamicTest> B45_classesStayWhereTheyAreUsed() {
    String uses =
        IntStream.range(0, 120)
            .mapToObj(
                i -> "sum += twice.of((int) (sum %% 7)) * new Adder(%d).of(3);\n".formatted(i))
            .collect(Collectors.joining());
    String body =
        """
        @AsyncMethod
        long B45_classes() {
          long sum = await(stage(1));
          switch ((int) (sum %% 3)) {
            case 0, 1, 2 -> {
              sum += await(stage(2));
              interface Twice { int of(int value); }
              class Adder {
                final int by;
                Adder(int by) { this.by = by; }
                int of(int value) { return value + by; }
              }
              Twice twice = value -> value * 2;
              %s
            }
            default -> sum += await(stage(3));
          }
          return sum + await(stage(4));
        }
        """
            .formatted(uses);
    Differential differential =
        Differential.of(List.of(Source.of("Classes", "final class Classes {\n" + body + "}\n")));
    return differential.cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(), () -> assertThat(differential.difference(each)).isEmpty()));
  }

  @Test
  void B45_noMethodIsTooLargeForHotSpot() {
    for (int statements : List.of(10, 150)) {
      Program program =
          Compiler.machines(
              List.of(source("Sized", statements, arms(statements / 3) + references(statements))));
      assertThat(huge(program)).isEmpty();
    }
  }

  @Test
  void B45_noMethodIsTooLargeForHotSpotWithHundredsOfArms() {
    Program program =
        Compiler.machines(List.of(Source.of("Armed", "final class Armed {\n" + arms(300) + "}\n")));
    assertThat(huge(program)).isEmpty();
  }

  @Test
  void B45_sourceGrowsWithTheBodyAndNotWithItsSquare() {
    Map<String, Long> once = lines(30);
    Map<String, Long> twice = lines(60);
    assertThat(once).hasSize(2 * SHAPES.size() + 6).hasSameSizeAs(twice);
    twice.forEach(
        (machine, lines) ->
            assertThat(lines)
                .as(machine)
                .isGreaterThan(once.get(machine))
                .isLessThan(once.get(machine) * 22 / 10));
  }

  /** How long each machine is. */
  private static Map<String, Long> lines(int statements) {
    Program program =
        Compiler.generated(
            List.of(
                source(
                    "Grown",
                    statements,
                    arms(statements) + references(statements) + resources(statements))));
    Map<String, Long> lines = new TreeMap<>();
    MACHINE
        .splitAsStream(program.sources().get("cases.GrownAsync"))
        .filter(machine -> machine.startsWith("B45_"))
        .forEach(
            machine ->
                lines.put(machine.substring(0, machine.indexOf(' ')), machine.lines().count()));
    return lines;
  }

  @Test
  void B45_twoThousandStatements() {
    String members = template("straight", body(SHAPES.get("straight"), 2_000));
    Program program =
        Compiler.machines(List.of(Source.of("Huge", "final class Huge {\n" + members + "}\n")));
    assertThat(huge(program)).isEmpty();
  }

  /** The methods that HotSpot would not compile, and their sizes. */
  private static Map<String, Integer> huge(Program program) {
    Map<String, Integer> sizes = new TreeMap<>(MethodSizes.of(program));
    assertThat(sizes).isNotEmpty();
    sizes.values().removeIf(size -> size < HUGE);
    return sizes;
  }

  private static Source source(String name, int statements, String more) {
    return Source.of(
        name,
        SHAPES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(
                shape ->
                    Stream.of(
                        template(shape.getKey(), body(shape.getValue(), statements)),
                        template(
                            shape.getKey() + "InALoop",
                            """
                            outer:
                            for (int turn = 0; turn < 2; turn++) {
                              try {
                                if (sum < 0) continue outer;
                            %s    if (sum == 7) break outer;
                              } finally {
                                sum++;
                              }
                            }
                            """
                                .formatted(body(shape.getValue(), statements)))))
            .collect(Collectors.joining("\n", "final class " + name + " {\n", more + "}\n")));
  }

  /**
   * The choice of an arm may not be parted from the arms (found by random programs), but an arm may
   * from the others.
   */
  private static String arms(int count) {
    String arms =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    """
                    case %1$d:
                      sum += await(stage(%1$d)) * 3 + sum %% 7;
                      sum = sum * 31 %% 1009;
                      break;
                    """
                        .formatted(i))
            .collect(Collectors.joining());
    return Stream.of(
            template("arms", turns("switch ((int) (sum %% %d)) {\n%s}\n".formatted(count, arms))),
            template(
                "arrows",
                turns(
                    "sum += switch ((int) (sum %% %d)) {\n%sdefault -> 5;\n};\n"
                        .formatted(count, arrows(count, i -> "await(stage(" + i + ")) + sum")))),
            template(
                "blocks",
                turns(
                    "switch ((int) (sum %% %d)) {\n%sdefault -> throw new Error();\n}\n"
                        .formatted(
                            count,
                            arrows(
                                count,
                                i -> "{ int n = await(stage(%d)); sum += n + 1; }".formatted(i))))),
            template(
                "armsInArms",
                turns(
                    "switch ((int) (sum / 10 %% %d)) {\n%s}\n"
                        .formatted(count / 10, arrows(count / 10, LargeBodyTest::inner)))))
        .collect(Collectors.joining("\n"));
  }

  private static String inner(int arm) {
    return "{\nswitch ((int) (sum % 10)) {\n"
        + arrows(10, i -> "sum += await(stage(%d)) * 3;".formatted(10 * arm + i))
        + "}\n}";
  }

  /** As expressions with a semicolon behind them, or as statements. */
  private static String arrows(int count, IntFunction<String> arm) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              String text = arm.apply(i);
              return "case " + i + " -> " + text + (text.matches("(?s).*[;}]") ? "\n" : ";\n");
            })
        .collect(Collectors.joining());
  }

  private static String turns(String body) {
    return "for (int turn = 0; turn < 4; turn++) {\nsum = (sum * 7 + turn) % 1009;\n"
        + body
        + "}\n";
  }

  /** Objects that are needed until after the next await, each of which has to be let go. */
  private static String references(int count) {
    return template(
        "references",
        body(
            i ->
                """
                String s%1$d = "s" + sum;
                await(stage(%1$d));
                sum += s%1$d.length();
                """
                    .formatted(i),
            count));
  }

  /** What goes on inside of the block must get there (found by random programs, seed 245). */
  private static String resources(int count) {
    String awaits = body(SHAPES.get("straight"), count);
    return template(
        "resources",
        awaits
            + "try (java.io.StringReader reader = new java.io.StringReader(\"\")) {\n"
            + awaits
            + "for (int i = 0; i < 2; i++) {\n"
            + awaits
            + "}\n}\n"
            + awaits);
  }

  private static String template(String name, String body) {
    return """
    @AsyncMethod
    static long B45_%s() {
      long start = await(stage(3));
      long sum = start;
    %s
      return sum;
    }
    """
        .formatted(name, body);
  }

  private static String body(IntFunction<String> shape, int statements) {
    return IntStream.range(0, statements).mapToObj(shape).collect(Collectors.joining());
  }
}

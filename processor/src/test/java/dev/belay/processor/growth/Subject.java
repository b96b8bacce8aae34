package dev.belay.processor.growth;

import dev.belay.processor.behaviour.harness.Source;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A source of any size.
 *
 * @param unit what its size counts
 * @param base the smallest size that is measured
 * @param source the source of one size
 */
record Subject(String unit, int base, IntFunction<Source> source) {
  /** One long body, of what bodies are made of: five statements at a time. */
  static final Subject LINES = new Subject("lines in one template", 250, Subject::lines);

  /** Many short bodies in one class. */
  static final Subject TEMPLATES = new Subject("templates in one class", 75, Subject::templates);

  private static Source lines(int count) {
    return source(
        "Lines", "static long body(int start) {\n" + statements(count) + "return sum;\n}");
  }

  private static String statements(int lines) {
    return "long sum = start;\n"
        + repeated(
            lines / 10,
            """
            String text%1$d = "t" + await(stage(%1$d));
            for (int i = 0; i < 3; i++) {
              if (sum %% 5 == 4) continue;
              sum += await(stage(i)) + text%1$d.length();
            }
            try {
              sum -= await(stage(text%1$d)).length();
            } catch (IllegalStateException e) {
              sum++;
            }
            """);
  }

  private static Source templates(int count) {
    return source(
        "Templates",
        repeated(
            count,
            """
            static long body%1$d(List<String> texts) {
              long sum = %1$d;
              for (String text : texts) {
                sum += await(stage(text)).length();
              }
              return sum;
            }
            """));
  }

  private static Source source(String name, String members) {
    return Source.of(
        name,
        "final class "
            + name
            + " {\n"
            + members.replace("static long", "@AsyncMethod static long")
            + "}\n");
  }

  private static String repeated(int count, String text) {
    return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
  }
}

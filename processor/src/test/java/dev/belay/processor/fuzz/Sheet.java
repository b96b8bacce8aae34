package dev.belay.processor.fuzz;

import dev.belay.processor.behaviour.harness.Case;
import dev.belay.processor.behaviour.harness.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Programs in one class, since to a compiler a class with its imports and its companion costs as
 * much as a small program.
 *
 * @param name what the class is called
 * @param programs the templates in it, by the names under which they are judged
 */
record Sheet(String name, Map<String, Fuzzed> programs) {
  private static final Pattern ARGUED =
      Pattern.compile("Hid(Pair|Box|Ring|Step|Map)\\b|hid(Gone|Mapped|Next|Box)\\b");

  private static final Pattern BOUND = Pattern.compile("Hid(Shape|Act)\\b|hid(Sum|Acted)\\b");

  private static final String INNER =
      """
      class Inner {
        final int held;

        Inner(int held) {
          this.held = held;
        }

        int outer() {
          return held + hidden;
        }
      }
      """;

  private static final String KEPT =
      """
      private static class Kept {
        static int count = 1;

        private static int more(int value) {
          log("more", count);
          return count + value;
        }
      }
      """;

  private static final String HELPER =
      """
      @AsyncMethod
      int helper(int value) {
        log("helper", await(stage(value)));
        return value + 1;
      }
      """;

  private static final String SEQUENCE =
      """
      @AsyncGenerator
      void inner(int count, Yield<Integer> out) {
        for (int i = 0; i < count && i < 3; i++) {
          try {
            out.yield(await(stage(i)));
          } finally {
            log("inner", await(stage(i)));
          }
        }
      }
      """;

  /** A program in a class of its own. */
  static Sheet of(String name, Fuzzed program) {
    return new Sheet(name, Map.of(name, program));
  }

  /**
   * Programs beside each other, but for those that keep something in statics: classes with statics
   * are loaded anew for each run.
   *
   * @param together how many in one class
   */
  static List<Sheet> of(Map<String, Fuzzed> programs, int together) {
    List<Sheet> sheets = new ArrayList<>();
    Map<String, Fuzzed> next = new LinkedHashMap<>();
    for (Map.Entry<String, Fuzzed> each : programs.entrySet()) {
      if (together == 1 || each.getValue().body().text().contains("Kept.")) {
        sheets.add(of(each.getKey(), each.getValue()));
        continue;
      }
      next.put(each.getKey(), each.getValue());
      if (next.size() == together) {
        sheets.add(of(next));
        next = new LinkedHashMap<>();
      }
    }
    if (!next.isEmpty()) {
      sheets.add(of(next));
    }
    return sheets;
  }

  private static Sheet of(Map<String, Fuzzed> programs) {
    String first = programs.keySet().iterator().next();
    return new Sheet(programs.size() == 1 ? first : first + "x" + programs.size(), programs);
  }

  boolean isSingle() {
    return programs.size() == 1;
  }

  /** The template of a program. */
  static String template(Fuzzed program) {
    return "B1_fuzzed" + program.seed();
  }

  /** The case that a program of it is. */
  Case of(Fuzzed program) {
    Case.Kind kind = Case.Kind.valueOf(program.template().kind().name());
    return new Case(kind, "cases." + name, template(program));
  }

  /** The members that cost something to compile, where a body uses them. */
  private String others() {
    String text = bodies();
    return (text.contains(".new Inner(") ? INNER : "")
        + (text.contains("Kept.") ? KEPT : "")
        + (text.contains("Hid") || text.contains("hidRow(") || text.contains("hidCell(")
            ? Privates.MEMBERS
            : "")
        + (ARGUED.matcher(text).find() ? PrivateArguments.MEMBERS : "")
        + (BOUND.matcher(text).find() ? PrivateBindings.MEMBERS : "")
        + (text.contains(".helper(") ? HELPER : "")
        + (text.contains(".inner(") ? SEQUENCE : "");
  }

  private String bodies() {
    return programs.values().stream()
        .map(program -> program.body().text())
        .collect(Collectors.joining());
  }

  private String templates() {
    return programs.values().stream()
        .map(program -> program.declaration(template(program), name + "Async"))
        .collect(Collectors.joining("\n"));
  }

  Source source() {
    return Source.of(
        name,
        """
        final class %1$s extends Subject {
          private int hidden = 2;

          private int secret(int value) {
            return value + hidden;
          }

          %1$s me() {
            log("me");
            return this;
          }

        %2$s
        %3$s
        }
        """
            .formatted(name, others(), templates()));
  }
}

package dev.belay.processor.fuzz;

import dev.belay.processor.behaviour.harness.Source;

/**
 * A program: a template in a class of its own.
 *
 * @param seed what it has grown from
 * @param template what kind of template it is
 * @param body the template's body
 */
record Fuzzed(long seed, Template template, Tree body) {
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

  static Fuzzed grow(long seed) {
    Chance chance = new Chance(seed);
    Template template = Template.any(chance);
    Expressions expressions = new Expressions(chance, name(seed) + "Async", template);
    Statements statements = new Statements(chance, expressions, template);
    boolean yields = template.kind() != Template.Kind.METHOD;
    return new Fuzzed(seed, template, statements.body(Place.body(yields)));
  }

  Fuzzed with(Tree other) {
    return new Fuzzed(seed, template, other);
  }

  private static String name(long seed) {
    return "F" + seed;
  }

  String name() {
    return name(seed);
  }

  /** The members that cost something to compile, where the body uses them. */
  private String others() {
    String text = body.text();
    return (text.contains(".new Inner(") ? INNER : "")
        + (text.contains("Kept.") ? KEPT : "")
        + (text.contains(".helper(") ? HELPER : "")
        + (text.contains(".inner(") ? SEQUENCE : "");
  }

  /**
   * The class.
   *
   * @param name what it is called, so that several variants can be compiled at once
   */
  Source source(String name) {
    String members =
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

        %4$s
          %2$s {
        %3$s
          }
        }
        """
            .formatted(
                name,
                template.declaration(body.text().contains("suppressing(")),
                body.text(),
                others());
    return Source.of(name, members.replace(name() + "Async", name + "Async"));
  }
}

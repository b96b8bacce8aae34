package dev.belay.processor.fuzz;

/**
 * A program: a template with what its body uses.
 *
 * @param seed what it has grown from
 * @param template what kind of template it is
 * @param body the template's body
 */
record Fuzzed(long seed, Template template, Tree body) {
  /** Programs of seeds from here on have private classes. */
  static final long PRIVATES = 1_000_000_000L;

  /** From here on, private classes with type parameters and lambdas of private interfaces, too. */
  static final long ARGUMENTS = 1_500_000_000L;

  /** From here on, what patterns of private classes bind is assigned, too. */
  static final long BINDINGS = 1_800_000_000L;

  static Fuzzed grow(long seed) {
    Chance chance = new Chance(seed);
    Template template = Template.any(chance);
    Expressions expressions = new Expressions(chance, name(seed) + "Async", template);
    Statements statements = new Statements(chance, expressions, template, seed);
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

  /**
   * The template.
   *
   * @param method what it is called
   * @param companion the companion of the class that it stands in
   */
  String declaration(String method, String companion) {
    String text = body.text();
    return "  %s {\n%s\n  }\n"
        .formatted(
            template.declaration(method, text.contains("suppressing(")),
            text.replace(name() + "Async", companion));
  }
}

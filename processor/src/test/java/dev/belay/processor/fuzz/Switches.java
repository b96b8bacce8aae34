package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Grows switch statements, with colons and with arrows. */
final class Switches {
  private final Chance chance;
  private final Expressions expressions;
  private final Statements statements;
  private final Patterns patterns;

  Switches(Chance chance, Expressions expressions, Statements statements) {
    this.chance = chance;
    this.expressions = expressions;
    this.statements = statements;
    this.patterns = new Patterns(chance, expressions, statements);
  }

  /** What is switched on, and what its cases are. */
  private record Selector(Sort sort, String pattern, List<String> labels) {}

  Grown statement(Place place, String label) {
    if (Patterns.ARE_KNOWN && chance.percent(30)) {
      return patterns.statement(place, label);
    }
    Target target = new Target(Target.Kind.SWITCH, label);
    Selector selector =
        chance.of(
            new Selector(Sort.INT, "#", List.of("0", "1", "2", "-1, 7")),
            new Selector(Sort.STRING, "#", List.of("\"k\"", "\"w\", \"s\"", "\"\"")),
            new Selector(Sort.INT, "color(#)", List.of("RED", "GREEN", "BLUE")),
            new Selector(Sort.CHAR, "#", List.of("'x'", "'c'", "'A'")),
            new Selector(Sort.INTEGER, "#", List.of("5", "1000", "7")));
    boolean arrows = chance.percent(50);
    Place inside = place.in(target);
    List<Tree> parts = new ArrayList<>();
    parts.add(expressions.of(selector.sort(), place));
    StringBuilder text = new StringBuilder(label.isEmpty() ? "" : label + ":\n");
    text.append("switch (").append(selector.pattern()).append(") {\n");
    List<String> heads = heads(selector.labels());
    boolean completes = !heads.contains("default");
    for (int i = 0; i < heads.size(); i++) {
      Grown group = statements.block(inside.block());
      parts.add(group.tree());
      text.append(heads.get(i)).append(arrows ? " -> {\n" : ": {\n").append("#\n}\n");
      completes |= group.completes() && (arrows || i + 1 == heads.size());
    }
    return new Grown(
        new Tree(Sort.STATEMENT, text.append("}").toString(), List.copyOf(parts)),
        completes || target.broken);
  }

  /** Some of the labels, in any order, and perhaps a default. */
  private List<String> heads(List<String> labels) {
    List<String> heads = new ArrayList<>();
    for (String label : labels) {
      if (chance.percent(75)) {
        heads.add("case " + label);
      }
    }
    if (heads.isEmpty() || chance.percent(60)) {
      heads.add(chance.below(heads.size() + 1), "default");
    }
    return heads;
  }
}

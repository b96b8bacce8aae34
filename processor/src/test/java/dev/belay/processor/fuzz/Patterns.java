package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Grows switches over patterns, where javac knows them (JLS 14.30, since 21). */
final class Patterns {
  static final boolean ARE_KNOWN = Runtime.version().feature() >= 21;

  /** Literals, and the words that constant expressions have besides. */
  private static final Pattern CONSTANTS =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|\\b\\d[\\w.]*"
              + "|\\b(int|long|char|byte|short|double|boolean|String|true|false)\\b");

  private static final Pattern ASSIGNS =
      Pattern.compile("[\\w\\])] (?:[-+*/%&|^]|<<|>>>?)?= |\\+\\+|--");

  private final Chance chance;
  private final Expressions expressions;
  private final Statements statements;

  Patterns(Chance chance, Expressions expressions, Statements statements) {
    this.chance = chance;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** A label, and what it binds. */
  private record Label(String text, List<Variable> bound) {}

  Grown statement(Place place, String label) {
    Target target = new Target(Target.Kind.SWITCH, label);
    Place inside = place.in(target);
    List<Tree> parts = new ArrayList<>();
    parts.add(expressions.of(Sort.OBJECT, place));
    StringBuilder text = new StringBuilder(label.isEmpty() ? "" : label + ":\n");
    boolean arrows = chance.percent(60);
    text.append("switch (#) {\n");
    boolean completes = false;
    for (Label each : labels()) {
      Place group = inside.block();
      group.variables().addAll(each.bound());
      text.append("case ").append(each.text());
      if (!each.bound().isEmpty() && chance.percent(40)) {
        text.append(" when #");
        parts.add(guard(group.guard()));
      }
      Grown body = statements.block(group);
      completes |= append(text, parts, arrows, body);
    }
    if (chance.percent(30)) {
      text.append("case null");
      completes |= append(text, parts, arrows, statements.block(inside.block()));
    }
    text.append("default");
    Grown rest = statements.block(inside.block());
    parts.add(rest.tree());
    text.append(arrows ? " -> {\n#\n}\n" : ": {\n#\n}\n");
    completes |= rest.completes();
    return new Grown(
        new Tree(Sort.STATEMENT, text.append("}").toString(), List.copyOf(parts)),
        completes || target.broken);
  }

  /** A guard assigns to nothing that is not its own, by javac also not to a field of that name. */
  private Tree guard(Place group) {
    for (int i = 0; i < 5; i++) {
      Tree condition = expressions.condition(group);
      if (!ASSIGNS.matcher(condition.text()).find() && !isConstant(condition.text())) {
        return condition;
      }
    }
    return Tree.of(Sort.BOOLEAN, "await(stage(number > 2))");
  }

  /** A guard that is the constant false is an error. */
  private static boolean isConstant(String condition) {
    return CONSTANTS.matcher(condition).replaceAll("").chars().noneMatch(Character::isLetter);
  }

  /** A group that binds something must not fall into the next one. */
  private boolean append(StringBuilder text, List<Tree> parts, boolean arrows, Grown body) {
    boolean leaves = !arrows && body.completes();
    text.append(arrows ? " -> {\n#\n}\n" : ": {\n#\n}\n").append(leaves ? "break;\n" : "");
    parts.add(body.tree());
    return body.completes();
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    if (chance.percent(50)) {
      Variable x = bound(Sort.OBJECT);
      Variable y = bound(Sort.INT);
      labels.add(new Label("Point(var " + x.name() + ", int " + y.name() + ")", List.of(x, y)));
    }
    if (chance.percent(40)) {
      Variable x = bound(Sort.STRING);
      Variable y = bound(Sort.INT);
      labels.add(
          0,
          new Label(
              "Point(Point(String "
                  + x.name()
                  + ", var "
                  + y.name()
                  + "), int ignored"
                  + y.name()
                  + ")",
              List.of(x, y)));
    }
    for (Sort sort : List.of(Sort.STRING, Sort.INTEGER, Sort.BOX)) {
      if (chance.percent(60)) {
        Variable variable = bound(sort);
        labels.add(new Label(sort.type + " " + variable.name(), List.of(variable)));
      }
    }
    return labels;
  }

  private Variable bound(Sort sort) {
    return new Variable(expressions.freshBinding(), sort, false);
  }
}

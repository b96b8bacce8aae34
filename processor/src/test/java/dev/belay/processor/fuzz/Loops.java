package dev.belay.processor.fuzz;

/** Grows loops of every kind; all of them end, since they use up a program's fuel. */
final class Loops {
  private final Chance chance;
  private final Expressions expressions;
  private final Statements statements;

  Loops(Chance chance, Expressions expressions, Statements statements) {
    this.chance = chance;
    this.expressions = expressions;
    this.statements = statements;
  }

  Grown loop(Place place, String label) {
    Target target = new Target(Target.Kind.LOOP, label);
    String start = label.isEmpty() ? "" : label + ":\n";
    return chance
        .<Grown>choice()
        .or(4, () -> whileLoop(place, target, start))
        .or(3, () -> doLoop(place, target, start))
        .or(5, () -> forLoop(place, target, start))
        .or(2, () -> endless(place, target, start))
        .or(3, () -> forEach(place, target, start))
        .or(3, place.suspends(), () -> each(place, target, start))
        .take();
  }

  private Grown whileLoop(Place place, Target target, String start) {
    Tree condition = expressions.condition(place);
    return Grown.completing(
        Tree.statement(
            start + "while (fuel() && #) {\n#\n}", condition, body(place.in(target)).tree()));
  }

  private Grown doLoop(Place place, Target target, String start) {
    Grown body = body(place.in(target));
    Tree condition = expressions.condition(place);
    return new Grown(
        Tree.statement(start + "do {\n#\n} while (# && fuel());", body.tree(), condition),
        body.completes() || target.continued || target.broken);
  }

  private Grown forLoop(Place place, Target target, String start) {
    Place head = place.in(target);
    Tree first = expressions.of(Sort.INT, place);
    String name = head.declare(Sort.INT, true, chance).name();
    Tree condition = expressions.condition(head);
    String update = chance.of(name + "++", name + " += #", name + "--, log(#)");
    Grown body = body(head.block());
    String pattern = start + "for (int " + name + " = #; fuel() && #; " + update + ") {\n#\n}";
    if (!update.contains("#")) {
      return Grown.completing(Tree.statement(pattern, first, condition, body.tree()));
    }
    Tree step = expressions.of(Sort.INT, head);
    return Grown.completing(Tree.statement(pattern, first, condition, step, body.tree()));
  }

  private Grown endless(Place place, Target target, String start) {
    target.broken = true;
    String head = chance.of("for (;;)", "while (true)");
    return Grown.completing(
        Tree.statement(
            start + head + " {\nif (!fuel()) break;\n#\n}", body(place.in(target)).tree()));
  }

  private Grown forEach(Place place, Target target, String start) {
    Place inside = place.in(target);
    boolean array = chance.percent(50);
    Tree sequence = expressions.of(array ? Sort.INTS : Sort.STRINGS, place);
    boolean assignable = chance.percent(20);
    String name = inside.declare(array ? Sort.INT : Sort.STRING, assignable, chance).name();
    return Grown.completing(
        Tree.statement(
            start + "for (" + (array ? "int " : "String ") + name + " : #) {\n#\n}",
            sequence,
            body(inside).tree()));
  }

  private Grown each(Place place, Target target, String start) {
    Place inside = place.in(target);
    Tree sequence = sequence(place);
    String name = inside.declare(Sort.INTEGER, chance.percent(20), chance).name();
    return Grown.completing(
        Tree.statement(
            start + "for (Integer " + name + " : each(#)) {\n#\n}", sequence, body(inside).tree()));
  }

  /** An asynchronous sequence of integers. */
  Tree sequence(Place place) {
    Tree count = expressions.of(Sort.INT, place.block());
    return chance
        .<Tree>choice()
        .or(2, () -> Tree.of(Sort.OBJECT, "numbers(\"n\", #)", count))
        .or(1, () -> Tree.of(Sort.OBJECT, "failing(\"f\", #)", count))
        .or(1, () -> Tree.of(Sort.OBJECT, expressions.companion() + ".inner(this, #)", count))
        .take();
  }

  private Grown body(Place inside) {
    return statements.block(inside);
  }
}

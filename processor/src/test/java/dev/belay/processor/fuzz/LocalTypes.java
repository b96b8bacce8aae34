package dev.belay.processor.fuzz;

import java.util.List;

/**
 * Grows classes, records, enums and interfaces in bodies, with an object of each. What that offers
 * is in scope from there on, as if it were a variable.
 */
final class LocalTypes {
  private final Chance chance;
  private final Expressions expressions;

  LocalTypes(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree declared(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> record(place))
        .or(4, () -> capturing(place))
        .or(2, () -> generic(place))
        .or(1, () -> enumeration(place))
        .or(2, () -> function(place))
        .take();
  }

  private Tree record(Place place) {
    String type = expressions.freshName("Pair");
    Tree first = expressions.of(Sort.INT, place);
    Tree second = expressions.of(Sort.STRING, place);
    String name = named(place);
    place.variables().add(new Variable(name + ".first()", Sort.INT, false));
    place.variables().add(new Variable(name + ".second", Sort.STRING, false));
    place.variables().add(new Variable("((Object) " + name + ")", Sort.OBJECT, false));
    return Tree.statement(
        """
        record %1$s(int first, String second) {
        %1$s { log("pair", first); second = brief(second); }
        }
        %1$s %2$s = new %1$s(#, #);"""
            .formatted(type, name),
        first,
        second);
  }

  /** Its own field is assigned later on; what it captures is not. */
  private Tree capturing(Place place) {
    String type = expressions.freshName("Local");
    String captured = captured(place);
    Tree start = expressions.of(Sort.INT, place);
    String name = named(place);
    place.variables().add(new Variable(name + ".seen", Sort.INT, true));
    place.variables().add(new Variable(name + ".next(2)", Sort.INT, false));
    String parent = chance.of("", " extends Box");
    String constructor = parent.isEmpty() ? "" : "super(start); ";
    return Tree.statement(
        """
        class %1$s%3$s {
        int seen = %4$s;
        %1$s(int start) { %5$sseen += start; }
        int next(int by) { seen += by; log("next", seen); return seen + %4$s; }
        }
        %1$s %2$s = new %1$s(#);"""
            .formatted(type, name, parent, captured, constructor),
        start);
  }

  private Tree generic(Place place) {
    String type = expressions.freshName("Holder");
    Tree held = expressions.of(Sort.STRING, place);
    String name = named(place);
    place.variables().add(new Variable(name + ".held", Sort.STRING, false));
    place.variables().add(new Variable(name + ".with(4).held", Sort.INTEGER, false));
    return Tree.statement(
        """
        class %1$s<T> {
        final T held;
        %1$s(T held) { this.held = held; }
        <U> %1$s<U> with(U other) { return new %1$s<>(other); }
        }
        %1$s<String> %2$s = new %1$s<>(#);"""
            .formatted(type, name),
        held);
  }

  private Tree enumeration(Place place) {
    String type = expressions.freshName("Level");
    Tree index = expressions.of(Sort.INT, place);
    String name = named(place);
    place.variables().add(new Variable(name + ".weight()", Sort.INT, false));
    place.variables().add(new Variable(name + ".name()", Sort.STRING, false));
    return Tree.statement(
        """
        enum %1$s {
        LOW { @Override int weight() { return 1; } }, HIGH;
        int weight() { return 10 + ordinal(); }
        }
        %1$s %2$s = %1$s.values()[# & 1];"""
            .formatted(type, name),
        index);
  }

  private Tree function(Place place) {
    String type = expressions.freshName("Twice");
    Tree added = expressions.of(Sort.INT, place.lambda());
    String name = named(place);
    place.variables().add(new Variable(name + ".two(3)", Sort.INT, false));
    return Tree.statement(
        """
        interface %1$s {
        int of(int value);
        default int two(int value) { return of(of(value)); }
        }
        %1$s %2$s = value%2$s -> value%2$s + #;"""
            .formatted(type, name),
        added);
  }

  private String named(Place place) {
    return place.declare(Sort.STATEMENT, false, chance).name();
  }

  /** {@code this} is another in there, so that it reads only what means the same. */
  private String captured(Place place) {
    List<Variable> variables = place.lambda().readable(Sort.INT);
    return variables.isEmpty() ? "number" : chance.of(variables).name();
  }
}

package dev.belay.processor.fuzz;

import java.util.List;

/** Grows strings, objects, and lists of strings. */
final class Texts {
  private final Chance chance;
  private final Expressions expressions;

  Texts(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree of(Sort sort, Place place) {
    return switch (sort) {
      case STRING -> string(place);
      case OBJECT -> object(place);
      case STRINGS -> tree(sort, "List.of(#, #)", place, Sort.STRING, Sort.STRING);
      default -> throw new IllegalArgumentException("not a text");
    };
  }

  private Tree string(Place place) {
    List<Variable> variables = place.assignable(Sort.STRING);
    return chance
        .<Tree>choice()
        .or(5, () -> tree(Sort.STRING, "(# + #)", place, Sort.STRING, shown()))
        .or(6, expressions.answers(place), () -> expressions.answer(place))
        .or(3, () -> tree(Sort.STRING, "(# + #)", place, shown(), Sort.STRING))
        .or(2, () -> tree(Sort.STRING, "(# + # + #)", place, Sort.STRING, shown(), shown()))
        .or(2, () -> tree(Sort.STRING, "pick(#)", place, shown()))
        .or(1, () -> tree(Sort.STRING, "see(#)", place, Sort.STRING))
        .or(1, () -> tree(Sort.STRING, "all(#, #, #)", place, Sort.STRING, shown(), shown()))
        .or(1, () -> tree(Sort.STRING, "all(#)", place, Sort.STRING))
        .or(1, () -> tree(Sort.STRING, "String.valueOf(#)", place, Sort.INT))
        .or(1, () -> tree(Sort.STRING, "#.concat(#)", place, Sort.STRING, Sort.STRING))
        .or(1, () -> tree(Sort.STRING, "#.substring(#)", place, Sort.STRING, Sort.INT))
        .or(1, () -> tree(Sort.STRING, "#.get(#)", place, Sort.STRINGS, Sort.INT))
        .or(1, () -> tree(Sort.STRING, "((String) #)", place, Sort.OBJECT))
        .or(1, () -> tree(Sort.STRING, "(word += brief(#))", place, shown()))
        .or(1, () -> tree(Sort.STRING, "(#.s += brief(#))", place, Sort.BOX, shown()))
        .or(1, () -> Tree.of(Sort.STRING, "Probe.<String>fail(\"thrown\")"))
        .or(
            3,
            !variables.isEmpty(),
            () ->
                tree(
                    Sort.STRING,
                    "(" + chance.bracketed(chance.of(variables).name()) + " += brief(#))",
                    place,
                    shown()))
        .take();
  }

  private Sort shown() {
    return chance.of(
        Sort.INT,
        Sort.LONG,
        Sort.DOUBLE,
        Sort.BOOLEAN,
        Sort.CHAR,
        Sort.BYTE,
        Sort.INTEGER,
        Sort.STRING,
        Sort.OBJECT);
  }

  private Tree object(Place place) {
    return chance
        .<Tree>choice()
        .or(4, () -> tree(Sort.OBJECT, "(Object) #", place, boxed()))
        .or(
            2,
            () -> tree(Sort.OBJECT, "(Object) (# ? # : #)", place, Sort.BOOLEAN, shown(), shown()))
        .or(1, () -> tree(Sort.OBJECT, "see(#)", place, Sort.OBJECT))
        .or(2, () -> tree(Sort.OBJECT, "(Object) new Point(#, #)", place, Sort.OBJECT, Sort.INT))
        .or(1, () -> tree(Sort.OBJECT, "(Object) Optional.of(#).get()", place, Sort.STRING))
        .or(1, () -> tree(Sort.OBJECT, "Objects.requireNonNull(#)", place, Sort.OBJECT))
        .or(
            1,
            place.suspends(),
            () ->
                tree(
                    Sort.OBJECT,
                    "(Object) await(# ? stage(#) : stage(#))",
                    place,
                    Sort.BOOLEAN,
                    Sort.STRING,
                    Sort.STRING))
        .take();
  }

  private Sort boxed() {
    return chance.of(Sort.STRING, Sort.INTEGER, Sort.BOX, Sort.INT, Sort.CHAR, Sort.LONG);
  }

  private Tree tree(Sort sort, String pattern, Place place, Sort... sorts) {
    return expressions.tree(sort, pattern, place, sorts);
  }
}

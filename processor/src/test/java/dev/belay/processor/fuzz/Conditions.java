package dev.belay.processor.fuzz;

import java.util.List;

/** Grows conditions. */
final class Conditions {
  private final Chance chance;
  private final Expressions expressions;

  Conditions(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree of(Place place) {
    String relation = chance.of("<", "<=", ">", ">=", "==", "!=");
    List<Variable> variables = place.assignable(Sort.BOOLEAN);
    return chance
        .<Tree>choice()
        .or(3, () -> tree("(# " + relation + " #)", place, Sort.INT, Sort.INT))
        .or(1, () -> tree("(# " + relation + " (0 + #))", place, Sort.LONG, Sort.DOUBLE))
        .or(1, () -> tree("(# " + relation + " (0 + #))", place, Sort.INT, Sort.CHAR))
        .or(2, () -> tree("!(#)", place, Sort.BOOLEAN))
        .or(3, () -> tree("(# && #)", place, Sort.BOOLEAN, Sort.BOOLEAN))
        .or(3, () -> tree("(# || #)", place, Sort.BOOLEAN, Sort.BOOLEAN))
        .or(
            1,
            () -> tree("(# " + chance.of("&", "|", "^") + " #)", place, Sort.BOOLEAN, Sort.BOOLEAN))
        .or(1, () -> tree("#.equals(#)", place, Sort.STRING, Sort.OBJECT))
        .or(1, () -> tree("(# instanceof Integer)", place, Sort.OBJECT))
        .or(1, () -> tree("(# == null)", place, chance.of(Sort.OBJECT, Sort.BOX, Sort.STRING)))
        .or(1, () -> tree("(# == #)", place, Sort.INTEGER, Sort.INTEGER))
        .or(2, () -> tree("see(#)", place, Sort.BOOLEAN))
        .or(1, () -> tree("(flag = #)", place, Sort.BOOLEAN))
        .or(1, () -> tree("(flag ^= #)", place, Sort.BOOLEAN))
        .or(
            1,
            !variables.isEmpty(),
            () ->
                tree(
                    "(" + chance.of(variables).name() + chance.of(" |= #)", " &= #)"),
                    place,
                    Sort.BOOLEAN))
        .take();
  }

  private Tree tree(String pattern, Place place, Sort... sorts) {
    return expressions.tree(Sort.BOOLEAN, pattern, place, sorts);
  }
}

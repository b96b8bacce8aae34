package dev.belay.processor.fuzz;

import java.util.Arrays;
import java.util.List;

/** Grows numbers. */
final class Numbers {
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "&", "|", "^");
  private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");

  private final Chance chance;
  private final Expressions expressions;

  Numbers(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree of(Sort sort, Place place) {
    return switch (sort) {
      case INT -> integer(place);
      case LONG -> wide(place);
      case DOUBLE -> floating(place);
      case CHAR ->
          chance
              .<Tree>choice()
              .or(1, () -> tree(sort, "(char) (# % 50 + 60)", place, Sort.INT))
              .or(1, () -> tree(sort, "(# + \"abc\").charAt(# & 1)", place, Sort.STRING, Sort.INT))
              .take();
      case BYTE ->
          chance
              .<Tree>choice()
              .or(1, () -> tree(sort, "(byte) (1 + #)", place, Sort.INT))
              .or(1, () -> tree(sort, "(small += #)", place, Sort.INT))
              .or(1, () -> compound(sort, Sort.INT, place))
              .take();
      case INTEGER ->
          chance
              .<Tree>choice()
              .or(1, () -> tree(sort, "Integer.valueOf(#)", place, Sort.INT))
              .or(1, () -> tree(sort, "(Integer) (#)", place, Sort.INT))
              .or(1, () -> tree(sort, "(boxed = #)", place, Sort.INTEGER))
              .or(
                  1,
                  () -> tree(sort, "((Integer) (# ? # : null))", place, Sort.BOOLEAN, Sort.INTEGER))
              .take();
      default -> throw new IllegalArgumentException("not a number");
    };
  }

  private Tree integer(Place place) {
    String sign = chance.of(ARITHMETIC);
    return chance
        .<Tree>choice()
        .or(6, () -> tree(Sort.INT, "(# " + sign + " #)", place, operand(), operand()))
        .or(1, () -> tree(Sort.INT, "(# " + chance.of(SHIFTS) + " #)", place, Sort.INT, Sort.INT))
        .or(2, () -> tree(Sort.INT, "(" + chance.of("-", "~", "+") + "(#))", place, operand()))
        .or(2, () -> tree(Sort.INT, "see(#)", place, Sort.INT))
        .or(3, () -> tree(Sort.INT, "add(#, #)", place, Sort.INT, Sort.INT))
        .or(1, () -> tree(Sort.INT, "sum(#)", place, Sort.INT))
        .or(1, () -> tree(Sort.INT, "sum(#, #, #)", place, Sort.INT, Sort.INT, Sort.INTEGER))
        .or(2, () -> tree(Sort.INT, "mixed(#, #, #)", place, Sort.INT, Sort.STRING, Sort.LONG))
        .or(1, () -> tree(Sort.INT, "secret(#)", place, Sort.INT))
        .or(1, !place.capturing(), () -> tree(Sort.INT, "risky(#)", place, Sort.INT))
        .or(
            1,
            () ->
                tree(
                    Sort.INT, "(int) (0 + #)", place, chance.of(Sort.LONG, Sort.DOUBLE, Sort.CHAR)))
        .or(1, () -> tree(Sort.INT, "#.length()", place, Sort.STRING))
        .or(2, () -> tree(Sort.INT, "#[#]", place, Sort.INTS, Sort.INT))
        .or(1, () -> tree(Sort.INT, "#.length", place, Sort.INTS))
        .or(2, () -> tree(Sort.INT, "#.n", place, Sort.BOX))
        .or(1, () -> tree(Sort.INT, "#.getAsInt()", place, Sort.SUPPLIER))
        .or(2, () -> stored("#[#]", place, Sort.INTS, Sort.INT))
        .or(2, () -> stored("#.n", place, Sort.BOX))
        .or(
            3,
            () ->
                stored(chance.of("number", "this.number", "hidden", "shared", "Kept.count"), place))
        .or(1, !place.capturing(), () -> stored("me().hidden", place))
        .or(1, () -> tree(Sort.INT, "me().secret(#)", place, Sort.INT))
        .or(1, () -> tree(Sort.INT, "Kept.more(#)", place, Sort.INT))
        .or(1, () -> stored("#.cells[#]", place, Sort.BOX, Sort.INT))
        .or(1, () -> tree(Sort.INT, "me().new Inner(#).outer()", place, Sort.INT))
        .or(4, () -> compound(Sort.INT, chance.of(Sort.INT, Sort.LONG, Sort.DOUBLE), place))
        .or(1, () -> tree(Sort.INT, "super.twice(#)", place, Sort.INT))
        .or(1, () -> tree(Sort.INT, "new Box(#, #).n", place, Sort.INT, Sort.STRING))
        .take();
  }

  private Sort operand() {
    return chance.of(Sort.INT, Sort.INT, Sort.INT, Sort.INTEGER, Sort.CHAR, Sort.BYTE);
  }

  /** A place in memory that is changed, as an expression. */
  private Tree stored(String place, Place at, Sort... sorts) {
    String memory = chance.bracketed(place);
    String pattern =
        chance.of(
            "(" + memory + " = #)",
            "(" + memory + " " + chance.of(ARITHMETIC) + "= #)",
            memory + "++",
            "--" + memory);
    boolean assigned = pattern.endsWith("#)");
    Sort[] all = Arrays.copyOf(sorts, sorts.length + (assigned ? 1 : 0));
    if (assigned) {
      all[sorts.length] = Sort.INT;
    }
    return tree(Sort.INT, pattern.startsWith("--") ? "(" + pattern + ")" : pattern, at, all);
  }

  /** A local variable that is changed, as an expression. */
  private Tree compound(Sort sort, Sort operand, Place place) {
    List<Variable> variables = place.assignable(sort);
    if (variables.isEmpty()) {
      return sort == Sort.BYTE ? Tree.of(sort, "small") : tree(sort, "see(#)", place, sort);
    }
    String name = chance.bracketed(chance.of(variables).name());
    return chance
        .<Tree>choice()
        .or(1, () -> Tree.of(sort, name + "++"))
        .or(1, () -> Tree.of(sort, "(--" + name + ")"))
        .or(
            2,
            () -> {
              String sign =
                  operand == Sort.DOUBLE ? chance.of("+", "-", "*") : chance.of(ARITHMETIC);
              return tree(sort, "(" + name + " " + sign + "= #)", place, operand);
            })
        .take();
  }

  private Tree wide(Place place) {
    String sign = chance.of(ARITHMETIC);
    return chance
        .<Tree>choice()
        .or(3, () -> tree(Sort.LONG, "(# " + sign + " #)", place, Sort.LONG, operand()))
        .or(2, () -> tree(Sort.LONG, "(# " + sign + " #)", place, operand(), Sort.LONG))
        .or(1, () -> tree(Sort.LONG, "(# >> #)", place, Sort.LONG, Sort.LONG))
        .or(1, () -> tree(Sort.LONG, "(long) (1 + #)", place, Sort.DOUBLE))
        .or(1, () -> tree(Sort.LONG, "see(#)", place, Sort.LONG))
        .or(1, () -> tree(Sort.LONG, "(big " + sign + "= #)", place, Sort.INT))
        .or(1, () -> tree(Sort.LONG, "big++", place))
        .or(2, () -> compound(Sort.LONG, chance.of(Sort.INT, Sort.LONG), place))
        .take();
  }

  private Tree floating(Place place) {
    String sign = chance.of("+", "-", "*", "/", "%");
    return chance
        .<Tree>choice()
        .or(2, () -> tree(Sort.DOUBLE, "(# " + sign + " #)", place, Sort.DOUBLE, operand()))
        .or(1, () -> tree(Sort.DOUBLE, "(# " + sign + " #)", place, Sort.LONG, Sort.DOUBLE))
        .or(1, () -> tree(Sort.DOUBLE, "see(#)", place, Sort.DOUBLE))
        .or(1, () -> tree(Sort.DOUBLE, "(double) #", place, Sort.INT))
        .or(
            1,
            () ->
                tree(
                    Sort.DOUBLE,
                    "((double) (# ? # : #))",
                    place,
                    Sort.BOOLEAN,
                    Sort.INT,
                    Sort.DOUBLE))
        .take();
  }

  private Tree tree(Sort sort, String pattern, Place place, Sort... sorts) {
    return expressions.tree(sort, pattern, place, sorts);
  }
}

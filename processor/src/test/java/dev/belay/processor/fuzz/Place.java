package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something grows: what it may name, and what it may do.
 *
 * @param variables the local variables in scope, also those that a lambda cannot capture
 * @param targets what jumps can name, the innermost last
 * @param suspends whether an await may stand here
 * @param yields whether a yield may stand here
 * @param returns whether the template may end here
 * @param capturing whether this is in a lambda, which captures variables
 * @param releasing whether this is in a {@code finally} block
 * @param depth how many statements it is inside of
 */
record Place(
    List<Variable> variables,
    List<Target> targets,
    boolean suspends,
    boolean yields,
    boolean returns,
    boolean capturing,
    boolean releasing,
    int depth) {
  private static final List<String> NAMES =
      List.of(
          "a", "b", "c", "d", "x", "y", "z", "t", "p", "q", "state", "self", "at", "awaited",
          "value", "waiter", "resume", "result", "failure", "frame", "poll", "advance", "machine",
          "i", "j");

  static Place body(boolean yields) {
    return new Place(new ArrayList<>(), List.of(), true, yields, true, false, false, 0);
  }

  /** A block inside, whose declarations stay in it. */
  Place block() {
    return new Place(
        new ArrayList<>(variables),
        targets,
        suspends,
        yields,
        returns,
        capturing,
        releasing,
        depth + 1);
  }

  Place in(Target target) {
    List<Target> more = new ArrayList<>(targets);
    more.add(target);
    return new Place(
        new ArrayList<>(variables),
        more,
        suspends,
        yields,
        returns,
        capturing,
        releasing,
        depth + 1);
  }

  /** Inside {@code synchronized}. */
  Place unsuspended() {
    return new Place(
        new ArrayList<>(variables),
        targets,
        false,
        false,
        returns,
        capturing,
        releasing,
        depth + 1);
  }

  Place finallyBlock() {
    return new Place(
        new ArrayList<>(variables), targets, suspends, false, returns, capturing, true, depth + 1);
  }

  Place lambda() {
    return new Place(
        new ArrayList<>(variables), List.of(), false, false, false, true, releasing, depth + 1);
  }

  /** A guard, which reads only what is assigned once (JLS 14.11.1). */
  Place guard() {
    return new Place(
        new ArrayList<>(variables), List.of(), suspends, yields, false, true, releasing, depth + 1);
  }

  /** The arm of a switch expression, which no jump leaves. */
  Place arm() {
    return new Place(
        new ArrayList<>(variables),
        List.of(),
        suspends,
        yields,
        false,
        capturing,
        releasing,
        depth + 1);
  }

  /** Where nothing suspends, as in the operands of what is not supported beside a suspension. */
  List<Variable> readable(Sort sort) {
    return variables.stream()
        .filter(variable -> variable.sort() == sort && !(capturing && variable.assignable()))
        .toList();
  }

  List<Variable> assignable(Sort sort) {
    return capturing
        ? List.of()
        : variables.stream()
            .filter(variable -> variable.sort() == sort && variable.assignable())
            .toList();
  }

  /** A name that no variable in scope has. */
  String freshName(Chance chance) {
    String name = chance.of(NAMES);
    for (int i = 0; isTaken(name); i++) {
      name = chance.of(NAMES) + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return variables.stream().anyMatch(variable -> variable.name().equals(name));
  }

  Variable declare(Sort sort, boolean assignable, Chance chance) {
    Variable variable = new Variable(freshName(chance), sort, assignable);
    variables.add(variable);
    return variable;
  }
}

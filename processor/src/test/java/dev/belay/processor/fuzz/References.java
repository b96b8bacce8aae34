package dev.belay.processor.fuzz;

import java.util.List;

/** Grows arrays, objects with fields, stages, and functions that capture. */
final class References {
  private final Chance chance;
  private final Expressions expressions;

  References(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree of(Sort sort, Place place) {
    return switch (sort) {
      case INTS ->
          chance
              .<Tree>choice()
              .or(3, () -> tree(sort, "new int[] {#, #, #}", place, Sort.INT, Sort.INT, Sort.INT))
              .or(1, () -> tree(sort, "(new int[# & 3])", place, Sort.INT))
              .or(
                  1,
                  () ->
                      tree(
                          sort,
                          "new int[][] {#, {#}}[# & 1]",
                          place,
                          Sort.INTS,
                          Sort.INT,
                          Sort.INT))
              .or(1, () -> tree(sort, "(cells = #)", place, Sort.INTS))
              .or(1, () -> tree(sort, "#.cells", place, Sort.BOX))
              .take();
      case BOX ->
          chance
              .<Tree>choice()
              .or(2, () -> tree(sort, "new Box(#)", place, Sort.INT))
              .or(2, () -> tree(sort, "new Box(#, #)", place, Sort.INT, Sort.STRING))
              .or(
                  1,
                  () ->
                      tree(
                          sort,
                          "new Box(#) { @Override int weight() { return 9; } }",
                          place,
                          Sort.INT))
              .or(2, () -> tree(sort, "find(#)", place, Sort.INT))
              .or(1, () -> tree(sort, "#.with(#)", place, Sort.BOX, Sort.INT))
              .or(1, () -> tree(sort, "(box = #)", place, Sort.BOX))
              .or(1, () -> tree(sort, "((Box) #)", place, Sort.OBJECT))
              .take();
      case STAGE ->
          chance
              .<Tree>choice()
              .or(4, () -> tree(sort, "stage(#)", place, Sort.INT))
              .or(1, () -> Tree.of(sort, "Probe.<Integer>broken(new Failure(\"broken\"))"))
              .or(
                  1,
                  () ->
                      Tree.of(
                          sort,
                          "Probe.<Integer>broken(new CompletionException(new Failure(\"in\")))"))
              .take();
      case SUPPLIER -> supplier(place);
      default -> throw new IllegalArgumentException("not a reference");
    };
  }

  private Tree supplier(Place place) {
    Place lambda = place.lambda();
    return chance
        .<Tree>choice()
        .or(4, () -> tree(Sort.SUPPLIER, "((IntSupplier) () -> #)", lambda, Sort.INT))
        .or(
            2,
            () ->
                tree(
                    Sort.SUPPLIER,
                    "((IntSupplier) () -> { log(#); return #; })",
                    lambda,
                    Sort.STRING,
                    Sort.INT))
        .or(
            2,
            () ->
                tree(
                    Sort.SUPPLIER,
                    "((IntSupplier) () -> ((IntSupplier) () -> #).getAsInt() + #)",
                    lambda,
                    Sort.INT,
                    Sort.INT))
        .or(1, () -> Tree.of(Sort.SUPPLIER, anonymous(lambda)))
        .or(1, () -> tree(Sort.SUPPLIER, "((IntSupplier) #::length)", place, Sort.STRING))
        .take();
  }

  /** {@code this} is another in there, so that it reads only what means the same. */
  private String anonymous(Place lambda) {
    List<Variable> variables = lambda.readable(Sort.INT);
    String captured = variables.isEmpty() ? "number" : chance.of(variables).name();
    return "new IntSupplier() { int calls = 1; @Override public int getAsInt() { return calls++ + "
        + captured
        + "; } }";
  }

  private Tree tree(Sort sort, String pattern, Place place, Sort... sorts) {
    return expressions.tree(sort, pattern, place, sorts);
  }
}

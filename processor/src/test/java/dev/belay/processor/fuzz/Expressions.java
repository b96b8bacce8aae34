package dev.belay.processor.fuzz;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Grows expressions of every type; what all types have in common is here. */
final class Expressions {
  /**
   * How many expressions whose type depends on where they stand may be inside of each other: javac
   * looks at each twice before it knows, and so does the next one inside.
   */
  private static final int POLYS = 3;

  private final Chance chance;
  private final String companion;
  private final Template template;
  private final Numbers numbers;
  private final Texts texts;
  private final Conditions conditions;
  private final References references;
  private int names;
  private int nested;
  private int polys;

  /**
   * @param companion the name of the companion, which has the helpers of {@link Fuzzed}
   * @param template what it all is for
   */
  Expressions(Chance chance, String companion, Template template) {
    this.chance = chance;
    this.companion = companion;
    this.template = template;
    this.numbers = new Numbers(chance, this);
    this.texts = new Texts(chance, this);
    this.conditions = new Conditions(chance, this);
    this.references = new References(chance, this);
  }

  Tree of(Sort sort, Place place) {
    if (nested == chance.size().depth() || polys > POLYS || chance.percent(20 + 15 * nested)) {
      return leaf(sort, place);
    }
    nested++;
    try {
      return branch(sort, place);
    } finally {
      nested--;
    }
  }

  private Tree branch(Sort sort, Place place) {
    boolean suspends = place.suspends();
    List<Variable> variables = place.assignable(sort);
    return chance
        .<Tree>choice()
        .or(12, () -> special(sort, place))
        .or(4, () -> leaf(sort, place))
        .or(4, suspends && sort != Sort.STAGE, () -> explicit(sort, place))
        .or(2, suspends && sort != Sort.STAGE, () -> poly(2, () -> awaited(sort, place)))
        .or(
            1,
            () ->
                poly(
                    1,
                    () -> tree(sort, typed(sort, "(# ? # : #)"), place, Sort.BOOLEAN, sort, sort)))
        .or(1, () -> poly(1, () -> tree(sort, "same(#)", place, sort)))
        .or(
            2,
            !variables.isEmpty(),
            () -> Tree.of(sort, "(" + chance.of(variables).name() + " = #)", of(sort, place)))
        .or(1, sort != Sort.SUPPLIER, () -> poly(2, () -> arms(sort, place)))
        .or(1, suspends && sort != Sort.STAGE, () -> poly(2, () -> guarded(sort, place)))
        .take();
  }

  /** With a cast, since overloads are ambiguous for what has a type only where it stands. */
  private static String typed(Sort sort, String pattern) {
    return "((" + sort.type + ") " + pattern + ")";
  }

  private Tree poly(int levels, Supplier<Tree> grown) {
    polys += levels;
    try {
      return grown.get();
    } finally {
      polys -= levels;
    }
  }

  /** Whether a yield is an expression here: the consumer's answer. */
  boolean answers(Place place) {
    return place.yields() && template.kind() == Template.Kind.CONVERSATION;
  }

  Tree answer(Place place) {
    return Tree.of(Sort.STRING, "out.yield(#)", of(template.element(), place));
  }

  String companion() {
    return companion;
  }

  Tree condition(Place place) {
    return of(Sort.BOOLEAN, place);
  }

  /** An expression of any type. */
  Tree any(Place place) {
    return of(chance.of(Sort.TYPES.subList(0, 12)), place);
  }

  private Tree special(Sort sort, Place place) {
    return switch (sort) {
      case INT, LONG, DOUBLE, CHAR, BYTE, INTEGER -> numbers.of(sort, place);
      case BOOLEAN -> conditions.of(place);
      case STRING, OBJECT, STRINGS -> texts.of(sort, place);
      case INTS, BOX, STAGE, SUPPLIER -> references.of(sort, place);
      case STATEMENT, STATEMENTS -> throw new IllegalArgumentException("not an expression");
    };
  }

  /** Something without parts. */
  private Tree leaf(Sort sort, Place place) {
    List<Variable> variables = place.readable(sort);
    if (!variables.isEmpty() && chance.percent(75)) {
      return Tree.of(sort, chance.of(variables).name());
    }
    return Tree.of(
        sort,
        switch (sort) {
          case INT ->
              chance.of(
                  "0",
                  "1",
                  "2",
                  "3",
                  "(-1)",
                  "7",
                  "number",
                  "this.number",
                  "hidden",
                  "shared",
                  "Subject.shared",
                  "Integer.MAX_VALUE",
                  "cells.length",
                  "128");
          case LONG -> chance.of("0L", "3L", "big", "(1L << 40)", "(number + 1L)", "(long) hidden");
          case DOUBLE -> chance.of("0.5", "(-2.0)", "1e3", "(number / 2.0)");
          case BOOLEAN ->
              chance.of("see(true)", "see(false)", "flag", "(number > 2)", "(boxed != null)");
          case CHAR -> chance.of("'x'", "'\\n'", "(char) (number + 60)", "'é'");
          case BYTE -> chance.of("(byte) 200", "(byte) 3", "small");
          case INTEGER -> chance.of("boxed", "(Integer) 5", "Integer.valueOf(1000)");
          case STRING -> chance.of("\"k\"", "word", "\"\"", "\"\"\"\n  block\"\"\"", "this.word");
          case OBJECT -> chance.of("(Object) 1", "(Object) word", "(Object) null", "(Object) 'q'");
          case INTS -> chance.of("cells", "new int[] {4, 5, 6}", "(new int[2])", "cells.clone()");
          case STRINGS -> chance.of("List.<String>of()", "List.of(\"u\", \"v\", \"w\")");
          case BOX -> chance.of("box", "new Box(3)", "find(1)", "this.box");
          case STAGE -> chance.of("stage(4)", "stage(number)");
          case SUPPLIER ->
              chance.of("((IntSupplier) () -> number)", "((IntSupplier) Subject::constant)");
          case STATEMENT, STATEMENTS -> throw new IllegalArgumentException("not an expression");
        });
  }

  /** With types that javac need not infer, which is what most of its time would go to. */
  private Tree explicit(Sort sort, Place place) {
    return Tree.of(
        sort, "Async.<%1$s>await(Probe.<%1$s>stage(#))".formatted(sort.boxed()), of(sort, place));
  }

  private Tree awaited(Sort sort, Place place) {
    if (sort == Sort.SUPPLIER) {
      return Tree.of(sort, "await(stage(#))", of(sort, place));
    }
    if (sort == Sort.INT && chance.percent(40)) {
      return chance
          .<Tree>choice()
          .or(2, () -> Tree.of(sort, "await(#)", of(Sort.STAGE, place)))
          .or(
              1,
              () -> Tree.of(sort, "await(" + companion + ".helper(this, #))", of(Sort.INT, place)))
          .or(
              1,
              () -> Tree.of(sort, "await(#, IllegalStateException.class)", of(Sort.STAGE, place)))
          .take();
    }
    return Tree.of(sort, "await(stage(#))", of(sort, place));
  }

  /** A switch expression, with arms of both kinds. */
  private Tree arms(Sort sort, Place place) {
    Place arm = place.arm();
    return chance
        .<Tree>choice()
        .or(
            3,
            () ->
                Tree.of(
                    sort,
                    typed(
                        sort,
                        "(switch (#) { case 0, 3 -> #; case 1 -> { log(#); yield #; } default -> #; })"),
                    of(Sort.INT, place),
                    value(sort, arm),
                    any(arm),
                    value(sort, arm),
                    value(sort, arm)))
        .or(
            2,
            () ->
                Tree.of(
                    sort,
                    typed(
                        sort,
                        "(switch (#) { case \"k\": log(#); case \"w\": yield #; default: yield #; })"),
                    of(Sort.STRING, place),
                    any(arm),
                    value(sort, arm),
                    value(sort, arm)))
        .or(
            1,
            () ->
                Tree.of(
                    sort,
                    typed(
                        sort,
                        "(switch (color(#)) { case RED -> #; case GREEN -> throw new Failure(\"green\"); case BLUE -> #; })"),
                    of(Sort.INT, place),
                    value(sort, arm),
                    value(sort, arm)))
        .take();
  }

  /** javac does not know {@code yield} before a bracket with statements in it. */
  private Tree value(Sort sort, Place place) {
    Tree value = of(sort, place);
    return value.text().matches("(?s)\\(.*[{;].*") ? leaf(sort, place) : value;
  }

  /** A pattern's variable in the part that is reached only if it matches. */
  private Tree guarded(Sort sort, Place place) {
    Sort matched = chance.of(Sort.STRING, Sort.INTEGER, Sort.BOX);
    String name = freshBinding();
    Tree subject = of(Sort.OBJECT, place);
    Place then = place.block();
    then.variables().add(new Variable(name, matched, false));
    return Tree.of(
        sort,
        typed(sort, "(# instanceof " + matched.type + " " + name + " && # ? # : #)"),
        subject,
        condition(then),
        of(sort, then),
        of(sort, place));
  }

  Tree tree(Sort sort, String pattern, Place place, Sort... sorts) {
    return Tree.of(
        sort, pattern, Stream.of(sorts).map(each -> of(each, place)).toArray(Tree[]::new));
  }

  /** Patterns' variables are in scope in places that are not blocks, hence all different. */
  String freshBinding() {
    return freshName("match");
  }

  /** A name that nothing else in the program has. */
  String freshName(String start) {
    return start + ++names;
  }
}

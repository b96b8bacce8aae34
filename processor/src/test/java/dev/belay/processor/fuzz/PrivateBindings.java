package dev.belay.processor.fuzz;

/**
 * Grows what is bound and assigned: patterns of private classes whose variable is assigned, in
 * statements, lambdas and labels, those of classes and records of the body, and what becomes a
 * lambda of ours. Only programs of later seeds have them ({@link Fuzzed#BINDINGS}).
 */
final class PrivateBindings {
  /** What they need besides, as members of the template's class. */
  static final String MEMBERS =
      """
      private sealed interface HidShape permits HidDot, HidLine {}

      private record HidDot() implements HidShape {}

      private record HidLine(int length) implements HidShape {}

      private interface HidAct {
        int act(int number);
      }

      private static int hidActed(HidAct act, int number) {
        log("act", number);
        return act.act(number);
      }

      private int hidSum(HidRow... rows) {
        log(rows.getClass().getSimpleName(), rows.length);
        int sum = 0;
        for (HidRow row : rows) {
          sum += row.first();
        }
        return sum;
      }
      """;

  private final Chance chance;
  private final Expressions expressions;

  PrivateBindings(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree statement(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> row(place))
        .or(3, () -> cell(place))
        .or(2, () -> array(place))
        .or(2, () -> function(place))
        .or(2, () -> act(place))
        .or(2, () -> summed(place))
        .or(2, () -> ofBody(place))
        .or(2, Patterns.ARE_KNOWN, () -> parts(place))
        .or(2, Patterns.ARE_KNOWN, () -> labels(place))
        .or(2, Patterns.ARE_KNOWN, () -> groups(place))
        .or(2, Patterns.ARE_KNOWN, () -> recordOfBody(place))
        .take();
  }

  private Tree number(Place place) {
    return expressions.of(Sort.INT, place);
  }

  private Tree one(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> Tree.statement("new HidRow(#, \"one\")", number(place)))
        .or(2, () -> Tree.statement("hidRow(#)", number(place)))
        .or(2, place.suspends(), () -> Tree.statement("await(stage(hidRow(#)))", number(place)))
        .take();
  }

  private Tree subject(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> Tree.statement("((Object) #)", one(place)))
        .or(2, () -> Tree.statement("((Object) new HidCell(#))", number(place)))
        .or(1, () -> Tree.statement("((Object) new HidRow[] {#})", one(place)))
        .or(1, () -> expressions.of(Sort.OBJECT, place))
        .take();
  }

  private String named(Place place) {
    return place.declare(Sort.STATEMENT, false, chance).name();
  }

  private static void offer(Place place, String expression, Sort sort, boolean assignable) {
    place.variables().add(new Variable(expression, sort, assignable));
  }

  private Tree row(Place place) {
    Tree subject = subject(place);
    String name = expressions.freshBinding();
    Place inside = place.block();
    Tree condition = expressions.condition(inside);
    String text =
        """
        %1$s = %1$s.grown(#);
        log(told(%1$s = #), %1$s.first(), told(%1$s));
        %1$s = #;
        log(%1$s.second(), #);
        """
            .formatted(name);
    Tree inner =
        Tree.statement(text, number(inside), one(inside), one(inside), expressions.any(inside));
    return chance.percent(60)
        ? Tree.statement(
            "if (# instanceof HidRow " + name + " && #) {\n#}", subject, condition, inner)
        : Tree.statement(
            "if (!(# instanceof HidRow " + name + ") || #) {\nlog(#);\n} else {\n#}",
            subject,
            condition,
            expressions.any(place.block()),
            inner);
  }

  private Tree cell(Place place) {
    Tree count = number(place);
    String name = expressions.freshBinding();
    Place inside = place.block();
    offer(inside, name + ".count", Sort.INT, true);
    offer(inside, name + ".text", Sort.STRING, true);
    return Tree.statement(
        """
        %2$s (((Object) new HidCell(#)) instanceof HidCell %1$s && #) {
        %1$s.count += #;
        %1$s = hidCell(new HidCell(#)).linked(%1$s);
        log(#, %1$s);
        %1$s = %3$s;
        log(%1$s, #);
        %4$s}"""
            .formatted(
                name,
                chance.of("if", "while"),
                place.suspends() && chance.percent(50)
                    ? "await(stage(" + name + ".next))"
                    : name + ".next",
                "if (!fuel()) {\nthrow new IllegalStateException();\n}\n"),
        count,
        expressions.condition(inside),
        number(inside),
        number(inside),
        expressions.any(inside),
        expressions.any(inside));
  }

  private Tree array(Place place) {
    String name = expressions.freshBinding();
    Place inside = place.block();
    return Tree.statement(
        """
        if (((Object) new HidRow[] {#}) instanceof HidRow[] %1$s && #) {
        %1$s[0] = #;
        %1$s = new HidRow[] {%1$s[0], #};
        log(%1$s.length, %1$s[1].first(), #);
        }"""
            .formatted(name),
        one(place),
        expressions.condition(inside),
        one(inside),
        one(inside),
        expressions.any(inside));
  }

  /** A lambda in which everything stays text. */
  private Tree function(Place place) {
    Place inside = place.lambda();
    Tree first = number(inside);
    Tree second = number(inside);
    String name = named(place);
    String text =
        """
        Function<Object, Object> %1$s = any%1$s -> {
        if (any%1$s instanceof HidCell cell%1$s) {
        cell%1$s = new HidCell(cell%1$s.count + #);
        cell%1$s.count++;
        return cell%1$s;
        }
        return any%1$s instanceof HidRow row%1$s && (row%1$s = row%1$s.grown(#)).first() > 2 ? told(row%1$s) : "none";
        };
        log(%1$s.apply(#), %1$s.apply(#));"""
            .formatted(name);
    return Tree.statement(text, first, second, subject(place), subject(place));
  }

  /** A class, in which {@code this} would be another object. */
  private Tree act(Place place) {
    Tree grown = number(place.lambda());
    Tree by = grown.text().contains("this") ? Tree.statement("hidden") : grown;
    String name = named(place);
    offer(place, name + ".act(3)", Sort.INT, false);
    offer(place, "hidActed(" + name + ", 4)", Sort.INT, false);
    return Tree.statement(
        "HidAct %1$s = new HidAct() {\n@Override\npublic int act(int act%1$s) {\nreturn act%1$s - #;\n}\n};"
            .formatted(name),
        by);
  }

  private Tree summed(Place place) {
    String name = named(place);
    return Tree.statement(
        "ToIntBiFunction<HidRow, HidRow> %1$s = %2$s::hidSum;\nlog(%1$s.applyAsInt(#, #), #);"
            .formatted(name, chance.of("this", "me()")),
        one(place),
        one(place),
        expressions.any(place));
  }

  private Tree ofBody(Place place) {
    String type = expressions.freshName("Owning");
    String name = expressions.freshBinding();
    Tree first = one(place);
    Tree second = one(place);
    Place inside = place.block();
    offer(inside, name + ".own.first()", Sort.INT, false);
    return Tree.statement(
        """
        class %1$s {
        HidRow own;
        %1$s(HidRow own) { this.own = own; }
        @Override
        public boolean equals(Object other) { return other instanceof %1$s one && one.own.equals(own); }
        @Override
        public int hashCode() { return 1; }
        }
        if (((Object) new %1$s(#)) instanceof %1$s %2$s && #) {
        log(#, %2$s.equals(new %1$s(#)), #);
        }"""
            .formatted(type, name),
        first,
        expressions.condition(inside),
        number(inside),
        second,
        expressions.any(inside));
  }

  /** Components that are assigned. */
  private Tree parts(Place place) {
    Tree subject = subject(place);
    String number = expressions.freshBinding();
    String text = expressions.freshBinding();
    Place inside = place.block();
    offer(inside, number, Sort.INT, true);
    offer(inside, text, Sort.STRING, true);
    return Tree.statement(
        "if (# instanceof HidRow(%1$s %2$s, %3$s %4$s) && #) {\n%2$s += #;\n%4$s += #;\nlog(%2$s, %4$s, #);\n}"
            .formatted(chance.of("int", "var"), number, chance.of("String", "var"), text),
        subject,
        expressions.condition(inside),
        number(inside),
        expressions.of(Sort.STRING, inside),
        expressions.any(inside));
  }

  private Tree labels(Place place) {
    String row = expressions.freshBinding();
    String cell = expressions.freshBinding();
    String array = expressions.freshBinding();
    Place first = place.block();
    Place second = place.block();
    offer(second, cell + ".count", Sort.INT, true);
    Place third = place.block();
    return Tree.statement(
        """
        switch (#) {
        case HidRow %1$s -> {
        log(%1$s.first(), #);
        %1$s = %1$s.grown(#);
        log(told(%1$s), #);
        }
        case HidCell %2$s -> {
        %2$s = new HidCell(#).linked(%2$s);
        log(#, %2$s.next);
        }
        case HidRow[] %3$s -> {
        %3$s = new HidRow[] {%3$s[0], #};
        log(%3$s.length, %3$s[1].first());
        }
        default -> log("none");
        }"""
            .formatted(row, cell, array),
        subject(place),
        expressions.any(first),
        number(first),
        expressions.any(first),
        number(second),
        expressions.any(second),
        one(third));
  }

  /** Groups in a lambda, exhaustive without a default. */
  private Tree groups(Place place) {
    Place inside = place.lambda();
    Tree first = number(inside);
    Tree second = number(inside);
    String name = named(place);
    String text =
        """
        ToIntFunction<HidShape> %1$s = shape%1$s -> {
        int sum%1$s = #;
        switch (shape%1$s) {
        case HidLine(int line%1$s):
        sum%1$s += line%1$s;
        break;
        case HidDot dot%1$s:
        %2$s
        }
        return sum%1$s;
        };
        log(%1$s.applyAsInt(new HidLine(#)), %1$s.applyAsInt(new HidDot()));"""
            .formatted(
                name,
                chance.of(
                    "sum%1$s -= #;".formatted(name),
                    "return #;",
                    "if (sum%1$s > 2) {\nreturn #;\n}".formatted(name)));
    return Tree.statement(text, first, second, number(place));
  }

  private Tree recordOfBody(Place place) {
    String type = expressions.freshName("Parted");
    String row = expressions.freshBinding();
    String number = expressions.freshBinding();
    Tree first = one(place);
    Tree second = number(place);
    Place inside = place.block();
    offer(inside, number, Sort.INT, false);
    return Tree.statement(
        """
        record %1$s(Object left, int right) {}
        if (((Object) new %1$s(#, #)) instanceof %1$s(HidRow %2$s, var %3$s) && #) {
        %2$s = %2$s.grown(#);
        log(told(%2$s), #);
        }"""
            .formatted(type, row, number),
        first,
        second,
        expressions.condition(inside),
        number(inside),
        expressions.any(inside));
  }
}

package dev.belay.processor.fuzz;

/**
 * Grows objects of private classes of the template's class: in variables, lists and arrays, given
 * to private methods and got from them, caught, tested, and chosen by. Only programs of later seeds
 * have them ({@link Fuzzed#PRIVATES}), so that the earlier seeds still mean what they meant.
 */
final class Privates {
  /** What all of them need, as members of the template's class. */
  static final String MEMBERS =
      """
      private record HidRow(int first, String second) implements Comparable<HidRow> {
        HidRow {
          log("row", first);
          second = brief(second);
        }

        static HidRow of(int first) {
          return new HidRow(first, "of");
        }

        private HidRow grown(int by) {
          return new HidRow(first + by, second);
        }

        @Override
        public int compareTo(HidRow other) {
          return Integer.compare(first, other.first);
        }
      }

      private static class HidCell {
        int count;
        private String text = "t";
        HidCell next;

        HidCell(int count) {
          this.count = count;
        }

        HidCell linked(HidCell other) {
          next = other;
          return this;
        }

        @Override
        public String toString() {
          return text + count;
        }
      }

      private enum HidState {
        LOW,
        HIGH {
          @Override
          int weight() {
            return 5;
          }
        };

        int weight() {
          return ordinal();
        }

        static HidState at(int index) {
          return values()[index & 1];
        }
      }

      private static final class HidLost extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int code;

        HidLost(int code) {
          super("lost " + code);
          this.code = code;
        }
      }

      private class HidNest {
        final int held;

        HidNest(int held) {
          this.held = held + hidden;
        }
      }

      private HidRow hidRow(int first) {
        log("make", first);
        return new HidRow(first, word);
      }

      private HidCell hidCell(HidCell cell) {
        log("cell", cell);
        return cell;
      }

      private static int told(Object any) {
        return 1;
      }

      private static int told(Comparable<?> any) {
        return 2;
      }

      private static int told(HidRow row) {
        return 3 + row.first();
      }
      """;

  private final Chance chance;
  private final Expressions expressions;

  Privates(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree statement(Place place) {
    return chance
        .<Tree>choice()
        .or(4, () -> row(place))
        .or(3, () -> cell(place))
        .or(2, () -> state(place))
        .or(2, () -> chosen(place))
        .or(2, () -> rows(place))
        .or(2, () -> array(place))
        .or(2, () -> each(place))
        .or(3, () -> caught(place))
        .or(3, () -> tested(place))
        .or(2, () -> made(place))
        .or(1, () -> inner(place))
        .or(1, () -> local(place))
        .or(2, () -> found(place))
        .or(2, Patterns.ARE_KNOWN, () -> taken(place))
        .or(2, Patterns.ARE_KNOWN, () -> labels(place))
        .take();
  }

  private Tree number(Place place) {
    return expressions.of(Sort.INT, place);
  }

  private Tree text(Place place) {
    return expressions.of(Sort.STRING, place);
  }

  private String named(Place place) {
    return place.declare(Sort.STATEMENT, false, chance).name();
  }

  private void offer(Place place, String expression, Sort sort, boolean assignable) {
    place.variables().add(new Variable(expression, sort, assignable));
  }

  /** An object of the record, from wherever one comes. */
  private Tree one(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> Tree.statement("new HidRow(#, #)", number(place), text(place)))
        .or(2, () -> Tree.statement("hidRow(#)", number(place)))
        .or(1, () -> Tree.statement("HidRow.of(#).grown(#)", number(place), number(place)))
        .or(1, place.suspends(), () -> Tree.statement("await(stage(hidRow(#)))", number(place)))
        .or(1, () -> Tree.statement("((HidRow) (Object) hidRow(#))", number(place)))
        .or(
            1,
            () ->
                Tree.statement(
                    "(# ? hidRow(#) : new HidRow(#, \"or\"))",
                    expressions.condition(place),
                    number(place),
                    number(place)))
        .take();
  }

  private Tree row(Place place) {
    Tree one = one(place);
    String name = named(place);
    offer(place, name + ".first()", Sort.INT, false);
    offer(place, name + ".second", Sort.STRING, false);
    offer(place, "told(" + name + ")", Sort.INT, false);
    offer(place, "told((Object) " + name + ")", Sort.INT, false);
    offer(place, "((Object) " + name + ")", Sort.OBJECT, false);
    return Tree.statement(chance.of("HidRow ", "var ") + name + " = #;", one);
  }

  private Tree cell(Place place) {
    Tree count = number(place);
    Tree next = number(place);
    String name = named(place);
    offer(place, name + ".count", Sort.INT, true);
    offer(place, name + ".text", Sort.STRING, true);
    offer(place, name + ".next.count", Sort.INT, true);
    offer(place, "hidCell(" + name + ").count", Sort.INT, true);
    return Tree.statement(
        "HidCell " + name + " = new HidCell(#).linked(new HidCell(#));", count, next);
  }

  private Tree state(Place place) {
    Tree index = number(place);
    String name = named(place);
    offer(place, name + ".weight()", Sort.INT, false);
    offer(place, name + ".name()", Sort.STRING, false);
    return Tree.statement("HidState " + name + " = HidState.at(#);", index);
  }

  private Tree chosen(Place place) {
    Place arm = place.block();
    return chance.percent(50)
        ? Tree.statement(
            "switch (HidState.at(#)) {\ncase LOW:\nlog(#);\ncase HIGH:\nlog(#);\n}",
            number(place),
            expressions.any(arm),
            expressions.any(arm))
        : Tree.statement(
            "log(switch (HidState.at(#)) { case HIGH -> #; case LOW -> #; });",
            number(place),
            number(place.arm()),
            number(place.arm()));
  }

  private Tree rows(Place place) {
    Tree first = one(place);
    Tree second = one(place);
    String name = named(place);
    offer(place, name + ".get(1).first()", Sort.INT, false);
    offer(place, "Collections.max(" + name + ").first()", Sort.INT, false);
    offer(place, name + ".stream().mapToInt(HidRow::first).sum()", Sort.INT, false);
    return Tree.statement(
        chance.of("List<HidRow> ", "List<? extends HidRow> ", "var ")
            + name
            + " = new ArrayList<HidRow>(List.of(#, #));",
        first,
        second);
  }

  private Tree array(Place place) {
    Tree first = one(place);
    Tree second = one(place);
    String name = named(place);
    offer(place, name + "[1].first()", Sort.INT, false);
    offer(place, name + ".length", Sort.INT, false);
    return Tree.statement("HidRow[] " + name + " = {#, #};", first, second);
  }

  private Tree each(Place place) {
    Tree first = one(place);
    Tree second = one(place);
    Place inside = place.block();
    String name = named(inside);
    offer(inside, name + ".first()", Sort.INT, false);
    return Tree.statement(
        chance.of("for (HidRow ", "for (var ")
            + name
            + " : List.of(#, #)) {\nlog("
            + name
            + ", #);\n}",
        first,
        second,
        expressions.any(inside));
  }

  private Tree caught(Place place) {
    if (place.capturing()) {
      return Tree.statement("log(#);", expressions.any(place));
    }
    Place inside = place.block();
    String name = expressions.freshBinding();
    Place clause = place.block();
    offer(clause, name + ".code", Sort.INT, false);
    return Tree.statement(
        "try {\nlog(#);\nif (#) {\nthrow new HidLost(#);\n}\nlog(#);\n"
            + "} catch (IllegalStateException e) {\nlog(\"state\");\n} catch (HidLost "
            + name
            + ") {\nlog(#, #);\n}"
            + chance.of("", " finally {\nlog(\"end\");\n}", " catch (Failure e) {\nlog(e);\n}"),
        expressions.any(inside),
        expressions.condition(inside),
        number(inside),
        expressions.any(inside),
        number(clause),
        expressions.any(clause));
  }

  private Tree tested(Place place) {
    Tree subject =
        chance.percent(70)
            ? Tree.statement("((Object) #)", one(place))
            : expressions.of(Sort.OBJECT, place);
    String name = expressions.freshBinding();
    Place inside = place.block();
    offer(inside, name + ".first()", Sort.INT, false);
    offer(inside, name + ".second()", Sort.STRING, false);
    return Tree.statement(
        "if (# instanceof HidRow " + name + " && #) {\nlog(#, #);\n}",
        subject,
        expressions.condition(inside),
        number(inside),
        expressions.any(inside));
  }

  /** A function that makes one, and one that tests for it. */
  private Tree made(Place place) {
    Tree second = text(place.lambda());
    String name = named(place);
    offer(place, name + ".apply(2).first()", Sort.INT, false);
    offer(place, name + ".apply(3).second()", Sort.STRING, false);
    String function =
        chance.of(
            "made%1$s -> new HidRow(made%1$s, #)",
            "made%1$s -> ((Object) HidRow.of(made%1$s)) instanceof HidRow row%1$s"
                + " ? row%1$s.grown(1) : new HidRow(0, #)");
    return Tree.statement(
        "IntFunction<HidRow> %1$s = ".formatted(name) + function.formatted(name) + ";", second);
  }

  private Tree inner(Place place) {
    Tree held = number(place);
    String name = named(place);
    offer(place, name + ".held", Sort.INT, false);
    return Tree.statement(
        "HidNest " + name + " = " + chance.of("", "this.", "me().") + "new HidNest(#);", held);
  }

  /** A class of the body with a private one in it, and an array of it. */
  private Tree local(Place place) {
    Tree one = one(place);
    String type = expressions.freshName("Keeping");
    String name = named(place);
    offer(place, name + "[0].kept.first()", Sort.INT, false);
    return Tree.statement(
        """
        class %1$s {
        HidRow kept;
        %1$s(HidRow kept) { this.kept = kept; }
        }
        %1$s[] %2$s = {new %1$s(#)};"""
            .formatted(type, name),
        one);
  }

  /** Patterns of a class without supertypes, and of an array. */
  private Tree found(Place place) {
    String name = expressions.freshBinding();
    Place inside = place.block();
    if (chance.percent(60)) {
      offer(inside, name + ".count", Sort.INT, true);
      offer(inside, name + ".text", Sort.STRING, false);
      return Tree.statement(
          "if (((Object) new HidCell(#)) instanceof HidCell " + name + " && #) {\nlog(#, #);\n}",
          number(place),
          expressions.condition(inside),
          number(inside),
          expressions.any(inside));
    }
    offer(inside, name + "[0].first()", Sort.INT, false);
    return Tree.statement(
        "if (!(((Object) new HidRow[] {#}) instanceof HidRow[] "
            + name
            + ") || #) {\nlog(#);\n} else {\nlog(#, #);\n}",
        one(place),
        expressions.condition(place),
        expressions.any(place.block()),
        number(inside),
        expressions.any(inside));
  }

  /** A pattern of the record. */
  private Tree taken(Place place) {
    Tree subject =
        chance.percent(70)
            ? Tree.statement("((Object) #)", one(place))
            : expressions.of(Sort.OBJECT, place);
    Bound bound = bound();
    Place inside = place.block();
    bound.offer(inside);
    return Tree.statement(
        "if (# instanceof " + bound.text() + " && #) {\nlog(#, #);\n}",
        subject,
        expressions.condition(inside),
        number(inside),
        text(inside));
  }

  /** What a pattern of the record binds. */
  private record Bound(String text, String number, String word) {
    void offer(Place place) {
      place.variables().add(new Variable(number, Sort.INT, false));
      place.variables().add(new Variable(word, Sort.STRING, false));
    }
  }

  private Bound bound() {
    String number = expressions.freshBinding();
    String word = expressions.freshBinding();
    String text =
        "HidRow("
            + chance.of("int ", "var ")
            + number
            + chance.of(", String ", ", var ")
            + word
            + ")";
    return new Bound(text, number, word);
  }

  private Tree labels(Place place) {
    Tree subject =
        chance
            .<Tree>choice()
            .or(3, () -> one(place))
            .or(1, () -> Tree.statement("new HidCell(#)", number(place)))
            .or(1, () -> expressions.of(Sort.OBJECT, place))
            .take();
    Bound bound = bound();
    String row = expressions.freshBinding();
    String cell = expressions.freshBinding();
    Place first = place.block();
    bound.offer(first);
    Place second = place.block();
    offer(second, row + ".first()", Sort.INT, false);
    Place third = place.block();
    offer(third, cell + ".count", Sort.INT, true);
    String guard = bound.number() + chance.of(" > 2", " != 1", " % 2 == 0");
    boolean suspends = place.suspends() && chance.percent(40);
    return Tree.statement(
        "switch ((Object) #) {\ncase "
            + bound.text()
            + " when "
            + (suspends ? "await(stage(" + guard + "))" : guard)
            + " -> log(#, #);\ncase HidRow "
            + row
            + " -> {\nlog(#);\n}\ncase HidCell "
            + cell
            + " when "
            + cell
            + ".count > 0 -> log(#, #);\ncase null, default -> log(#);\n}",
        subject,
        number(first),
        text(first),
        number(second),
        number(third),
        expressions.any(third),
        expressions.any(place.block()));
  }
}

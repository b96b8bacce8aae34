package dev.belay.processor.fuzz;

/**
 * Grows objects of private classes that have type parameters, and lambdas of private interfaces.
 */
final class PrivateArguments {
  /** What all of them need, as members of the template's class. */
  static final String MEMBERS =
      """
      private record HidPair<A, B>(A left, B right) {
        static <X, Y> HidPair<X, Y> of(X left, Y right) {
          log("pair");
          return new HidPair<>(left, right);
        }

        HidPair<B, A> turned() {
          return new HidPair<>(right, left);
        }

        <C> HidPair<A, C> with(C other) {
          return of(left, other);
        }
      }

      private static class HidBox<T> {
        private T value;
        final List<T> all = new ArrayList<>();

        HidBox(T value) {
          this.value = value;
        }

        T put(T other) {
          T before = value;
          all.add(before);
          value = other;
          return before;
        }

        <R> HidBox<R> map(Function<? super T, ? extends R> function) {
          return new HidBox<>(function.apply(value));
        }
      }

      private static class HidRing<T> implements Iterable<T> {
        private final List<T> all;

        @SafeVarargs
        HidRing(T... all) {
          this.all = new ArrayList<>(Arrays.asList(all));
        }

        @Override
        public Iterator<T> iterator() {
          return all.iterator();
        }
      }

      private interface HidStep {
        int go(int number);

        default HidStep twice() {
          return number -> go(go(number));
        }
      }

      private interface HidMap<A, B> {
        B of(A one);
      }

      private static <T> HidBox<T> hidBox(HidBox<T> box) {
        log("box", box.value);
        return box;
      }

      private static int hidGone(HidStep step, int number) {
        log("go", number);
        return step.go(number);
      }

      private static <A, B> B hidMapped(HidMap<? super A, ? extends B> map, A one) {
        return map.of(one);
      }

      private static int hidNext(int number) {
        return number + 1;
      }
      """;

  private final Chance chance;
  private final Expressions expressions;

  PrivateArguments(Chance chance, Expressions expressions) {
    this.chance = chance;
    this.expressions = expressions;
  }

  Tree statement(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> pair(place))
        .or(3, () -> box(place))
        .or(2, () -> updated(place))
        .or(2, () -> pairs(place))
        .or(2, () -> ring(place))
        .or(2, () -> step(place))
        .or(2, () -> map(place))
        .or(2, () -> gone(place))
        .or(2, () -> tested(place))
        .or(1, () -> local(place))
        .or(2, Patterns.ARE_KNOWN, () -> taken(place))
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

  private static void offer(Place place, String expression, Sort sort) {
    place.variables().add(new Variable(expression, sort, false));
  }

  /** A pair of a number and a text. */
  private Tree one(Place place) {
    return chance
        .<Tree>choice()
        .or(3, () -> Tree.statement("new HidPair<>(#, #)", number(place), text(place)))
        .or(3, () -> Tree.statement("HidPair.of(#, #)", number(place), text(place)))
        .or(1, () -> Tree.statement("new HidPair<>(#, #).turned()", text(place), number(place)))
        .or(1, () -> Tree.statement("HidPair.of(#, 1).with(#)", number(place), text(place)))
        .take();
  }

  private Tree pair(Place place) {
    Tree one = one(place);
    String name = named(place);
    offer(place, name + ".left()", Sort.INT);
    offer(place, name + ".turned().right()", Sort.INT);
    offer(place, "((String) " + name + ".right())", Sort.STRING);
    offer(place, name + ".with(2).right()", Sort.INT);
    offer(place, "((Object) " + name + ")", Sort.OBJECT);
    return Tree.statement(
        chance.of("HidPair<Integer, String> ", "HidPair<Integer, ? extends String> ")
            + name
            + " = #;",
        one);
  }

  private Tree box(Place place) {
    Tree first = number(place);
    Tree second = number(place);
    String name = named(place);
    offer(place, name + ".value", Sort.INT);
    offer(place, "hidBox(" + name + ").value", Sort.INT);
    offer(place, name + ".map(String::valueOf).value", Sort.STRING);
    offer(place, name + ".all.get(0)", Sort.INT);
    return Tree.statement(
        "HidBox<Integer> %1$s = new HidBox<>(#);\nlog(%1$s.put(#));".formatted(name),
        first,
        second);
  }

  private Tree updated(Place place) {
    Tree first = number(place);
    Tree second = number(place);
    String name = named(place);
    offer(place, name + ".value", Sort.STRING);
    String number = expressions.freshName("Counted");
    return Tree.statement(
        """
        HidBox<String> %1$s = new HidBox<>("u");
        HidBox<Integer> %2$s = new HidBox<>(#);
        %3$s.value += #;
        %1$s.value += %2$s.value++;
        log(%1$s.value, hidBox(%2$s).value%4$s);"""
            .formatted(
                name,
                number,
                chance.percent(50) ? number : "hidBox(" + number + ")",
                chance.of("++", "--", " <<= 1")),
        first,
        second);
  }

  private Tree pairs(Place place) {
    Tree first = one(place);
    Tree second = one(place);
    String name = named(place);
    offer(place, name + ".get(1).left()", Sort.INT);
    offer(place, name + ".stream().mapToInt(HidPair::left).sum()", Sort.INT);
    offer(place, name + ".stream().map(one -> one.turned().left()).toList().get(0)", Sort.STRING);
    offer(
        place,
        "Collections.max(%s, Comparator.comparing(HidPair::left)).right()".formatted(name),
        Sort.STRING);
    return Tree.statement(
        "List<HidPair<Integer, String>> " + name + " = new ArrayList<>(List.of(#, #));",
        first,
        second);
  }

  private Tree ring(Place place) {
    Tree first = text(place);
    Tree second = text(place);
    Place inside = place.block();
    String name = named(inside);
    offer(inside, name, Sort.STRING);
    return Tree.statement(
        chance.of("for (String ", "for (var ")
            + name
            + " : new HidRing<>(#, #)) {\nlog("
            + name
            + ".length(), #);\n}",
        first,
        second,
        expressions.any(inside));
  }

  private Tree step(Place place) {
    Tree by = number(place.lambda());
    String name = named(place);
    offer(place, name + ".go(3)", Sort.INT);
    offer(place, "hidGone(" + name + ", 4)", Sort.INT);
    offer(place, name + ".twice().go(1)", Sort.INT);
    String lambda =
        chance.of("step%1$s -> step%1$s + #", "(int step%1$s) -> { return step%1$s * 2 - #; }");
    return Tree.statement("HidStep " + name + " = " + lambda.formatted(name) + ";", by);
  }

  private Tree map(Place place) {
    Tree by = number(place.lambda());
    String name = named(place);
    offer(place, name + ".of(\"abc\")", Sort.INT);
    offer(place, "hidMapped(" + name + ", \"de\")", Sort.INT);
    return Tree.statement(
        "HidMap<String, Integer> %1$s = one%1$s -> one%1$s.length() + #;".formatted(name), by);
  }

  private Tree gone(Place place) {
    String function =
        chance.of("one -> one * 2", "one -> hidNext(one)", "Math::abs", "new HidBox<>(5)::put");
    return Tree.statement(
        "log(hidGone(%s, #), hidMapped(HidPair::right, #));".formatted(function),
        number(place),
        one(place));
  }

  private Tree tested(Place place) {
    Tree subject =
        chance.percent(70)
            ? Tree.statement("((Object) #)", one(place))
            : expressions.of(Sort.OBJECT, place);
    String name = expressions.freshBinding();
    Place inside = place.block();
    offer(inside, "((Object) " + name + ".left())", Sort.OBJECT);
    offer(inside, "(" + name + ".right() + \"\")", Sort.STRING);
    return Tree.statement(
        "if (# instanceof HidPair<?, ?> " + name + " && #) {\nlog(#, #);\n}",
        subject,
        expressions.condition(inside),
        number(inside),
        expressions.any(inside));
  }

  /** A class of the body as a type argument. */
  private Tree local(Place place) {
    Tree kept = number(place);
    String type = expressions.freshName("Argued");
    String name = named(place);
    offer(place, name + ".right().kept", Sort.INT);
    offer(place, name + ".left().value.kept", Sort.INT);
    return Tree.statement(
        """
        class %1$s {
        int kept;
        %1$s(int kept) { this.kept = kept; }
        }
        HidPair<HidBox<%1$s>, %1$s> %2$s = HidPair.of(new HidBox<>(new %1$s(3)), new %1$s(#));"""
            .formatted(type, name),
        kept);
  }

  private Tree taken(Place place) {
    String left = expressions.freshBinding();
    String right = expressions.freshBinding();
    Place inside = place.block();
    offer(inside, left, Sort.INT);
    offer(inside, right, Sort.STRING);
    return Tree.statement(
        "if (# instanceof HidPair"
            + chance.of("<Integer, String>", "")
            + "("
            + chance.of("var ", "Integer ")
            + left
            + ", "
            + chance.of("var ", "String ")
            + right
            + ") && #) {\nlog(#, #);\n}",
        one(place),
        expressions.condition(inside),
        number(inside),
        text(inside));
  }
}

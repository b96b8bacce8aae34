package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Names of every kind: those of the machine, escaped ones, ones beyond ASCII. */
final class Words {
  private int at = 1;
  private int state = 2;
  private String größe = "größe";

  @AsyncMethod
  String B32_namesOfTheMachine(){
    int at = await(stage(3));
    int self = this.at;
    String taken = await(stage("taken"));
    int state = await(stage(this.state));
    Supplier<String> capturedTaken = () -> taken + at + self;
    boolean closing = await(stage(true));
    int resumed = 0, running = 1, END = 2, awaited = await(stage(4)), result = 5;
    {
      int pending = resumed + await(stage(1));
      Runnable complete = () -> log("complete", pending);
      complete.run();
    }
    for (String Hidden : List.of("a", "b")) {
      log(Hidden, await(stage(this.at)));
    }
    class Bodies {
      int bound = at;
    }
    record Objects(int requireNonNull) {}
    enum Opened { END }
    Bodies bodies = new Bodies();
    await(stage(1));
    Object object = new Objects(await(stage(2)));
    if (object instanceof Objects o && o.requireNonNull() == await(stage(2))) log("matched", o.requireNonNull());
    return capturedTaken.get() + state + closing + resumed + running + END + awaited + result + bodies.bound + object + Opened.END + this.at++;
  }

  @AsyncGenerator
  static void B32_yieldNamesOfTheMachine(Yield<String> out) {
    String yieldAt = await(stage("y"));
    String suspendAt = yieldAt + "s";
    for (String forget : List.of(yieldAt, suspendAt)) {
      out.yield(forget);
      String resume = await(stage(forget));
      out.yield(resume + suspendAt);
    }
  }

  @AsyncMethod
  static void B32_constantsOfTheMachine() {
    int PENDING = await(stage(5));
    int END = await(stage(1));
    for (int ELEMENT = 0; ELEMENT < 2; ELEMENT++) {
      int WAITING = await(stage(ELEMENT));
      for (int GOING_ON : List.of(1, 2)) log(END, await(stage(WAITING)) + GOING_ON + PENDING);
    }
    if (await(stage((Object) "x")) instanceof String GOING_ON && await(stage(GOING_ON)).equals(GOING_ON)) log("same", END);
  }

  @AsyncGenerator
  static void B32_yieldConstantsOfTheMachine(Yield<Integer> out) {
    int END = await(stage(5));
    int ELEMENT = await(stage(END + 2));
    int WAITING = await(stage(ELEMENT + 1));
    out.yield(WAITING);
    out.yield(ELEMENT + END);
    if (await(stage(true))) return;
    out.yield(END);
  }

  @AsyncMethod
  String B38_unicodeNamesAndEscapes() {
    String größe = await(stage("schön"));
    int n\u0061me = await(stage(1));
    int sum = n\u0061me + await(stage\u00282));
    String \u00fcber = await\u0028stage("\u0041\u005c"" + größe)\u0029;
    Supplier<String> \u03bb = () -> \u00fcber + name + this.gr\u00f6\u00dfe;
    int[] 数 = {await(stage(7)), sum};
    for (int й = 0; й < 2; й\u002b+) \u007b
      数[й] += await(stage(й));
    \u007d
    if (await(stage((Object) "x")) instanceof String t\u0065xt && text.length() == await(stage(1))) log("text", t\u0065xt);
    class Größe\u0031 { int wert = 数[0]; }
    Größe1 eins = new Größe1();
    await(stage(/* ( */ 3 /* ) */));
    hören /* ( */ (await(stage("escaped")) // ( comment
        );
    return größe + name + über + λ.get() + 数[1] + eins.wert + this.größe;
  }

  private void hören(String was) {
    log("heard", was);
  }

  @AsyncMethod
  static String B1_textBlocks() {
    String name = await(stage("n"));
    String block =
        """
        first %s
          indented \\ \"""
        \ttab \
        joined
        """.formatted(await(stage(name)));
    Supplier<String> lazy =
        () -> """
            in a lambda %s
              "quoted"
            """.formatted(name);
    class Holder {
      String text = """
          in a class
            deeper
          """;
    }
    Holder holder = new Holder();
    await(stage(1));
    return block + lazy.get() + holder.text + name;
  }

  interface Speaking {
    String word();

    @AsyncMethod
    default String B38_bodyOfAnInterface() {
      String first = await(stage(word()));
      return this.word() + first + loud(await(stage("x")));
    }

    private String loud(String text) {
      return text.toUpperCase(Locale.ROOT) + word();
    }

    Speaking SUBJECT = () -> "spoken";
  }

  enum Planet {
    EARTH("e"),
    MARS("m");

    static final Planet SUBJECT = MARS;
    private final String letter;

    Planet(String letter) {
      this.letter = letter;
    }

    @AsyncMethod
    String B38_bodyOfAnEnum() {
      String result = letter + await(stage(ordinal()));
      switch (this) {
        case EARTH -> result += "never";
        case MARS -> result += await(stage(EARTH)).letter;
      }
      return result + name() + valueOf("EARTH") + values().length;
    }
  }

  record Sum(int left, int right) {
    static final Sum SUBJECT = new Sum(3, 4);

    @AsyncMethod
    int B38_bodyOfARecord() {
      return left + await(stage(right)) + this.left() + new Sum(left, await(stage(1))).right;
    }
  }

  static class Parent<T> {
    static final Parent<String> SUBJECT = new Parent<>();

    @AsyncMethod
    T B38_overriddenTemplate() {
      return await(stage((T) null));
    }

    T again() {
      return null;
    }

    <A> List<A> twice(A a) {
      return List.of(a, a);
    }
  }

  static class Child extends Parent<String> {
    static final Child SUBJECT = new Child();

    @Override
    @AsyncMethod
    String B38_overriddenTemplate() {
      return "child" + await(stage(super.again())) + super.<Integer>twice(await(stage(1)));
    }

    @AsyncMethod
    static int overloaded(int n) {
      return n + await(stage(1));
    }

    @AsyncMethod
    static int overloaded(String text) {
      return text.length() + await(stage(1));
    }

    @AsyncMethod
    static <T extends List<? super Integer>> int overloaded(T list, int... more) {
      list.add(await(stage(more.length)));
      return list.size();
    }

    @AsyncMethod
    static int B39_overloadsAndParameters() {
      int[] array = {1, 2};
      return await(Words_ChildAsync.overloaded(3))
          + await(Words_ChildAsync.overloaded("text"))
          + await(Words_ChildAsync.overloaded(new ArrayList<Number>(), 1, 2))
          + await(Words_ChildAsync.assigned(5, array))
          + array[0] + array[1];
    }

    @AsyncMethod
    static int assigned(int n, int... rest) {
      n += await(stage(1));
      rest[0] = n;
      int[] old = rest;
      rest = new int[] {await(stage(100))};
      n = n * 2 + rest[0];
      return n + old.length;
    }

    @AsyncMethod
    static String B42_capturedWildcardsAndNestedGenerics() {
      Map<? extends CharSequence, ? super Integer> map = new HashMap<>(Map.of("k", 1));
      await(stage(1));
      var first = map.keySet().iterator().next();
      for (var entry : map.entrySet()) {
        await(stage(2));
        log(entry.getKey().length(), entry.getValue());
      }
      Outer<String>.Inner<Integer> inner = new Outer<>("o").new Inner<>(await(stage(5)));
      Outer.Nested<? extends Number> nested = new Outer.Nested<>(await(stage(6)));
      await(stage(3));
      swap(List.of(1, 2));
      return first.length() + inner.both() + nested.value.intValue();
    }

    private static <X> X swap(List<X> list) {
      return list.get(0);
    }

    static class Outer<A> {
      final A a;

      Outer(A a) {
        this.a = a;
      }

      class Inner<B> {
        final B b;

        Inner(B b) {
          this.b = b;
        }

        String both() {
          return "" + a + b;
        }
      }

      static class Nested<C> {
        final C value;

        Nested(C value) {
          this.value = value;
        }
      }
    }
  }
}

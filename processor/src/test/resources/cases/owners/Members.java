package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Whose templates they are, and whose members they touch. */
final class Members extends MembersBase<String> {
  private int count = 1;
  private static long total = 10;
  private byte small = 120;
  private String text = "t";
  private double part = 0.5;
  private Integer boxed = 7;
  private final int[] array = {1, 2, 3};
  private List<? extends CharSequence> list = List.of("a", "bb");
  private static final String CONSTANT = "constant";

  private String hidden(String a, int... rest) {
    log("hidden", a, Arrays.toString(rest));
    return a + rest.length;
  }

  private static <A extends Comparable<A>> A larger(A a, A b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  @Override
  String name() {
    return "members";
  }

  @AsyncMethod
  String B38_privateFieldsAreReadAndAssigned() {
    count = await(stage(5));
    count += await(stage(2));
    int old = count++;
    ++count;
    total -= count--;
    small += await(stage(10));
    small++;
    text += await(stage('c'));
    text += count;
    part *= await(stage(3));
    boxed += await(stage(1));
    boxed++;
    array[await(stage(1))] += count;
    array[0]++;
    this.count <<= 2;
    int before = small--;
    double partBefore = part++;
    return old + " " + count + " " + total + " " + small + text + part + boxed + before + partBefore
        + Arrays.toString(array) + list.get(await(stage(1))).length() + CONSTANT;
  }

  private Members find(int n) {
    log("find", n);
    return n < 0 ? null : this;
  }

  @AsyncMethod
  String C12_theObjectOfAPrivateFieldIsComputedBeforeWhatIsAssigned() {
    find(1).count = await(stage(see(7)));
    number(this.count = find(2).count = await(stage(8)));
    try {
      find(-1).count = await(stage(see(9)));
    } catch (NullPointerException e) {
      log("null", await(stage(1)));
    }
    return "" + count;
  }

  private static void number(int value) {
    log("number", value);
  }

  private Members step(int n, String... more) {
    log("step", n, more.length);
    return n < 0 ? null : this;
  }

  private <A> A same(A a) {
    return a;
  }

  @AsyncMethod
  String B38_privateMethodsOfComputedObjects() {
    int steps = find(1).step(2).step(3, "a").count;
    find(4).step(see(5), "b", "c");
    String text = find(6).step(7).hidden("x", 1, find(8).same(2));
    Object o = this;
    boolean known = o instanceof Members m && m.step(9).step(10) == m;
    Supplier<String> later = () -> find(11).step(12).hidden("y");
    log("awaited", await(stage(13)));
    Members other = find(14).step(await(stage(15))).same(o instanceof Members m ? m : null);
    try {
      find(-1).step(see(16));
    } catch (NullPointerException e) {
      log("null");
    }
    return steps + text + known + later.get() + find(17).<Members>same(other).step(18).text;
  }

  @AsyncMethod
  String B38_privateFieldsOfComputedObjects() {
    int old = find(1).count++;
    int twice = find(await(stage(2))).count += 2;
    find(3).text += await(stage("x"));
    int before = find(await(stage(4))).array[find(5).count - find(5).count]++;
    ++find(await(stage(6))).small;
    (find(await(stage(6))).small)++;
    (find(6).small) += await(stage(1)) + (find(7).small)--;
    (find(6).text) = text + await(stage("y"));
    (text) += await(stage((text) = "z"));
    for (int i = 0; find(i).count++ < 6; i++) {
      log("turn", i);
    }
    Members other = this;
    other.total += await(stage(1));
    other.count += (other = find(7)) == null ? 0 : await(stage(1));
    Supplier<Integer> later = () -> this.count++;
    boxed += 1;
    find(8).boxed++;
    try {
      find(-1).count += await(stage(9));
    } catch (NullPointerException e) {
      log("checked");
    }
    try {
      find(-1).part++;
    } catch (NullPointerException e) {
      log("checked too");
    }
    return old + " " + twice + before + count + small + text + later.get() + count + boxed + total;
  }

  private int raised(int by) {
    count += by;
    return by;
  }

  @AsyncMethod
  String B38_privateFieldsOfComputedObjectsInLambdasAndClasses() {
    int by = await(stage(2));
    Supplier<Integer> before = () -> find(by).count++;
    IntSupplier after = () -> --find(by).count;
    // The old value is read before the operand is evaluated, which changes the field here.
    IntSupplier compound = () -> find(by).count += raised(10) + by;
    Runnable shifted = () -> find(by).count <<= 1L;
    Runnable narrowed = () -> find(by).small += 3.7;
    Runnable appended = () -> find(by).text += null;
    Runnable character = () -> find(by).text += 'c';
    Runnable parenthesised = () -> (find(by).text) += find(by).count;
    Supplier<Integer> boxing = () -> find(by).boxed++ + (find(by).boxed += find(by).boxed);
    Supplier<Integer> inBrackets = () -> (find(by).count)++ + ((find(by).count) = 20) + ++(count);
    class Counter {
      double next() {
        return find(by).part++ + (find(by).part *= 2);
      }
    }
    Runnable none = () -> find(-1).count += raised(100);
    try {
      none.run();
    } catch (NullPointerException e) {
      log("before the operand", count);
    }
    IntSupplier element = () -> find(by).array[find(by).count - find(by).count]++;
    log(before.get(), after.getAsInt(), compound.getAsInt());
    shifted.run();
    narrowed.run();
    appended.run();
    character.run();
    parenthesised.run();
    log(boxing.get(), inBrackets.get(), new Counter().next());
    log(element.getAsInt(), small, text);
    return count + " " + await(stage(boxed)) + part;
  }

  @AsyncMethod
  String B35_referencesToWhatOnlyTheClassCanName() {
    Supplier<String> inherited = super::name;
    Function<String, String> computed = find(1)::hidden;
    Members changing = this;
    BiFunction<String, Integer, String> variable = changing::hidden;
    changing = null;
    Function<String, String> awaited = find(await(stage(2)))::hidden;
    ToIntFunction<Members> unbound = Members::secret;
    IntSupplier own = this::secret;
    IntSupplier awaitedOwn = await(stage(this))::secret;
    try {
      IntSupplier none = find(-1)::secret;
      log("never", none);
    } catch (NullPointerException e) {
      log("checked when it is made");
    }
    await(stage(3));
    return inherited.get() + computed.apply("c") + variable.apply("v", 1) + awaited.apply("a")
        + unbound.applyAsInt(this) + own.getAsInt() + awaitedOwn.getAsInt() + changing;
  }

  private int secret() {
    return count;
  }

  @AsyncMethod
  String B38_privateMethodsAreCalled() {
    String none = hidden("none");
    String some = hidden(await(stage("some")), 1, 2);
    String given = hidden("given", new int[] {1, 2, await(stage(3))});
    String large = larger("x", await(stage("y")));
    Supplier<String> later = () -> hidden("later", count);
    Function<String, String> reference = this::hidden;
    return none + some + given + large + later.get() + reference.apply("ref");
  }

  @AsyncMethod
  String B38_superAndThis() {
    String a = super.name() + name() + this.name();
    String b = super.describe(await(stage("up")), await(stage(1)));
    Supplier<String> c = () -> super.name() + this.text;
    return a + b + c.get() + super.value + value;
  }

  @AsyncMethod
  static <T extends Comparable<T>, L extends List<? super T>> String generic(
      T first, L sink, T second) {
    T larger = first.compareTo(await(stage(second))) > 0 ? first : second;
    sink.add(larger);
    List<T> both = new ArrayList<>(List.of(first, await(stage(second))));
    return both + "" + sink;
  }

  @AsyncMethod
  static String overloaded(int a) {
    return "int" + await(stage(a));
  }

  @AsyncMethod
  static String overloaded(long a) {
    return "long" + await(stage(a));
  }

  @AsyncMethod
  static String overloaded(Object a, String... rest) {
    return "object" + await(stage(a)) + rest.length;
  }

  @AsyncMethod
  static String B38_companionsAreOverloadedGenericAndVarargs() {
    String all = await(MembersAsync.overloaded(1)) + await(MembersAsync.overloaded(2L));
    all += await(MembersAsync.overloaded("x")) + await(MembersAsync.overloaded("y", "1", "2"));
    List<Object> sink = new ArrayList<>();
    all += await(MembersAsync.generic(3, sink, 4));
    return all;
  }

  static class Outer<A> {
    private final A a;
    private int touched;

    Outer(A a) {
      this.a = a;
    }

    class Inner<B> {
      final B b;

      Inner(B b) {
        this.b = b;
      }

      @AsyncMethod
      String joined(String s) {
        touched += await(stage(2));
        Supplier<Object> outside = () -> Outer.this.a;
        return s + a + this.b + outside.get() + touched + Inner.this.b;
      }
    }
  }

  @AsyncMethod
  static String B38_enclosingInstance() {
    Outer<String> outer = new Outer<>("A");
    Outer<String>.Inner<Integer> inner = outer.new Inner<>(await(stage(5)));
    return await(Members_Outer_InnerAsync.joined(inner, "s"))
        + await(Members_Outer_InnerAsync.joined(inner, "t"));
  }

  interface Greeter {
    String greeting();

    @AsyncMethod
    default String greet(int n) {
      return greeting() + await(stage(n)) + n;
    }
  }

  enum Planet implements Greeter {
    EARTH {
      @Override
      public String greeting() {
        return "earth";
      }
    },
    MARS;

    @Override
    public String greeting() {
      return "planet";
    }

    @AsyncMethod
    String named() {
      return name() + await(stage(ordinal())) + greeting() + MARS + this;
    }
  }

  record Point(int x, int y) {
    @AsyncMethod
    int sum() {
      return x + await(stage(y())) + y;
    }
  }

  @AsyncMethod
  static String B38_interfacesEnumsAndRecords() {
    return await(Members_GreeterAsync.greet(Planet.EARTH, 1))
        + await(Members_GreeterAsync.greet(Planet.MARS, 2))
        + await(Members_PlanetAsync.named(Planet.EARTH))
        + await(Members_PointAsync.sum(new Point(3, 4)));
  }

  @AsyncGenerator
  static void D34_namesOfOurs(Yield<Object> out) {
    int at = await(stage(1));
    int state = await(stage(2));
    String self = "self" + await(stage(3));
    String failure = "failure";
    int exit = 4, iterator = 5, saved = 6, awaited = 7, result = 8, thrown = 9, body = 10;
    body:
    for (int at2 = 0; at2 < 3; at2++) {
      for (String row : List.of("x", "y")) {
        if (at2 == 1) continue body;
        out.yield(row + at + state + self + failure + exit + iterator + saved + awaited + at2);
        at++;
      }
    }
    out.yield(see(result) + await(stage(thrown)) + body);
  }
}

class MembersBase<V> {
  String value = "v";

  String name() {
    return "base";
  }

  V describe(V what, int n) {
    log("describe", what, n);
    return what;
  }
}

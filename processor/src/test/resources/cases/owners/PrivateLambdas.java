package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Lambdas and method references of private interfaces. */
class PrivateLambdas {
  private interface Step {
    int go(int x);

    default Step twice() {
      return x -> go(go(x));
    }
  }

  private interface Fn<A, B> {
    B ap(A a);

    default <C> Fn<A, C> then(Fn<? super B, ? extends C> n) {
      return a -> n.ap(ap(a));
    }

    static <T> Fn<T, T> idn() {
      return t -> t;
    }
  }

  private interface Sub extends Function<String, Integer> {}

  private interface Cmp extends Comparator<Row> {
    int compare(Row a, Row b);
  }

  private interface Thrower<E extends Exception> {
    void run(String s) throws E;
  }

  private interface ChkRun {
    Row run() throws Chk;
  }

  interface Left<T> {
    Object at(T t);
  }

  interface Right {
    String at(String t);
  }

  private interface Both extends Left<String>, Right {}

  private interface Ser extends java.io.Serializable {
    int n();
  }

  private interface Gen {
    <T> T id(T t);
  }

  private interface Vis<R> {
    R row(Row r, int... more);
  }

  private interface Nums {
    long all(byte a, short b, char c, int d, long e, float f, double g, boolean h);
  }

  private static class Chk extends Exception {
    Chk(String s) {
      super(s);
    }
  }

  private record Row(String k) {
    int size() {
      return k.length();
    }

    static int len(Row r) {
      return r.k.length();
    }

    int sized(int n) {
      return k.length() + n;
    }

    Row with(String s) {
      return new Row(k + s);
    }
  }

  private static int call(Step s, int n) {
    log("call", n);
    return s.go(n);
  }

  private static <A, B> B call(Fn<A, B> f, A a) {
    return f.ap(a);
  }

  private static <A, B> List<B> mapAll(List<A> l, Fn<? super A, ? extends B> f) {
    List<B> r = new ArrayList<>();
    for (A a : l) r.add(f.ap(a));
    return r;
  }

  private Step mine = x -> x * 10;

  private int plus(int x) {
    return x + 100;
  }

  static int neg(int x) {
    return -x;
  }

  static int over(Step s) {
    return 1;
  }

  static int over(Object o) {
    return 2;
  }

  private Step mk(int n) {
    log("mk", n);
    return x -> x + n;
  }

  int await1() {
    return 1;
  }

  @AsyncMethod
  Object B38_lambda() throws Exception {
    int k = await(stage(3));
    Step s = x -> x + k;
    Step t =
        (int x) -> {
          log("in", x);
          if (x > 5) return k;
          return x;
        };
    return s.go(1) + t.go(9) + call(x -> x * k, await(stage(4))) + s.twice().go(1) + call(s, 1);
  }

  @AsyncMethod
  Object B38_refs() throws Exception {
    Step s = this::plus;
    Step t = PrivateLambdas::neg;
    Step u = Math::abs;
    Step v = s::go;
    Step w = mine;
    mine = x -> x + await1();
    return s.go(1) + t.go(2) + u.go(-3) + v.twice().go(1) + w.go(1) + mine.go(await(stage(1)));
  }

  @AsyncMethod
  Object B38_generic() throws Exception {
    Fn<String, Integer> f = String::length;
    Fn<String, Row> r = Row::new;
    Fn<Row, Integer> z = Row::size;
    Fn<Row, Integer> y = Row::len;
    Fn<? super String, ? extends Number> w = s -> s.length() * 1.5;
    int k = await(stage(2));
    return f.ap("a")
        + r.then(z).ap("bb")
        + r.then(y).then(n -> n + k).ap("ccc")
        + w.ap("dd").intValue()
        + call(a -> a + k, 5)
        + call((String a) -> a.length(), "zzz")
        + mapAll(List.of("a", "bb"), Row::new).get(1).size()
        + Fn.<String>idn().then(String::length).ap("q");
  }

  @AsyncMethod
  Object B38_sub() throws Exception {
    Sub s = x -> x.length();
    Sub t = String::length;
    Function<String, Integer> f = s;
    return s.apply("a")
        + t.andThen(n -> n + 1).apply("bb")
        + f.compose((Integer i) -> "x".repeat(i)).apply(await(stage(3)));
  }

  @AsyncMethod
  Object B38_cmp() throws Exception {
    Cmp c = (a, b) -> b.k().compareTo(a.k());
    List<Row> l = new ArrayList<>(List.of(new Row("a"), new Row(await(stage("b")))));
    l.sort(c);
    Collections.sort(l, c.reversed().thenComparing(Row::k));
    return l.toString() + c.compare(l.get(0), l.get(1));
  }

  @AsyncMethod
  Object B38_throwing() throws Exception {
    Thrower<java.io.IOException> t =
        s -> {
          throw new java.io.IOException(s);
        };
    Thrower<RuntimeException> u = s -> log(s);
    u.run(await(stage("u")));
    try {
      t.run("io");
    } catch (java.io.IOException e) {
      log(e.getMessage());
    }
    ChkRun c =
        () -> {
          if (true) throw new Chk("c");
          return null;
        };
    try {
      c.run();
    } catch (Chk e) {
      return e.getMessage();
    }
    return "";
  }

  @AsyncMethod
  Object B38_both() throws Exception {
    Both b = s -> s + "!";
    Left<String> l = b;
    Right r = b;
    return l.at("b") + ((Right) b).at("a") + r.at(await(stage("c")));
  }

  @AsyncMethod
  Object B38_vis() throws Exception {
    Vis<String> v = (r, more) -> r.k() + more.length;
    Vis<Row> w = (r, more) -> r.with("x" + more[0]);
    return v.row(new Row("a"), 1, 2) + w.row(new Row("b"), await(stage(7))).k();
  }

  @AsyncMethod
  Object B38_nums() throws Exception {
    Nums n = (a, b, c, d, e, f, g, h) -> a + b + c + d + e + (long) f + (long) g + (h ? 1 : 0);
    return n.all((byte) 1, (short) 2, 'c', 4, 5L, 6f, await(stage(7d)), true);
  }

  @AsyncMethod
  Object B38_tern() throws Exception {
    Step s = await(stage(true)) ? x -> x + 1 : PrivateLambdas::neg;
    Object o = (Step) x -> x + 2;
    Step[] all = {x -> 1, x -> 2, s};
    List<Step> l = List.of(x -> 4, s);
    Supplier<Step> sup = () -> x -> x + 9;
    Map<String, Fn<Integer, Integer>> m = new HashMap<>();
    m.put("a", x -> x + 1);
    m.computeIfAbsent("b", k -> x -> x * 2);
    return s.go(1)
        + ((Step) o).go(1)
        + all[1].go(0)
        + l.get(0).go(0)
        + sup.get().go(1)
        + m.get("b").ap(await(stage(4)))
        + m.get("a").ap(1)
        + over(s)
        + over((Object) s);
  }

  @AsyncMethod
  Object B38_instances() throws Exception {
    Step s = x -> x;
    Object o = s;
    return (o instanceof Step)
        + ""
        + (o instanceof Step q ? q.go(4) : 0)
        + (s == o)
        + s.equals(s)
        + await(stage(1));
  }

  @AsyncMethod
  Object B38_nestlam() throws Exception {
    Fn<Integer, Fn<Integer, Integer>> add = a -> b -> a + b;
    Fn<Integer, Step> st = a -> b -> a * b;
    class L {
      Step f = x -> x + 1;
      Fn<L, Integer> g = l -> l.f.go(1);

      int run(Step s) {
        return s.go(f.go(2));
      }
    }
    L l = new L();
    Fn<L, L> id = x -> x;
    await(stage(1));
    return add.ap(1).ap(await(stage(2)))
        + st.ap(3).go(4)
        + l.run(x -> x * 2)
        + l.g.ap(l)
        + id.ap(l).f.go(5);
  }

  @AsyncMethod
  Object B38_suspref() throws Exception {
    Step s = mk(await(stage(5)))::go;
    Step u = new Row(await(stage("abc")))::sized;
    return s.go(1) + u.go(1);
  }

  @AsyncMethod
  <K, V extends Number> Object B38_tvar() throws Exception {
    Fn<K, V> f = k -> null;
    Fn<V, Integer> g = V::intValue;
    Fn<List<? extends V>, Map<K, V>> h = l -> new HashMap<K, V>();
    await(stage(1));
    return f.ap(null) + "" + h.ap(List.of()).size();
  }

  private static Step stepped(Step step) {
    return step.twice();
  }

  private static String told(Object any) {
    return "object";
  }

  private static String told(Step step) {
    return "step" + step.go(1);
  }

  private int base = 100;

  private int based(int n) {
    return base + n;
  }

  @AsyncMethod
  Object B38_anonymousClasses() throws Exception {
    int by = await(stage(3));
    Row row = new Row("r");
    Step step =
        new Step() {
          @Override
          public int go(int x) {
            if (x > 100) {
              return x;
            }
            int sum = x + by + PrivateLambdas.this.base;
            base++;
            return based(sum);
          }
        };
    Fn<String, Integer> length =
        new Fn<>() {
          public Integer ap(final String text) {
            return text.length() + by;
          }
        };
    Fn<Row, ? extends List<Row>> rows =
        new Fn<Row, List<Row>>() {
          @Override
          public List<Row> ap(Row one) {
            class Inside {
              Row kept = one;
            }
            return new ArrayList<>(List.of(one, row, new Inside().kept));
          }
        };
    Thrower<Exception> thrower =
        new Thrower<Exception>() {
          @Override
          public void run(String message) throws Exception {
            throw new Exception(message);
          }
        };
    Cmp compared =
        new Cmp() {
          @Override
          public int compare(Row first, Row second) {
            return first.equals(second) ? 0 : 1;
          }
        };
    Supplier<Step> made =
        () ->
            new Step() {
              @Override
              public int go(int z) {
                return z * by;
              }
            };
    Step outer =
        new Step() {
          @Override
          public int go(int y) {
            Step inner =
                new Step() {
                  @Override
                  public int go(int q) {
                    return q + y;
                  }
                };
            return inner.twice().go(1);
          }
        };
    String all = "" + step.go(1) + length.ap("four") + rows.ap(row).size() + compared.compare(row, row) + made.get().go(2) + outer.go(5);
    try {
      thrower.run("thrown" + await(stage(1)));
    } catch (Exception e) {
      all += e.getMessage();
    }
    all += told(
        new Step() {
          @Override
          public int go(int w) {
            return w - await0();
          }
        });
    all += stepped(
            new Step() {
              @Override
              public int go(int v) {
                return v + by;
              }
            })
        .go(await(stage(7)));
    return all + (made.get() == made.get()) + (made.get() instanceof Step) + await(stage(outer)).go(2);
  }

  private static int await0() {
    return 9;
  }
}

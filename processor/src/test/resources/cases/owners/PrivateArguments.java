package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Private classes with type parameters, in the places that are seldom seen. */
class PrivateArguments {
  private record Pair<A, B>(A a, B b) {
    static <X, Y> Pair<X, Y> of(X x, Y y) {
      return new Pair<>(x, y);
    }

    static final Pair<String, Integer> NONE = of("none", 0);

    <C extends Comparable<? super C>> C max(C x, C y) {
      return x.compareTo(y) > 0 ? x : y;
    }
  }

  private static class Bnd<T extends Number & Comparable<T>> {
    T t;

    Bnd(T t) {
      this.t = t;
    }

    T get() {
      return t;
    }

    int cmp(T o) {
      return t.compareTo(o);
    }

    <S extends Collection<? super T>> S into(S s) {
      s.add(t);
      return s;
    }
  }

  private static class Rec<T extends Rec<T>> {
    T self;
    int n;

    @SuppressWarnings("unchecked")
    T inc() {
      n++;
      return (T) this;
    }

    List<T> list() {
      return new ArrayList<>(List.of(inc()));
    }
  }

  private static class R1 extends Rec<R1> {}

  private static class Out<T> {
    class In {
      T t;

      In(T t) {
        this.t = t;
      }

      T get() {
        return t;
      }

      <Z> Map<T, Z> m(Z z) {
        return Map.of(t, z);
      }
    }

    In in(T t) {
      return new In(t);
    }

    private static class Priv<Q> {
      Q q;
    }
  }

  private interface Fn<X, Y> {
    Y ap(X x);

    default <Z> Fn<X, Z> then(Fn<? super Y, ? extends Z> n) {
      Fn<X, Y> me = this;
      return new Fn<X, Z>() {
        public Z ap(X x) {
          return n.ap(me.ap(x));
        }
      };
    }

    static <Q> Fn<Q, Q> idn() {
      return new Fn<Q, Q>() {
        public Q ap(Q q) {
          return q;
        }
      };
    }
  }

  private static class Plus implements Fn<Integer, Integer> {
    final int n;

    Plus(int n) {
      this.n = n;
    }

    public Integer ap(Integer i) {
      return i + n;
    }
  }

  private static class Res<T> implements AutoCloseable {
    T t;

    Res(T t) {
      this.t = t;
    }

    public void close() {
      log("close", t);
    }
  }

  private static class Ex<T> {
    T t;

    Ex(T t) {
      this.t = t;
    }

    <X extends Exception> T orThrow(Supplier<X> s) throws X {
      if (t == null) throw s.get();
      return t;
    }
  }

  private enum St {
    A,
    B;

    <T> Pair<St, T> with(T t) {
      return Pair.of(this, t);
    }
  }

  private static class Ent<K, V> implements Map.Entry<K, V> {
    K k;
    V v;

    Ent(K k, V v) {
      this.k = k;
      this.v = v;
    }

    public K getKey() {
      return k;
    }

    public V getValue() {
      return v;
    }

    public V setValue(V n) {
      V o = v;
      v = n;
      return o;
    }
  }

  private static class Lst<E> extends ArrayList<E> {
    private static final long serialVersionUID = 1;

    E last() {
      return get(size() - 1);
    }
  }

  private static class Cmp<T extends Comparable<T>> implements Comparator<T> {
    public int compare(T a, T b) {
      return b.compareTo(a);
    }
  }

  private static class Acc<T> {
    private T[] arr;
    private List<T>[] ls;

    @SafeVarargs
    Acc(T... ts) {
      arr = ts;
    }

    T at(int i) {
      return arr[i];
    }

    private final Map<String, ? super T> sup = new HashMap<>();
    private List<? extends T> ext = new ArrayList<>();
  }

  private static <T> T pick(boolean b, T x, T y) {
    return b ? x : y;
  }

  private static <T extends Comparable<T>> Pair<T, T> minmax(List<? extends T> l) {
    return Pair.of(Collections.min(l), Collections.max(l));
  }

  private static <T, C extends Collection<Pair<T, T>>> C fill(C c, T t) {
    c.add(Pair.of(t, t));
    return c;
  }

  private static void swap(Pair<?, ?>[] ps) {
    Pair<?, ?> p = ps[0];
    ps[0] = ps[1];
    ps[1] = p;
  }

  private static int cnt(Pair<?, ?>... ps) {
    return ps.length;
  }

  private static List<? super Pair<String, Integer>> sup() {
    return new ArrayList<>(List.of("s", Pair.of("q", 1)));
  }

  private static Map<String, Map<Integer, List<Pair<String, Integer>>>> deep() {
    return new HashMap<>(
        Map.of("k", new HashMap<>(Map.of(1, new ArrayList<>(List.of(Pair.of("d", 4)))))));
  }

  static <T> T id(T t) {
    return t;
  }

  static String told(Object o) {
    return "object";
  }

  static String told(CharSequence o) {
    return "chars";
  }

  static String told(Integer o) {
    return "integer";
  }

  static String told(Comparable<?> o) {
    return "comparable";
  }

  static String told(String o) {
    return "string";
  }

  @SuppressWarnings("rawtypes")
  static Pair RAW = Pair.of(1, "x");

  @AsyncMethod
  Object B38_bnd() throws Exception {
    Bnd<Integer> b = new Bnd<>(await(stage(3)));
    Bnd<?> w = b;
    b.t++;
    Set<Number> s = b.into(new TreeSet<>());
    return b.get()
        + w.get().intValue()
        + b.cmp(2)
        + b.into(new ArrayList<Object>()).size()
        + s.size();
  }

  @AsyncMethod
  Object B38_bnd2() throws Exception {
    Bnd<? extends Number> w = new Bnd<>(1);
    return w.get().intValue() + await(stage(1));
  }

  @AsyncMethod
  Object B38_rec() throws Exception {
    R1 r = new R1().inc().inc();
    Rec<R1> q = r;
    Rec<?> w = r;
    r.self = q.inc();
    await(stage(1));
    return r.n + r.list().get(0).inc().n + w.inc().n + w.list().size() + r.self.self.n;
  }

  @AsyncMethod
  Object B38_out() throws Exception {
    Out<String> o = new Out<>();
    Out<String>.In i = o.in("x");
    Out<String>.In j = o.new In("y" + await(stage(1)));
    j.t += "z";
    var m = j.m(5);
    return i.get().length() + j.t.length() + m.get("yz") + "" + i.<Integer>m(2);
  }

  @AsyncMethod
  Object B38_outpriv() throws Exception {
    Out.Priv<Integer> p = new Out.Priv<>();
    p.q = await(stage(4));
    p.q += 1;
    return p.q;
  }

  @AsyncMethod
  Object B38_fn() throws Exception {
    Fn<Integer, Integer> f = new Plus(await(stage(1)));
    Fn<Integer, String> g =
        f.then(new Plus(2)).then(Fn.idn()).then(f).then(Fn.<Object>idn()).then(Fn.idn()).then(null);
    return f.ap(2) + f.then(f).ap(4);
  }

  @AsyncMethod
  Object B38_res() throws Exception {
    try (Res<String> r = new Res<>("a");
        Res<Pair<String, Integer>> q = new Res<>(Pair.of(await(stage("b")), 2))) {
      log(r.t.length() + q.t.b());
    }
    return await(stage(1));
  }

  @AsyncMethod
  Object B38_ex() throws Exception {
    Ex<String> e = new Ex<>(await(stage("s")));
    String s = e.orThrow(() -> new java.io.IOException("io"));
    try {
      new Ex<Integer>(null).orThrow(java.io.IOException::new);
    } catch (java.io.IOException x) {
      log("caught");
    }
    try {
      new Ex<Integer>(null).orThrow(IllegalStateException::new);
    } catch (IllegalStateException x) {
      log("caught2");
    }
    return s.length();
  }

  @AsyncMethod
  Object B38_en() throws Exception {
    var p = St.B.with(await(stage(3)));
    Pair<St, String> q = St.A.with("x");
    switch (q.a()) {
      case A:
        log("A");
        break;
      case B:
        log("B");
    }
    return p.b() + p.a().ordinal() + q.b().length();
  }

  @AsyncMethod
  Object B38_ent() throws Exception {
    Ent<String, Integer> e = new Ent<>("a", await(stage(1)));
    Map.Entry<String, Integer> m = e;
    e.setValue(e.getValue() + 1);
    Map<String, Integer> r = Map.ofEntries(e, new Ent<>("b", 2));
    return m.getKey().length()
        + m.getValue()
        + Map.Entry.<String, Integer>comparingByKey().compare(e, m)
        + r.get("b");
  }

  @AsyncMethod
  Object B38_lst() throws Exception {
    Lst<String> l = new Lst<>();
    l.add("a");
    l.add(await(stage("bb")));
    List<String> s = l;
    for (String x : l) log(x.length());
    l.sort(null);
    l.removeIf(x -> x.isEmpty());
    String[] a = l.toArray(new String[0]);
    return l.last().length()
        + s.size()
        + l.stream().mapToInt(String::length).sum()
        + a.length
        + List.copyOf(l).get(0).length()
        + new ArrayList<>(l).get(0).length();
  }

  @AsyncMethod
  Object B38_cmp() throws Exception {
    List<String> l = new ArrayList<>(List.of("a", await(stage("b"))));
    l.sort(new Cmp<>());
    Cmp<String> c = new Cmp<>();
    l.sort(c.reversed().thenComparing(c));
    return l
        + ""
        + Collections.max(l, c)
        + new TreeSet<>(new Cmp<String>()).comparator().compare("a", "b");
  }

  @AsyncMethod
  Object B38_acc() throws Exception {
    Acc<String> a = new Acc<>("x", "y");
    a.arr[0] = await(stage("q"));
    a.arr[1] += "z";
    a.sup.put("k", null);
    String e = a.ext.isEmpty() ? "e" : a.ext.get(0);
    return a.at(0).length() + a.arr[1] + a.arr.length + e + a.sup.size() + a.ls;
  }

  @AsyncMethod
  Object B38_pick() throws Exception {
    Pair<String, Integer> p = pick(true, Pair.of("a", 1), Pair.of("b", await(stage(2))));
    Pair<?, ?> w = pick(false, Pair.of("a", 1), Pair.of(2, "b"));
    var v = pick(false, Pair.of("a", 1), Pair.of(2, "b"));
    return p.b() + "" + w.a() + v.b();
  }

  @AsyncMethod
  Object B38_minmax() throws Exception {
    var mm = minmax(List.of(3, await(stage(1)), 2));
    Pair<String, String> ss = minmax(List.of("b", "a"));
    return mm.a() + mm.b() + ss.a().length() + mm.max(1, 2) + ss.max("a", "b").length();
  }

  @AsyncMethod
  Object B38_fill() throws Exception {
    List<Pair<String, String>> l = fill(new ArrayList<>(), "a");
    Set<Pair<Integer, Integer>> s = fill(new HashSet<Pair<Integer, Integer>>(), await(stage(1)));
    return l.get(0).a().length() + s.iterator().next().b();
  }

  @AsyncMethod
  Object B38_arrs() throws Exception {
    Pair<?, ?>[] ps = {Pair.of(1, 2), Pair.of("a", await(stage(1)))};
    swap(ps);
    Pair<String, Integer>[] qs = pick(true, null, null);
    return ps[0].a() + "" + qs;
  }

  @AsyncMethod
  Object B38_varargs2() throws Exception {
    return cnt()
        + cnt(Pair.of(1, 2))
        + cnt(null, null)
        + cnt(new Pair<?, ?>[] {null})
        + await(stage(1))
        + cnt(Pair.of(await(stage(1)), 2), Pair.of(1, await(stage(2))));
  }

  @AsyncMethod
  Object B38_varargs() throws Exception {
    return cnt(Pair.of(1, 2), null) + await(stage(1));
  }

  @AsyncMethod
  Object B38_sups() throws Exception {
    List<? super Pair<String, Integer>> l = sup();
    l.add(Pair.of("n", await(stage(1))));
    Object o = l.get(0);
    return o + "" + l.size();
  }

  @AsyncMethod
  Object B38_deeps() throws Exception {
    var d = deep();
    for (Map.Entry<Integer, List<Pair<String, Integer>>> e : d.get("k").entrySet()) {
      log(e.getKey(), e.getValue().get(0).a().length());
      await(stage(1));
    }
    d.forEach((k, v) -> v.forEach((i, l) -> l.forEach(p -> log(k, i, p.a().length() + p.b()))));
    d.computeIfAbsent("n", k -> new HashMap<>())
        .computeIfAbsent(1, k -> new ArrayList<>())
        .add(Pair.of("x", await(stage(8))));
    return d.get("n").get(1).get(0).b();
  }

  @AsyncMethod
  Object B38_rawf() throws Exception {
    Pair p = RAW;
    Pair<Integer, String> q = RAW;
    return told(p.a()) + told(q.a()) + await(stage(1)) + told(RAW.b());
  }

  @AsyncMethod
  Object B38_stat() throws Exception {
    Pair<String, Integer> p = Pair.NONE;
    return p.a().length() + Pair.NONE.b() + await(stage(1));
  }

  @AsyncMethod
  Object B38_lam() throws Exception {
    Supplier<Pair<String, Supplier<Res>>> s = () -> null;
    Function<Pair<?, ?>, Object> f = Pair::a;
    Function<? super Pair<String, Integer>, ? extends Number> g = Pair::b;
    ToIntFunction<Pair<String, Integer>> h = Pair::b;
    Consumer<Pair<String, Integer>> c = Pair::b;
    Comparator<Bnd<Integer>> cc = Comparator.comparing(Bnd::get);
    IntFunction<Pair<?, ?>[]> ar = Pair[]::new;
    Supplier<Rec<?>> rr = R1::new;
    Function<String, Ex<String>> ex = Ex<String>::new;
    Supplier<Object> ca = new Ex<>("q")::hashCode;
    c.accept(Pair.of("a", 1));
    int k = await(stage(1));
    return f.apply(Pair.of(1, 2))
        + ""
        + g.apply(Pair.of("a", 2)).intValue()
        + h.applyAsInt(Pair.of("z", 6))
        + cc.compare(new Bnd<>(1), new Bnd<>(2))
        + ar.apply(3).length
        + ex.apply("t").t.length()
        + k;
  }

  @AsyncMethod
  Object B38_cmplx() throws Exception {
    Map<Pair<String, Integer>, List<? extends Pair<?, ? super Integer>>> m =
        new TreeMap<>(
            Comparator.comparing((Pair<String, Integer> p) -> p.a()).thenComparing(p -> p.b()));
    m.put(Pair.of("a", 1), List.of(Pair.of(1, 2)));
    m.put(
        Pair.of("a", 0),
        new ArrayList<Pair<String, Number>>(List.of(Pair.of("z", await(stage(5))))));
    String s = "";
    for (var e : m.entrySet())
      s += e.getKey().b() + ":" + e.getValue().get(0).b() + told(e.getValue().get(0).a()) + ";";
    return s
        + m.keySet().stream().map(Pair::b).reduce(0, Integer::sum)
        + m.entrySet().stream()
            .map(e -> Pair.of(e.getKey().a(), e.getValue().size()))
            .map(p -> p.a() + p.b())
            .collect(Collectors.joining());
  }

  @AsyncMethod
  Object B38_tern() throws Exception {
    Pair<String, Integer> p = Pair.of("a", 1);
    var x = await(stage(true)) ? p : Pair.of(1, "b");
    Object a = x.a();
    var y = await(stage(true)) ? p.a() : p.b();
    return told(x.a()) + a + told(y);
  }

  @AsyncMethod
  Object B38_cap() throws Exception {
    List<Pair<?, ?>> l = new ArrayList<>();
    l.add(Pair.of(1, 2));
    for (Pair<?, ?> p : l) {
      Pair<?, ?> q = Pair.of(p.b(), p);
      Object o = await(stage(q.a()));
      l = List.of(q, p);
      log(o);
      break;
    }
    Ex<?> e = new Ex<>(l);
    var t = e.t;
    Ex<? super Integer> si = new Ex<Number>(2.5);
    si.t = 4;
    var st = si.t;
    return t + "" + st + si.t;
  }

  @AsyncMethod
  Object B38_anon() throws Exception {
    var p =
        Pair.of(
            new Object() {
              int n = 4;
            },
            1);
    return p.a().n + await(stage(1));
  }

  @AsyncMethod
  Object B38_anon2() throws Exception {
    var p =
        Pair.of(
            new Object() {
              int n = 4;
            },
            1);
    return p.b() + await(stage(1));
  }

  @AsyncMethod
  Object B38_anon3() throws Exception {
    Supplier<Pair<String, Integer>> s =
        new Supplier<Pair<String, Integer>>() {
          Pair<String, Integer> x = Pair.of("a", 1);

          public Pair<String, Integer> get() {
            x = new Pair<>(x.a() + "b", x.b() + 1);
            return x;
          }

          <T extends Pair<T, ?>> void no(T t) {
            log(t.a());
          }
        };
    await(stage(1));
    return s.get().a() + s.get().b();
  }

  @AsyncMethod
  Object B38_lcl2() throws Exception {
    class Loc<T> implements Comparable<Loc<T>> {
      Pair<T, Integer> p;

      Loc(T t, int n) {
        p = Pair.of(t, n);
      }

      public int compareTo(Loc<T> o) {
        return p.b() - o.p.b();
      }

      class Inn {
        T t = p.a();
      }
    }
    Loc<String> l = new Loc<>("x", await(stage(3)));
    return Collections.max(List.of(l, new Loc<>("y", 1))).p.a().length()
        + l.compareTo(l)
        + l.new Inn().t.length();
  }

  @AsyncMethod
  Object B38_incr() throws Exception {
    Pair<int[], Ex<Long>> p = Pair.of(new int[] {1}, new Ex<>(2L));
    p.a()[0]++;
    p.b().t++;
    --p.b().t;
    p.b().t <<= 2;
    p.b().t += 2L * await(stage(2));
    Ex<Character> c = new Ex<>('a');
    c.t++;
    Ex<Object> o = new Ex<>("q");
    o.t += "w";
    o.t += await(stage("e"));
    id(o).t += "r";
    Ex<Boolean> b = new Ex<>(true);
    b.t &= await(stage(false));
    id(b).t |= true;
    id(c).t++;
    return p.a()[0] + p.b().t + "" + c.t + o.t + b.t;
  }

  @AsyncMethod
  Object B38_thro() throws Exception {
    Ex<RuntimeException> e = new Ex<>(new IllegalStateException("x"));
    try {
      await(stage(1));
      throw e.t;
    } catch (IllegalStateException x) {
      return x.getMessage();
    }
  }

  @AsyncMethod
  Object B38_synch() throws Exception {
    Pair<String, Integer> p = Pair.of("a", 1);
    synchronized (p) {
      log(p.a());
    }
    assert p.b() > 0 : p.a();
    do {
      await(stage(1));
      p = Pair.of(p.a(), p.b() + 1);
    } while (p.b() < 3);
    String s =
        switch (p.b()) {
          case 3 -> p.a() + await(stage("y"));
          default -> "no";
        };
    return s + (p != null && p.a() != null ? p.b() : -1);
  }

  @AsyncMethod
  Object B38_unb() throws Exception {
    for (Pair<String, Integer> p = Pair.of("", 0);
        p.b() < 3;
        p = new Pair<>(p.a() + "i", p.b() + 1)) log(p.a(), await(stage(p.b())));
    return "";
  }
}

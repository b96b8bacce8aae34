package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/**
 * Private classes with type parameters: one type variable stands for all their parameterizations.
 */
class PrivateGenerics {
  private record Pair<A, B>(A a, B b) {
    static <X, Y> Pair<X, Y> of(X x, Y y) {
      log("of");
      return new Pair<>(x, y);
    }

    <C> Pair<A, C> with(C c) {
      return new Pair<>(a, c);
    }

    Pair<B, A> swap() {
      return new Pair<>(b, a);
    }
  }

  private static class Node<K extends Comparable<K>, V> implements Comparable<Node<K, V>> {
    K key;
    V value;
    Node<K, V> next;
    final List<V> all = new ArrayList<>();

    Node(K key, V value) {
      this.key = key;
      this.value = value;
    }

    Node<K, V> link(Node<K, V> n) {
      next = n;
      return this;
    }

    public int compareTo(Node<K, V> o) {
      return key.compareTo(o.key);
    }

    void each(Consumer<? super V> c) {
      for (Node<K, V> n = this; n != null; n = n.next) c.accept(n.value);
    }

    <R> List<R> map(Function<? super V, ? extends R> f) {
      List<R> r = new ArrayList<>();
      each(v -> r.add(f.apply(v)));
      return r;
    }

    public String toString() {
      return key + "=" + value;
    }

    static <Q extends Comparable<Q>> Node<Q, Q> same(Q q) {
      return new Node<>(q, q);
    }
  }

  private static class Ring<T> implements Iterable<T> {
    final List<T> l = new ArrayList<>();

    Ring<T> add(T t) {
      l.add(t);
      return this;
    }

    public Iterator<T> iterator() {
      return l.iterator();
    }

    @SafeVarargs
    static <T> Ring<T> of(T... ts) {
      Ring<T> r = new Ring<>();
      for (T t : ts) r.add(t);
      return r;
    }
  }

  private interface Tree<T> {
    int size();

    T first();
  }

  private record Leaf<T>(T v) implements Tree<T> {
    public int size() {
      return 1;
    }

    public T first() {
      return v;
    }
  }

  private record Fork<T>(Tree<T> l, Tree<T> r) implements Tree<T> {
    public int size() {
      return l.size() + r.size();
    }

    public T first() {
      return l.first();
    }
  }

  private static class Box<T> {
    private T t;
    int n;

    Box(T t) {
      this.t = t;
    }

    T get() {
      return t;
    }

    void set(T t) {
      this.t = t;
    }

    static int count;
  }

  private static class Sub<T> extends Box<List<T>> {
    Sub(T t) {
      super(List.of(t));
    }
  }

  private abstract static class Self<T extends Self<T>> {
    int n;

    abstract T me();

    T plus(int i) {
      n += i;
      return me();
    }
  }

  private static class Me extends Self<Me> {
    Me me() {
      return this;
    }

    public String toString() {
      return "me" + n;
    }
  }

  private static class Opt<E extends Exception> {
    void run(boolean b, E e) throws E {
      if (b) throw e;
    }
  }

  private class In<T> {
    T t;

    In(T t) {
      this.t = t;
    }

    String s() {
      return t + base();
    }
  }

  String base() {
    return "base";
  }

  private static <A, B> Map<A, B> toMap(List<Pair<A, B>> l) {
    Map<A, B> m = new LinkedHashMap<>();
    for (var p : l) m.put(p.a(), p.b());
    return m;
  }

  private static List<Pair<String, Integer>> pairs() {
    return new ArrayList<>(List.of(Pair.of("x", 1), Pair.of("y", 2)));
  }

  private Pair<String, List<Integer>> field = Pair.of("f", List.of(1, 2));

  static class Named<T> {
    private Pair<T, T> twice;

    Named(T t) {
      twice = Pair.of(t, t);
    }

    Pair<T, T> twice() {
      return twice;
    }
  }

  static <T> T id(T t) {
    return t;
  }

  static String told(Object o) {
    return "object";
  }

  static String told(String o) {
    return "string";
  }

  static String told(Integer o) {
    return "integer";
  }

  static String told(Comparable<?> o) {
    return "comparable";
  }

  private static int sum(Collection<? extends Pair<?, ? extends Number>> c) {
    int s = 0;
    for (Pair<?, ? extends Number> p : c) s += p.b().intValue();
    return s;
  }

  void see(Object o) {
    log("see", o);
  }

  static void sees(Integer o) {
    log("sees", o);
  }

  private static <T> Box<T> box(Box<T> b) {
    log("box");
    return b;
  }

  static <X> String over(List<X> a, List<X> b) {
    return "same";
  }

  static String over(Object a, Object b) {
    return "objects";
  }

  private interface Ap<A, B> {
    B of(A a);
  }

  private static <A, B> B app(Ap<? super A, ? extends B> f, A a) {
    return f.of(a);
  }

  @AsyncMethod
  Object B38_pair() throws Exception {
    Pair<String, Integer> p = new Pair<>("a", 1);
    int n = await(stage(2)) + p.b();
    return p.a().length()
        + n
        + told(p.a())
        + told(p.b())
        + p
        + p.hashCode()
        + p.equals(new Pair<>("a", 1));
  }

  @AsyncMethod
  Object B38_of() throws Exception {
    Pair<String, Integer> p = Pair.of(await(stage("q")), 7);
    var w = p.with(List.of(await(stage(1)), 2));
    for (int i : w.b()) log(i + 1);
    return w.swap().a().get(0) + p.swap().b().length();
  }

  @AsyncMethod
  Object B38_list() throws Exception {
    List<Pair<String, Integer>> l = pairs();
    l.add(new Pair<>("z", await(stage(9))));
    int s = 0;
    for (Pair<String, Integer> p : l) {
      s += p.b() * await(stage(2));
      log(p.a().toUpperCase());
    }
    l.sort(Comparator.comparing(p -> -p.b()));
    l.sort(Comparator.comparing(Pair::a));
    l.sort(Comparator.comparing((Pair<String, Integer> p) -> p.b()).thenComparing(Pair::a));
    return s
        + l.stream().map(Pair::b).map(i -> i + 1).collect(Collectors.toList()).toString()
        + l.stream().mapToInt(Pair::b).sum()
        + l
        + sum(l);
  }

  @AsyncMethod
  Object B38_map() throws Exception {
    Map<String, Integer> m = toMap(pairs());
    Map<Integer, String> r = toMap(pairs().stream().map(Pair::swap).collect(Collectors.toList()));
    return m.get("x")
        + await(stage(1))
        + r.get(2)
        + toMap(List.of(Pair.of(1, 2L))).get(1).longValue();
  }

  @AsyncMethod
  Object B38_wild() throws Exception {
    List<? extends Pair<?, ?>> l = pairs();
    Pair<?, ? extends Number> p = pairs().get(0);
    Pair<?, ? super Integer> q = pairs().get(1);
    Object o = await(stage(1));
    return l.get(0).a() + "" + p.b().intValue() + q.b() + o + l.size() + told(p.b()) + told(q.b());
  }

  @AsyncMethod
  Object B38_raw() throws Exception {
    Pair p = new Pair("a", 1);
    Object o = p.a();
    return told(p.a()) + await(stage(1)) + p.with(3).b() + o;
  }

  @AsyncMethod
  Object B38_field() throws Exception {
    field = new Pair<>(field.a() + await(stage("g")), field.b());
    return field.b().get(1) + field.a() + this.field.b().size();
  }

  @AsyncMethod
  Object B38_node() throws Exception {
    Node<String, Integer> head = new Node<>("a", 1).link(new Node<>("b", 2));
    head.next.value += await(stage(5));
    head.value++;
    ++head.next.value;
    head.all.add(await(stage(3)));
    head.each(v -> log("v", v + 1));
    List<String> t = head.map(v -> "m" + v);
    head.key += "x";
    head.next.key += await(stage("k"));
    Node<String, Integer> max = Collections.max(List.of(head, head.next));
    return max.key
        + head
        + head.next
        + t.get(1).length()
        + head.map(Integer::doubleValue).get(0)
        + head.compareTo(head.next)
        + head.all.get(0).intValue();
  }

  @AsyncMethod
  Object B38_node2() throws Exception {
    Node<?, ?> any = Node.same("q");
    Node<Integer, Integer> i = Node.same(await(stage(4)));
    i.each(this::see);
    i.each(PrivateGenerics::sees);
    Object k = any.key;
    return k + "" + any.next + i.value.intValue() + any.key.hashCode();
  }

  @AsyncMethod
  Object B38_node3() throws Exception {
    Node<String, Integer>[] ns = (Node<String, Integer>[]) new Node[2];
    ns[0] = new Node<>("p", await(stage(1)));
    ns[1] = ns[0];
    ns[1].value += 4;
    Node<?, ?>[] w = new Node<?, ?>[] {ns[0], null};
    Node<?, ?>[][] ww = {w, w};
    return ns[0].value
        + ns.getClass().getSimpleName()
        + w.getClass().getSimpleName()
        + ww[1][0].key
        + ns.length;
  }

  @AsyncMethod
  Object B38_ring() throws Exception {
    Ring<String> r = new Ring<String>().add("a").add(await(stage("b")));
    int n = 0;
    for (String s : r) {
      n += s.length();
      log(s, await(stage(1)));
    }
    r.forEach(s -> log(s.length()));
    Iterator<String> it = r.iterator();
    return n
        + it.next().length()
        + String.join(",", r)
        + StreamSupport.stream(r.spliterator(), false)
            .map(String::length)
            .collect(Collectors.toList());
  }

  @AsyncMethod
  Object B38_ring3() throws Exception {
    Ring<Pair<String, Integer>> r = Ring.of(Pair.of("a", 1), Pair.of("b", await(stage(2))));
    int n = 0;
    for (Pair<String, Integer> p : r) n += p.b() + p.a().length();
    for (var p : r) n += p.b() + p.a().length();
    return n;
  }

  @AsyncMethod
  Object B38_tree() throws Exception {
    Tree<String> t =
        new Fork<>(new Leaf<>("a"), new Fork<>(new Leaf<>(await(stage("b"))), new Leaf<>("c")));
    Tree<? extends CharSequence> u = t;
    return t.size()
        + t.first().length()
        + u.first().length()
        + (t instanceof Fork ? "f" : "l")
        + (t instanceof Fork<String> f ? f.r().size() : 0);
  }

  @AsyncMethod
  Object B38_inst() throws Exception {
    Object o = await(stage(Pair.of("a", 1)));
    if (o instanceof Pair<?, ?> p && p.a() instanceof String s) log(s);
    if (o instanceof Pair) log("pair");
    Pair<String, Integer> c = (Pair<String, Integer>) o;
    Class<?> k = Pair.class;
    return c.b() + 1 + k.getSimpleName() + c.getClass().getSimpleName();
  }

  @AsyncMethod
  Object B38_box() throws Exception {
    Box<Integer> b = new Box<>(1);
    b.t += 2;
    b.t++;
    b.set(b.get() + await(stage(3)));
    b.t += await(stage(4));
    b.n += b.t;
    Box<String> s = new Box<>("a");
    s.t += 1;
    s.t += await(stage("b"));
    Box.count++;
    box(b).t += 5;
    box(b).t++;
    box(s).t += "z";
    log(box(b).t--);
    box(b).t += await(stage(5));
    return b.t + s.t + b.n + s.get().length();
  }

  @AsyncMethod
  Object B38_sub() throws Exception {
    Sub<String> s = new Sub<>("a");
    s.set(List.of("b", await(stage("c"))));
    Box<List<String>> b = s;
    return s.get().get(0).length() + b.get().get(1) + b.t.size();
  }

  @AsyncMethod
  Object B38_self() throws Exception {
    Me m = new Me().plus(1).plus(await(stage(2)));
    Self<?> s = m;
    Self<Me> q = m;
    return m.n + "" + s.plus(3) + q.plus(1).plus(2);
  }

  @AsyncMethod
  Object B38_exc() throws Exception {
    Opt<java.io.IOException> o = new Opt<>();
    try {
      o.run(await(stage(true)), new java.io.IOException("x"));
    } catch (java.io.IOException e) {
      return e.getMessage();
    }
    return "none";
  }

  @AsyncMethod
  Object B38_inner() throws Exception {
    In<String> i = new In<>("q" + await(stage(1)));
    In<Integer> k = this.new In<Integer>(3);
    k.t += 1;
    return i.s() + k.s() + i.t.length();
  }

  @AsyncMethod
  Object B38_named() throws Exception {
    Named<String> n = new Named<>("ab");
    return n.twice.a().length() + n.twice().b().length() + await(stage(1));
  }

  @AsyncMethod
  Object B38_lambdas() throws Exception {
    Function<Pair<String, Integer>, Integer> f = Pair::b;
    Function<Pair<String, Integer>, Integer> g = p -> p.b() + p.a().length();
    BiFunction<String, Integer, Pair<String, Integer>> mk = Pair::new;
    BiFunction<String, Integer, Pair<String, Integer>> mo = Pair::of;
    Supplier<Node<String, String>> su = () -> Node.same("l");
    Function<String, Box<String>> bx = Box::new;
    UnaryOperator<Pair<String, String>> sw = Pair::swap;
    int k = await(stage(1));
    Function<Integer, Pair<String, Integer>> w = Pair.of("a", 1)::with;
    return f.apply(mk.apply("x", 1))
        + g.apply(mo.apply("yy", 2))
        + su.get().value.length()
        + bx.apply("b").get().length()
        + sw.apply(Pair.of("1", "22")).a().length()
        + w.apply(5).b()
        + k;
  }

  @AsyncMethod
  Object B38_streams() throws Exception {
    Map<String, List<Pair<String, Integer>>> g =
        pairs().stream().collect(Collectors.groupingBy(Pair::a));
    Map<String, Integer> m =
        pairs().stream().collect(Collectors.toMap(Pair::a, Pair::b, Integer::sum, TreeMap::new));
    Optional<Pair<String, Integer>> mx = pairs().stream().max(Comparator.comparingInt(Pair::b));
    List<Pair<Integer, String>> sw =
        Stream.of("a", "bb")
            .map(s -> new Pair<>(s.length(), s))
            .sorted(Comparator.<Pair<Integer, String>, Integer>comparing(p -> -p.a()))
            .toList();
    int k = await(stage(1));
    return g.get("x").get(0).b()
        + m.get("y")
        + mx.map(Pair::b).orElse(0)
        + sw.get(0).b()
        + mx.get().a().length()
        + Stream.of(1, 2).map(i -> Pair.of(i, i * 1.5)).mapToDouble(p -> p.a() * p.b()).sum()
        + k;
  }

  @AsyncMethod
  Object B38_inter() throws Exception {
    Pair<?, Integer> p = Pair.of(await(stage(true)) ? 1 : "a", 2);
    var q = Pair.of(await(stage(true)) ? 1 : "a", 2);
    return p.a() + "" + q.b().intValue();
  }

  @AsyncMethod
  Object B38_inter2() throws Exception {
    var q = Pair.of(await(stage(true)) ? 1 : "a", 2);
    return q.a().hashCode();
  }

  @AsyncMethod
  Object B38_poly() throws Exception {
    Pair<Function<String, Integer>, List<String>> q =
        id(Pair.of(x -> x.length(), new ArrayList<>()));
    q.b().add("z" + await(stage(1)));
    Pair<Function<String, Integer>, List<String>> r =
        await(stage(true))
            ? Pair.of(x -> x.length() + 1, List.of())
            : new Pair<>(x -> 1, Collections.emptyList());
    return q.a().apply(q.b().get(0)) + r.a().apply("a");
  }

  @AsyncMethod
  Object B38_cond() throws Exception {
    Pair<String, Integer> p = await(stage(true)) ? Pair.of("a", 1) : null;
    Pair<? extends Comparable<?>, Integer> z = p.b() > 0 ? p : Pair.of(1, 2);
    return z.a() + "" + z.b();
  }

  @AsyncMethod
  Object B38_localcls() throws Exception {
    class L<Q> {
      Pair<Q, Q> p;
      Box<Q> b;

      L(Q q) {
        p = Pair.of(q, q);
        b = new Box<>(q);
      }

      Q one() {
        b.t = p.a();
        return b.get();
      }

      <Z extends Q> void put(Z z) {
        p = new Pair<>(z, z);
      }
    }
    L<String> l = new L<>("ab");
    l.put("abc");
    await(stage(1));
    return l.one().length() + l.p.b().length();
  }

  @AsyncMethod
  <K, V extends Number> Object B38_generic() throws Exception {
    Pair<K, V> p = null;
    Node<String, V> n = new Node<>("a", null);
    n.value = null;
    Ring<K> r = new Ring<>();
    for (K k : r) log(k);
    List<Pair<K, V>> l = new ArrayList<>();
    await(stage(1));
    for (Pair<K, V> q : l) log(q.b().intValue());
    Pair<K, V> z = Pair.of(null, null);
    V v = z.b();
    return z + "" + v + n;
  }

  @AsyncMethod
  Object B38_overload2() throws Exception {
    return over(pairs(), pairs()) + await(stage(1));
  }

  @AsyncMethod
  Object B38_sortin() throws Exception {
    List<Pair<String, ?>> l = new ArrayList<>();
    l.add(Pair.of("b", 1));
    l.add(Pair.of("a", await(stage("x"))));
    l.sort(Comparator.comparing(Pair::a));
    l.remove(Pair.of("b", 1));
    return l.toString() + l.get(0).b();
  }

  @AsyncMethod
  Object B38_varp() throws Exception {
    var p = new Pair<>("a", new Box<>(1));
    p.b().t += p.a().length() + await(stage(1));
    return p.b().t;
  }

  @AsyncMethod
  Object B38_nestednull() throws Exception {
    Pair<Pair<String, Integer>, Box<Pair<Integer, String>>> p =
        new Pair<>(Pair.of("a", 1), new Box<>(Pair.of(2, "bb")));
    p.b().t = Pair.of(3, "ccc");
    p.b().set(new Pair<>(await(stage(4)), p.a().a()));
    return p.a().a().length() + p.b().get().b().length() + p.b().get().a();
  }

  @AsyncMethod
  Object B38_arr() throws Exception {
    Pair<String, Integer>[] ps = new Pair[] {Pair.of("a", 1), null};
    Box<int[]> b = new Box<>(new int[] {1, 2});
    b.get()[0] += await(stage(3));
    b.t[1]++;
    ps[1] = ps[0].with(3);
    return ps[1].b() + b.get()[0] + b.t[1];
  }

  @AsyncMethod
  Object B38_trywith() throws Exception {
    List<Box<? extends Number>> l = List.of(new Box<>(1), new Box<>(2.5));
    double d = 0;
    for (Box<? extends Number> b : l) d += b.get().doubleValue() + await(stage(1));
    Box<?> q = l.get(0);
    Object o = q.get();
    return d + told(q.get()) + o;
  }

  @AsyncMethod
  Object B38_locals() throws Exception {
    class Arg {
      int kept;

      Arg(int k) {
        kept = k;
      }
    }
    Pair<Box<Arg>, Arg> p = Pair.of(new Box<>(new Arg(3)), new Arg(await(stage(4))));
    p.a().t = new Arg(5);
    p.a().t.kept += p.b().kept;
    await(stage(1));
    return p.b().kept + p.a().t.kept + p.a().get().kept;
  }

  @AsyncMethod
  Object B38_unsaid() throws Exception {
    Ap<String, Integer> f = String::length;
    return id(app(f, "de"))
        + id(id(app(s -> s.length() + 1, "abc")))
        + await(stage(id(app(f, "q"))))
        + id(id(app(x -> x, 4)))
        + id(app((Ap<String, Integer>) s -> 1, null));
  }

  @AsyncMethod
  Object B38_valuesInBracketsBehindYield() throws Exception {
    class Arg {
      int kept = 3;
    }
    Pair<Box<Arg>, Arg> p = Pair.of(new Box<>(new Arg()), new Arg());
    int[] sum = {await(stage(1))};
    IntFunction<Object> f =
        n ->
            switch (n) {
              case 1: {
                yield (sum[0] += p.b().kept);
              }
              case 2: {
                yield (n > 3 ? p : p).a().get().kept;
              }
              case 3:
                yield (Object) p.b().kept;
              default:
                yield (IntUnaryOperator) (a) -> a;
            };
    return "" + f.apply(1) + f.apply(2) + f.apply(3) + await(stage(1)) + sum[0];
  }
}

package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Varargs of private classes, for which Java makes an array. */
class PrivateVarargs {
  private interface Priv {
    int n();

    default String nm() {
      return "p" + n();
    }
  }

  private static class Base {
    int n;

    Base(int n) {
      this.n = n;
    }

    Base() {}

    int n() {
      return n;
    }

    public String toString() {
      return "B" + n;
    }
  }

  static class Named extends Base {
    Named(int n) {
      super(n);
    }
  }

  static class Named2 extends Named {
    Named2(int n) {
      super(n);
    }
  }

  private static class Row implements Comparable<Row> {
    final String k;

    Row(String k) {
      this.k = k;
    }

    String k() {
      return k;
    }

    public int compareTo(Row o) {
      return k.compareTo(o.k);
    }

    public String toString() {
      return "R" + k;
    }
  }

  private record Rec(int a, String b) {}

  private enum En {
    A,
    B {};

    int twice() {
      return ordinal() * 2;
    }
  }

  private static class Exc extends RuntimeException {
    final int c;

    Exc(int c) {
      this.c = c;
    }
  }

  static class NamedExc extends Exc {
    NamedExc(int c) {
      super(c);
    }
  }

  static class GenBound<A extends Base> {
    A a;

    GenBound(A a) {
      this.a = a;
    }
  }

  static class Lister {
    List<? extends Base> some = List.of(new Named(7));
    Map<String, ? super Row> sup = new HashMap<>();

    List<Row>[] arr() {
      return new List[] {List.of(new Row("q"))};
    }

    Row[][] two = {{new Row("z")}};
  }

  static <A extends Base> A same(A a) {
    return a;
  }

  private static <A extends Row> A row(A a) {
    return a;
  }

  static List<? extends Base> bases() {
    return List.of(new Named(3), new Base(4));
  }

  private static List<Row> rows() {
    return new ArrayList<>(List.of(new Row("y"), new Row("x")));
  }

  static List<? super Named> sup() {
    return new ArrayList<>(List.of(new Base(9)));
  }

  private static List<Named> nameds() {
    return List.of(new Named(5));
  }

  static int size(List<? extends Base> l) {
    return l.size();
  }

  static String over(Base b) {
    return "base";
  }

  static String over(Named b) {
    return "named";
  }

  static String over(Object b) {
    return "object";
  }

  private static class Chk extends java.io.IOException {
    Chk(String s) {
      super(s);
    }
  }

  private static void chk(boolean b) throws Chk {
    if (b) throw new Chk("chk");
  }

  private static Object id(Object o) {
    return o;
  }

  private static String all(Row... all) {
    return all.getClass().getSimpleName() + Arrays.toString(all);
  }

  private String mine(int n, Row... all) {
    return n + all.getClass().getSimpleName() + Arrays.toString(all);
  }

  private static <A> String gen(A... all) {
    return all.getClass().getSimpleName() + all.length;
  }

  static <A> String open(String s, A... all) {
    return s + all.getClass().getSimpleName() + all.length;
  }

  @SafeVarargs
  private static <A> String safe(A... all) {
    return "" + all.length;
  }

  private static class Many {
    String s;

    Many(int n, Row... all) {
      s = n + all.getClass().getSimpleName() + all.length;
    }
  }

  static class Open2 {
    String s;

    Open2(Row... all) {
      s = all.getClass().getSimpleName() + all.length;
    }
  }

  private static String deep(Row[]... all) {
    return all.getClass().getSimpleName() + all.length;
  }

  private static String lists(List<Row>... all) {
    return "" + all.length;
  }

  @AsyncMethod
  Object B38_vaOwn() throws Exception {
    return all(new Row("a"), new Row("b"))
        + all(new Row(await(stage("c"))))
        + mine(1, new Row("d"), null)
        + mine(await(stage(2)), new Row(await(stage("e"))), new Row("f"));
  }

  @AsyncMethod
  Object B38_vaArray() throws Exception {
    return all(new Row[] {new Row("a")})
        + all(rows().toArray(new Row[0]))
        + await(stage(1))
        + mine(3, new Row[0]);
  }

  @AsyncMethod
  Object B38_vaNull() throws Exception {
    Row r = null;
    return all(r) + await(stage(1));
  }

  @AsyncMethod
  Object B38_vaNullLiteral() throws Exception {
    try {
      return all(null) + await(stage(1));
    } catch (NullPointerException e) {
      return "npe";
    }
  }

  @AsyncMethod
  Object B38_vaNone() throws Exception {
    return all() + await(stage(1));
  }

  @AsyncMethod
  Object B38_vaGen() throws Exception {
    return gen(new Row("a"), new Row("b"))
        + open("x", new Row(await(stage("c"))))
        + gen("s", new Row("q"))
        + safe(new Row("q"), new Row("r"));
  }

  @AsyncMethod
  Object B38_vaGenMixed() throws Exception {
    return gen(new Row("a"), new Rec(1, "q")) + await(stage(1));
  }

  @AsyncMethod
  Object B38_vaCtor() throws Exception {
    return new Many(1, new Row("a"), new Row("b")).s
        + new Many(await(stage(2)), new Row(await(stage("c")))).s
        + new Open2(new Row("d")).s
        + new Open2(new Row(await(stage("d"))), null).s;
  }

  @AsyncMethod
  Object B38_vaDeep() throws Exception {
    return deep(new Row[] {new Row("a")}, new Row[2]) + await(stage(1)) + deep(new Row[][] {});
  }

  @AsyncMethod
  Object B38_vaLists() throws Exception {
    return lists(rows(), rows()) + await(stage(1));
  }

  @AsyncMethod
  Object B38_vaLambda() throws Exception {
    Function<Row, String> f = r -> all(r, r) + gen(r);
    return f.apply(new Row("z")) + await(stage(1));
  }

  @AsyncMethod
  Object B38_vaEnum() throws Exception {
    return EnumSet.of(En.A, En.B).toString() + await(stage(1)) + gen(En.A, En.B) + gen(En.A);
  }

  private static class Line {
    String joined(Row... all) {
      return all.getClass().getSimpleName() + Arrays.toString(all);
    }

    static String table(int n, Row[]... all) {
      return n + all.getClass().getSimpleName() + all.length;
    }
  }

  private static class Box<A> {
    final A value;

    Box(A value) {
      this.value = value;
    }

    static String of(Box<?>... all) {
      String text = all.getClass().getSimpleName();
      for (Box<?> each : all) {
        text += each.value;
      }
      return text;
    }
  }

  private interface Joining {
    String of(Row first, Row second);
  }

  private Line line() {
    log("line");
    return new Line();
  }

  @AsyncMethod
  Object B38_vaReferences() throws Exception {
    Row a = new Row("a");
    Function<Row, String> one = PrivateVarargs::all;
    BiFunction<Row, Row, String> two = PrivateVarargs::all;
    Function<Row[], String> array = PrivateVarargs::all;
    Supplier<String> none = PrivateVarargs::all;
    BiFunction<Integer, Row, String> mixed = this::mine;
    Function<Integer, String> left = this::mine;
    BiFunction<Integer, Row[], String> whole = this::mine;
    BiFunction<Integer, Row, Many> made = Many::new;
    Supplier<Open2> open = Open2::new;
    Function<Row, Open2> opened = Open2::new;
    Line line = new Line();
    Function<Row, String> bound = line::joined;
    BiFunction<Line, Row, String> unbound = Line::joined;
    Function<Line, String> alone = Line::joined;
    BiFunction<Line, Row[], String> given = Line::joined;
    Function<Row, String> computed = line()::joined;
    Joining joining = await(stage(line))::joined;
    BiFunction<Integer, Row[], String> table = Line::table;
    BiFunction<Integer, Row[][], String> tables = Line::table;
    Function<Box<Row>, String> boxes = Box::of;
    BiFunction<Box<String>, Box<Row>, String> twoBoxes = Box::of;
    return one.apply(a) + two.apply(a, null) + array.apply(new Row[2]) + none.get() + mixed.apply(1, a) + left.apply(2)
        + whole.apply(3, new Row[] {a}) + made.apply(4, a).s + open.get().s + opened.apply(a).s + await(stage(1))
        + bound.apply(a).length() + unbound.apply(line, a).length() + alone.apply(line) + given.apply(line, new Row[0])
        + computed.apply(a).length() + joining.of(a, a).length() + table.apply(5, new Row[1]) + tables.apply(6, new Row[7][])
        + boxes.apply(new Box<>(null)) + twoBoxes.apply(new Box<>("b"), new Box<>(null)) + Stream.of(a, a).map(PrivateVarargs::all).toList();
  }
}

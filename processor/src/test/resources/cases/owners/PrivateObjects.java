package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Objects of private classes, for which type variables stand. */
class PrivateObjects {
  private record Row(String key, int size) implements Comparable<Row> {
    Row {
      log("row", key, size);
    }

    static Row of(String key) {
      return new Row(key, key.length());
    }

    private Row grown(int by) {
      return new Row(key, size + by);
    }

    <A> A mapped(Function<? super Row, A> function) {
      return function.apply(this);
    }

    @Override
    public int compareTo(Row other) {
      return Integer.compare(size, other.size);
    }
  }

  private static class Cell {
    int count = 1;
    private String text;
    Cell next;
    final List<Row> rows = new ArrayList<>();

    Cell(String text) {
      this.text = text;
    }

    Cell linked(Cell other) {
      next = other;
      return this;
    }

    @Override
    public String toString() {
      return text + count;
    }
  }

  private sealed interface Shape permits Circle, Square {
    double area();

    default String named() {
      return getClass().getSimpleName() + area();
    }
  }

  private record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return 3 * radius * radius;
    }
  }

  private record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;

    Lost(int code) {
      super("lost " + code);
      this.code = code;
    }
  }

  private static final class Door implements AutoCloseable {
    Door() {
      log("open");
    }

    @Override
    public void close() {
      log("close");
    }
  }

  record Page(List<Row> rows, Row first) {}

  @AsyncResource
  static final class Kept {
    private Row row = new Row("k", 1);

    void open() {
      row = row.grown(await(stage(1)));
    }

    void close() {
      Row old = row;
      log("kept", old.key(), await(stage(old.size())));
    }
  }

  @AsyncMethod
  String D1_aResourceClassWithPrivateObjects() {
    Kept kept = using(PrivateObjects_KeptScope.of());
    return kept.row.key() + await(stage(1));
  }

  private final Map<String, List<Row>> index = new TreeMap<>();
  private Cell head = new Cell("h");
  Row last = new Row("last", 4);

  private static String told(Object any) {
    return "object " + any;
  }

  private static String told(Comparable<?> any) {
    return "comparable " + any;
  }

  private static String told(Row row) {
    return "row " + row;
  }

  static String shown(Object any) {
    return "shown " + any;
  }

  static String shown(Comparable<?> any) {
    return "compared " + any;
  }

  private Row found(String key) {
    log("find", key);
    return index.getOrDefault(key, List.of(last)).get(0);
  }

  private Cell cell(Cell cell) {
    log("cell", cell);
    return cell;
  }

  @AsyncMethod
  String B38_variablesOfPrivateClasses() {
    Row row = new Row("a", await(stage(1)));
    Row other = Row.of(await(stage("bcd")));
    var third = other.grown(await(stage(2)));
    final Row none = null;
    log(row.key(), other.size(), third);
    last = row.size() > await(stage(0)) ? third : row;
    row = none == null ? last : none;
    return row + await(stage("-")) + last.key + row.equals(third) + (row == third);
  }

  @AsyncMethod
  String B38_membersOfPrivateObjects() {
    Cell cell = new Cell(await(stage("x")));
    cell.count += await(stage(3));
    cell.count++;
    int old = cell.count--;
    cell.text += await(stage("y")) + old;
    head.linked(cell).next.count <<= await(stage(1));
    cell(cell).count += see(2);
    cell(cell).text += "z";
    int before = cell(head).count++;
    cell(cell).count ^= await(stage(1));
    cell(head).next = await(stage(1)) > 0 ? cell : null;
    cell.rows.add(new Row("r", await(stage(7))));
    this.head.next.rows.add(last);
    return cell + " " + head + head.next.rows + before + cell.hashCode() * 0;
  }

  @AsyncMethod
  String B38_privateClassesAsTypeArguments() {
    List<Row> rows = new ArrayList<>();
    for (String key : List.of("ccc", "a", "bb")) {
      rows.add(Row.of(await(stage(key))));
    }
    Collections.sort(rows);
    Row most = Collections.max(rows);
    index.computeIfAbsent("k", any -> new ArrayList<>()).addAll(rows);
    Map<Integer, List<Row>> sized = new TreeMap<>();
    for (Row row : rows) {
      sized.computeIfAbsent(row.size(), any -> new ArrayList<>()).add(row.grown(await(stage(1))));
    }
    String joined =
        rows.stream()
            .filter(row -> row.size() > 1)
            .map(Row::key)
            .collect(Collectors.joining(","));
    List<Row> sorted =
        rows.stream().sorted(Comparator.comparing(Row::key).reversed()).collect(Collectors.toList());
    Optional<Row> first = index.get("k").stream().findFirst();
    Function<String, Row> make = Row::of;
    BiFunction<String, Integer, Row> create = Row::new;
    Supplier<Cell> cells = () -> new Cell("s");
    String own = first.get().mapped(row -> row.key() + row.size());
    log(sorted, await(stage(first.map(Row::size).orElse(0))));
    return joined + sized + most + make.apply("m") + create.apply("n", await(stage(2))) + cells.get() + own;
  }

  @AsyncMethod
  String B38_overloadsOfPrivateClasses() {
    Row row = Row.of("o");
    Object object = row;
    Comparable<Row> compared = row;
    return told(row) + told(object) + told(compared) + shown(row) + await(stage(shown(object)))
        + String.valueOf(row) + Objects.hash(await(stage(1)), row.size());
  }

  @AsyncMethod
  String C33_testsAndCastsOfPrivateClasses() {
    Object any = Row.of(await(stage("c")));
    Object cell = new Cell("c");
    String result = "" + (any instanceof Row) + (cell instanceof Row) + (null instanceof Cell);
    Row row = (Row) any;
    Row awaited = (Row) await(stage(any));
    result += row.key() + awaited.size() + ((Row) any).grown(1);
    if (any instanceof Row found && found.size() > await(stage(0))) {
      result += found.key();
    }
    if (!(await(stage(any)) instanceof Row kept)) {
      return "none";
    }
    result += kept.size() + await(stage("+")) + kept;
    try {
      Cell wrong = (Cell) any;
      log("not here", wrong);
    } catch (ClassCastException e) {
      log("cast", await(stage(1)));
    }
    return result + Row.class.getSimpleName() + (any.getClass() == Row.class);
  }

  @AsyncMethod
  String B38_privateHierarchies() {
    List<Shape> shapes = new ArrayList<>(List.of(new Circle(1), new Square(await(stage(2)))));
    Shape shape = await(stage(true)) ? new Circle(2) : new Square(3);
    shapes.add(shape);
    double sum = 0;
    for (Shape each : shapes) {
      sum += each.area() + await(stage(1));
      if (each instanceof Circle circle) {
        sum += circle.radius() * await(stage(1));
      } else if (each instanceof Square square && square.side() > 1) {
        sum -= square.side();
      }
    }
    return sum + shapes.stream().map(Shape::named).collect(Collectors.joining()) + shapes;
  }

  @AsyncMethod
  int B38_privateExceptionsAndResources() {
    try (Door door = new Door()) {
      log(door != null, await(stage(1)));
    }
    try {
      Lost lost = new Lost(await(stage(3)));
      if (lost.code > 2) {
        throw lost;
      }
    } catch (RuntimeException e) {
      return e instanceof Lost lost ? lost.code + await(stage(1)) : 0;
    }
    return -1;
  }

  @AsyncMethod
  String B38_membersWithPrivateTypes() {
    Page page = new Page(List.of(Row.of("p")), last);
    page.rows().forEach(row -> log("each", row, await0()));
    Row first = page.first();
    last = page.rows().get(await(stage(0)));
    index.put("q", page.rows());
    UnaryOperator<Row> grow = row -> row.grown(1);
    Function<String, Row> find = this::found;
    return first.key() + found("q").size() + find.apply(await(stage("q"))) + grow.apply(last);
  }

  private static int await0() {
    return 0;
  }

  @AsyncMethod
  String B35_localClassesWithPrivateTypes() {
    class Holder {
      Row row = last;
      Row next(int by) {
        row = row.grown(by);
        return row;
      }
    }
    Holder holder = new Holder();
    Comparator<Row> order =
        new Comparator<>() {
          @Override
          public int compare(Row a, Row b) {
            return a.key().compareTo(b.key());
          }
        };
    Row next = holder.next(await(stage(2)));
    return holder.next(await(stage(1))).toString() + next + order.compare(next, last);
  }

  @AsyncMethod
  String B38_arraysOfPrivateClasses() {
    Row[] rows = new Row[await(stage(2))];
    rows[0] = Row.of("x");
    rows[await(stage(1))] = rows[0].grown(1);
    Cell[] cells = new Cell[2];
    cells[0] = new Cell("a");
    cells[0].count += await(stage(1));
    Object[] all = rows;
    try {
      all[0] = "no row";
    } catch (ArrayStoreException e) {
      log("store", await(stage(1)));
    }
    return Arrays.toString(rows) + cells[0] + cells.length + rows.getClass().getSimpleName();
  }

  @AsyncMethod
  int depths(int depth) {
    Row row = Row.of("d");
    return depth == 0 ? row.size() : row.size() + await(PrivateObjectsAsync.depths(this, depth - 1));
  }

  @AsyncMethod
  String B38_callsBetweenTemplates() {
    return "n" + await(PrivateObjectsAsync.depths(this, 3));
  }

  @AsyncGenerator
  void B38_privateObjectsInAGenerator(Yield<String> out) {
    Deque<Cell> cells = new ArrayDeque<>(List.of(new Cell("1"), new Cell("2")));
    while (!cells.isEmpty()) {
      Cell cell = cells.poll();
      out.yield(cell + await(stage("!")));
      cell.count++;
      out.yield(cell.text + cell.count);
    }
  }

  private static class Inherited {
    int n = 1;

    int m() {
      return n;
    }
  }

  static class Heir extends Inherited {
    Inherited held = new Inherited();

    @AsyncMethod
    int own(Heir other) {
      n++;
      java.util.function.Supplier<Integer> later = this::m;
      await(stage(1));
      this.n += await(stage(2));
      return n + m() + this.m() + later.get() + other.n + other.m();
    }
  }

  static class Keeper {
    Inherited held = new Inherited();

    @AsyncMethod
    int kept() {
      Inherited copy = held;
      await(stage(1));
      copy.n += await(stage(2));
      return copy.m() + held.n;
    }
  }

  @AsyncMethod
  int B36_membersThatANamedClassInherits() {
    return 100 * await(PrivateObjects_HeirAsync.own(new Heir(), new Heir()))
        + 10000 * await(PrivateObjects_KeeperAsync.kept(new Keeper()));
  }
}

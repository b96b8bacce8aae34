package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Arrays of private classes, and the Class of their objects. */
class PrivateArrays {
  private record Row(String key) {}

  private enum State {
    ON,
    OFF {}
  }

  private static List<Row> rows() {
    return List.of(new Row("y"), new Row("x"));
  }

  private static String all(Row... rows) {
    return rows.getClass().getSimpleName() + Arrays.toString(rows);
  }

  private static String first(Row[] rows) {
    return rows.length == 0 ? "none" : rows[0].key();
  }

  @AsyncMethod
  String C19_arraysOfPrivateClassesWithTheirElements() {
    Row[] rows = {new Row("1"), new Row(await(stage("2")))};
    Row[][] table = {{new Row("a")}, {rows[1], null}, {}};
    table[2] = new Row[] {rows[0], new Row(await(stage("z")))};
    return Arrays.toString(rows) + Arrays.deepToString(table) + first(new Row[] {}) + first(table[0])
        + rows.getClass().getSimpleName() + table.getClass().getSimpleName();
  }

  @AsyncMethod
  String C18_arraysOfArraysOfPrivateClasses() {
    Row[][] table = new Row[await(stage(2))][];
    table[1] = new Row[1];
    Row[][][] cube = new Row[1][await(stage(2))][];
    try {
      log(new Row[see(2)][await(stage(-1))].length);
    } catch (NegativeArraySizeException e) {
      log(e.getMessage(), await(stage(1)));
    }
    Object[] all = table[1];
    try {
      all[0] = "no row";
    } catch (ArrayStoreException e) {
      log("store");
    }
    return Arrays.deepToString(table) + Arrays.deepToString(cube);
  }

  @AsyncMethod
  String C33_testsAndCastsOfArraysOfPrivateClasses() {
    Object any = await(stage((Object) rows().toArray(new Row[0])));
    Row[] rows = (Row[]) any;
    Row[] awaited = (Row[]) await(stage(any));
    String result = "" + (any instanceof Row[]) + (await(stage(any)) instanceof Row[][]);
    try {
      log((Object) (Row[]) await(stage((Object) new Object[] {rows[0]})));
    } catch (ClassCastException e) {
      log("cast");
    }
    Class<Row[]> type = Row[].class;
    return result + awaited.length + rows[1] + (type == any.getClass()) + Row[][].class.getSimpleName();
  }

  @AsyncMethod
  String C34_referencesThatMakeArraysOfPrivateClasses() {
    Row[] sorted = rows().stream().toArray(Row[]::new);
    Function<Integer, Row[][]> make = Row[][]::new;
    Supplier<String> own =
        () -> {
          Row[] one = {new Row("l")};
          Object any = one;
          return any instanceof Row[] ? first((Row[]) any) : "";
        };
    return sorted.length + sorted[await(stage(0))].key() + make.apply(3).length + own.get();
  }

  @AsyncMethod
  String C24_arraysOfPrivateClassesAsVarargs() {
    return all(new Row[] {new Row("v"), null}) + await(stage(1)) + all(rows().toArray(new Row[0]));
  }

  @AsyncMethod
  String C32_whatAPatternTestsMayBeAnyExpression() {
    if (see((Object) rows().get(await(stage(1)))) instanceof Row row && see(true)) {
      return row.key();
    }
    Predicate<Object> isRow = any -> see(any) instanceof Row other && other.key() != null;
    return isRow.test(1) + "" + (see((Object) null) instanceof Row none && none.key() == null);
  }

  @AsyncMethod
  String B38_theClassOfPrivateObjects() {
    var own = new Row("g").getClass();
    Class<? extends Row> other = await(stage(rows())).get(0).getClass();
    return "" + (own == other) + rows().get(0).getClass().getSimpleName()
        + State.OFF.getClass().isEnum() + (State.OFF.getDeclaringClass() == State.class);
  }
}

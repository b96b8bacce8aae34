package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Patterns of records of the body with private classes inside. */
class LocalRecords {
  private record Row(int number, String text) {}

  private static class Cell {
    int count;

    Cell(int count) {
      this.count = count;
    }
  }

  private record Box<A>(A value) {}

  private static String told(Object any) {
    return "object";
  }

  private static String told(Row row) {
    return "row" + row.number();
  }

  private static String told(Cell cell) {
    return "cell" + cell.count;
  }

  @AsyncMethod
  String B19_componentsOfPrivateClasses() {
    record Pair<A, B>(A left, B right) {
      static <C> Pair<C, C> twice(C one) {
        return new Pair<>(one, one);
      }
    }
    record Any(Object value, int number) {
      @Override
      public Object value() {
        log("value", number);
        return value;
      }
    }
    Pair<Row, Cell> pair = new Pair<>(new Row(1, "a"), new Cell(2));
    Pair<? extends Row, ?> wild = pair;
    List<Object> objects = Arrays.asList(pair, new Any(new Row(3, "b"), 4), new Any(null, 5), new Pair<>(new Any(new Cell(6), 7), null), Pair.twice(new Row(8, "c")), "text");
    String all = "";
    if (pair instanceof Pair<Row, Cell>(var row, Cell cell) && await(stage(row.number())) == 1) {
      cell.count++;
      row = new Row(cell.count, row.text());
      all += told(row) + told(cell) + await(stage(1)) + told(row = null);
    }
    if (wild instanceof Pair(var row, var any)) {
      all += told(row) + told(any);
    }
    if (pair instanceof Pair(var row, var cell)) {
      all += told(row) + told(cell) + await(stage(row.text()));
    }
    for (Object each : objects) {
      if (each instanceof Pair<?, ?>(Row row, var right) && right != null) {
        all += told(row) + told(right);
      }
      if (each instanceof Any(Row row, int number)) {
        all += told(row) + number + await(stage(2));
      }
      if (each instanceof Pair<?, ?>(Any(Cell cell, var number), Object none)) {
        all += "never" + cell.count + number + none;
      }
      all +=
          switch (each) {
            case Pair<?, ?>(Row row, Cell cell) -> told(row) + told(cell) + await(stage(3));
            case Any(Row row, var number) when await(stage(number)) == 4 -> told(row);
            case Any(Cell cell, int number) -> told(cell) + number;
            case Any(var value, var number) -> value + "" + number;
            case Pair<?, ?>(Any(Cell cell, int number), var none) -> told(cell) + number + none;
            case Pair<?, ?>(Row left, Row right) -> {
              left = new Row(9, "left");
              yield told(left) + told(right) + await(stage(4));
            }
            default -> "none";
          };
    }
    return all;
  }

  @AsyncMethod
  String B34_inALambda() {
    Row kept = await(stage(new Row(1, "kept")));
    record Two<B>(Object left, B right) {}
    Function<Object, Object> shown =
        any -> {
          record Inside(Object value, long number) {}
          Object inside = new Inside(any, 5L);
          if (!(inside instanceof Inside(Row row, long number))) {
            return inside instanceof Inside(Two<?>(Cell cell, Box<?>(Row own)), var n) ? told(cell) + told(own) + n : "none";
          }
          return told(row) + number;
        };
    Object named =
        new Object() {
          record Member(Object value) {}

          @Override
          public String toString() {
            Object any = new Member(kept);
            return any instanceof Member(Row row) ? told(row) : "none";
          }
        };
    return "" + shown.apply(kept) + shown.apply(new Two<>(new Cell(2), new Box<>(kept))) + shown.apply("x") + named + await(stage(1));
  }

  @AsyncMethod
  String B19_whatAnAccessorThrows() {
    record Failing(Object value, int number) {
      public Object value() {
        if (number > 1) {
          throw new IllegalStateException("value " + number);
        }
        return value;
      }
    }
    String all = "";
    for (int i = 0; i < 3; i++) {
      Object any = new Failing(new Row(i, "f"), i);
      try {
        if (any instanceof Failing(Row row, var number) && await(stage(true))) {
          all += told(row) + number;
        }
      } catch (MatchException e) {
        all += e.getMessage() + e.getCause();
      }
      try {
        all += switch (any) { case Failing(Cell cell, int number) -> cell.count; default -> await(stage("d")); };
      } catch (MatchException e) {
        all += e.getCause();
      }
    }
    return all;
  }
}

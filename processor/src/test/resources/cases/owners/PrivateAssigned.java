package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Patterns of private classes whose variable is assigned. */
class PrivateAssigned {
  private record Row(int number, String text) {
    Row next() {
      return new Row(number + 1, text);
    }
  }

  private static class Cell {
    int count;
    Cell next;

    Cell(int count) {
      this.count = count;
    }

    @Override
    public String toString() {
      return "cell " + count;
    }
  }

  private static class Box<A> {
    A value;

    Box(A value) {
      this.value = value;
    }
  }

  private static String told(Object any) {
    return "object";
  }

  private static String told(Record any) {
    return "record";
  }

  private static String told(Row row) {
    return "row" + row.number();
  }

  private static String told(Cell cell) {
    return "cell" + cell.count;
  }

  private static Cell cell(int count) {
    log("cell", count);
    return new Cell(count);
  }

  private static List<Object> objects() {
    return Arrays.asList(new Row(1, "a"), new Cell(2), "text", null, new Row[] {new Row(3, "b")}, new Box<>("boxed"));
  }

  @AsyncMethod
  String B19_theValueOfAnAssignmentIsOfTheClass() {
    Object any = await(stage((Object) new Row(1, "a")));
    String all = "";
    if (any instanceof Row row && row.number() == 1) {
      all += told(row = row.next()) + told(row) + told((Record) row);
      all += (row = new Row(await(stage(7)), "b")).text() + row.number();
      row = await(stage(row.next()));
      all += told(row) + (row == any);
      row = null;
      all += row;
    }
    return all;
  }

  @AsyncMethod
  String B19_ofAClassWithoutSupertypes() {
    String all = "";
    for (Object each : objects()) {
      if (!(each instanceof Cell cell)) {
        all += "none" + await(stage(1));
        continue;
      }
      cell.count++;
      cell = cell(cell.count + await(stage(4)));
      cell.count += 2;
      (cell) = cell(cell.count);
      all += told(cell) + told(cell = cell(1)) + cell.count++ + cell;
      all += told(await(stage(1)) > 0 ? cell : (cell = null));
      cell.next = cell = await(stage(new Cell(9)));
      all += cell.next + "" + (cell == each);
    }
    return all;
  }

  @AsyncMethod
  String B19_ofAnArray() {
    String all = "";
    for (Object each : objects()) {
      if (each instanceof Row[] rows && rows.length == await(stage(1))) {
        all += rows[0].number();
        rows[0] = new Row(8, "c");
        rows = new Row[] {rows[0], new Row(9, "d")};
        all += rows.length + await(stage(rows[1].text())) + told(rows[0] = rows[1]);
        rows = null;
        all += rows;
      }
    }
    return all;
  }

  @AsyncMethod
  String B19_ofAGenericClass() {
    String all = "";
    for (Object each : objects()) {
      if (each instanceof Box<?> box) {
        all += box.value;
        box = new Box<>(await(stage(3)));
        all += box.value;
      }
    }
    return all;
  }

  @AsyncMethod
  String B19_inTheConditionOfALoop() {
    Object any = new Cell(1);
    String all = "";
    while (any instanceof Cell cell && cell.count < 6) {
      all += cell.count;
      cell = cell(cell.count + await(stage(2)));
      any = cell;
    }
    while (!(any instanceof Row row)) {
      any = await(stage((Object) new Row(5, "r")));
    }
    row = row.next();
    for (int i = 0; i < 2 && any instanceof Row each; i++) {
      each = each.next();
      all += each.number() + await(stage(i));
    }
    for (int i = 0; any instanceof Row each && each.number() < 8; any = each = each.next(), i++) {
      each = await(stage(each.next()));
      all += each.number();
      any = each;
    }
    return all + row.number();
  }

  @AsyncMethod
  String B34_inALambda() {
    Function<Object, String> shown =
        any -> {
          String all = "";
          if (any instanceof Row row) {
            all += told(row = row.next()) + told(row);
            row = row.next();
            all += row.number();
          } else if (any instanceof Cell cell) {
            cell = cell(cell.count + 1);
            cell.count++;
            all += told(cell) + (cell = null);
          } else if (!(any instanceof Row[] rows)) {
            return "none";
          } else {
            rows = new Row[] {rows[0].next()};
            all += rows[0].number();
          }
          return all;
        };
    Predicate<Object> isNull = any -> any instanceof Row row && (row = null) == null;
    String all = "";
    for (Object each : objects()) {
      all += shown.apply(each) + isNull.test(each) + await(stage(1));
    }
    return all;
  }

  @AsyncMethod
  String B34_inAClassOfTheBody() {
    Object own = new Cell(6);
    Object named =
        new Object() {
          @Override
          public String toString() {
            if (own instanceof Cell cell) {
              cell = cell(cell.count * 2);
              Supplier<Object> one = () -> own instanceof Cell other && (other = new Cell(1)) != own ? "other" : "own";
              return "own " + cell.count + one.get();
            }
            return "none";
          }
        };
    class Local {
      String of(Object any) {
        return any instanceof Row row ? told(row = row.next()) + row : "local";
      }
    }
    await(stage(1));
    return named + new Local().of(new Row(3, "l")) + new Local().of("x");
  }
}

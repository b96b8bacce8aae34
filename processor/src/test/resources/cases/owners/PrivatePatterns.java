package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Type patterns of private classes that no supertype stands for, and of their arrays. */
class PrivatePatterns {
  private static class Cell {
    int count;

    Cell(int count) {
      this.count = count;
    }

    private int twice() {
      return 2 * count;
    }

    @Override
    public String toString() {
      return "cell " + count;
    }
  }

  private record Row(String key) {}

  private static String told(Object any) {
    return "object";
  }

  private static String told(Cell cell) {
    return "cell";
  }

  private static List<Object> objects() {
    return Arrays.asList(new Cell(1), "text", null, new Row("r"), new Cell(2));
  }

  @AsyncMethod
  String B19_aPatternOfAClassWithoutSupertypes() {
    Object any = await(stage((Object) new Cell(3)));
    if (any instanceof Cell cell && await(stage(true))) {
      log(cell.count, cell.twice());
      cell.count++;
      return cell.count + told(cell) + cell;
    }
    return "none";
  }

  @AsyncMethod
  String B19_whatItBindsIsInScopeBehindTheStatement() {
    Object any = new Cell(3);
    if (!(any instanceof Cell cell)) {
      return "none" + await(stage(1));
    }
    log(await(stage(1)));
    cell.count += await(stage(2));
    Cell same = cell;
    return cell.count + "" + (same == any);
  }

  @AsyncMethod
  int B19_ofWhatIsAwaited() {
    return await(stage((Object) new Cell(3))) instanceof Cell cell && cell.count == await(stage(3)) ? cell.count : 0;
  }

  @AsyncMethod
  String B19_inALoop() {
    Object any = new Cell(0);
    while (any instanceof Cell cell && cell.count < 3) {
      cell.count++;
      if (cell.count == 2) {
        any = new Cell(cell.count + await(stage(1)));
      }
      log(cell.count);
    }
    for (Object each : objects()) {
      if (each instanceof Cell cell) {
        log(cell.count, await(stage(1)));
      } else {
        log("none", each);
      }
    }
    return any.toString();
  }

  @AsyncMethod
  String B34_capturedByALambda() {
    List<Supplier<Integer>> all = new ArrayList<>();
    for (Object each : objects()) {
      if (each instanceof Cell cell) {
        all.add(() -> cell.count);
        log(await(stage(cell.count)));
      }
    }
    String counts = "";
    for (Supplier<Integer> each : all) {
      counts += each.get();
    }
    return counts;
  }

  @AsyncMethod
  String B34_inALambdaAndInAClass() {
    Function<Object, Object> shown =
        any -> {
          if (!(any instanceof Cell cell)) {
            return "none";
          }
          Supplier<Integer> count = () -> cell.count;
          cell.count += 4;
          cell.count++;
          return count.get() + told(cell) + cell;
        };
    Object own = new Cell(6);
    Object named =
        new Object() {
          @Override
          public String toString() {
            return own instanceof Cell cell ? "own " + cell.count : "none";
          }
        };
    await(stage(1));
    return "" + shown.apply(new Cell(2)) + shown.apply("x") + shown.apply(null) + named;
  }

  @AsyncMethod
  String B19_patternsOfArrays() {
    Object any = new Row[] {new Row("q"), null};
    if (any instanceof Row[] rows && rows.length == await(stage(2))) {
      rows[1] = new Row("w");
      for (Row row : rows) {
        log(row.key(), rows.getClass().getSimpleName());
      }
    }
    Object deep = new Cell[][] {{new Cell(1)}, {}};
    if (!(deep instanceof Cell[][] cells)) {
      return "none";
    }
    log(await(stage(1)), cells[0][0].count);
    ToIntFunction<Object> length = o -> o instanceof Row[] rows ? rows.length : o instanceof int[] all ? all[0] : -1;
    return cells.length + "" + length.applyAsInt(any) + length.applyAsInt(new int[] {5}) + length.applyAsInt(deep);
  }

  private Object kept;
  private Object[] all = new Object[2];

  private static int sum(Cell... cells) {
    int sum = 0;
    for (Cell cell : cells) {
      sum += cell.count;
    }
    return sum;
  }

  @AsyncMethod
  String B34_whatEndsTogetherWithAUseOfTheVariable() {
    Function<Object, Object> shown =
        any -> {
          if (any instanceof Cell cell) {
            Object same = (Cell) (Object) cell;
            Object[] one = new Cell[] {cell};
            Cell[] two = {new Cell(1), cell};
            kept = cell;
            all[1] = kept = cell;
            return same == cell && one[0] == cell && kept == cell ? sum(cell) + sum(two[0], cell) : -1;
          }
          return any instanceof Cell[] cells && (kept = cells) == cells ? sum(cells) : 0;
        };
    return "" + shown.apply(new Cell(3)) + shown.apply(new Cell[] {new Cell(9)}) + shown.apply(await(stage("x"))) + (all[1] == kept);
  }
}

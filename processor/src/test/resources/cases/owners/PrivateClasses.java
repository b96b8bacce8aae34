package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Static members of private classes, whose names no other class may write. */
final class PrivateClasses {
  private static long total = 10;

  private static class Table {
    static int count = 1;
    private static String text = "t";
    private static final int[] CELLS = fill();
    static final int SIZE = 3;
    private static final String NAME = "table";

    private static int[] fill() {
      log("filled");
      return new int[] {1, 2, 3};
    }

    static int twice(int value) {
      log("twice", value);
      return value * 2;
    }

    @SafeVarargs
    private static <A> List<A> listed(A... all) {
      return new ArrayList<>(List.of(all));
    }

    static String joined(List<String> all) throws java.io.IOException {
      if (all.isEmpty()) {
        throw new java.io.IOException("empty");
      }
      return String.join(",", all);
    }

    static class Row {
      static long height = 5;

      private static void grow() {
        height++;
      }
    }
  }

  private interface Limits {
    int LOW = 2;
    List<String> NAMES = List.of("a", "b");

    static int middle() {
      return 7;
    }
  }

  private static final class Lazy {
    static final String VALUE = made();

    private static String made() {
      log("made");
      return "lazy";
    }
  }

  @AsyncMethod
  String B38_staticFieldsOfPrivateClasses() {
    log("before");
    Table.count = await(stage(5));
    Table.count += await(stage(2)) + Table.count;
    int old = Table.count++;
    ++Table.count;
    Table.text += await(stage("x")) + Table.NAME;
    Table.CELLS[await(stage(1))] += Table.SIZE;
    Table.Row.height <<= await(stage(1));
    Table.Row.grow();
    return old + " " + Table.count + Table.text + Arrays.toString(Table.CELLS) + Table.Row.height
        + Limits.LOW + Limits.NAMES.get(await(stage(1)));
  }

  @AsyncMethod
  String B38_staticMethodsOfPrivateClasses() throws java.io.IOException {
    int value = Table.twice(await(stage(3))) + Table.twice(Limits.middle());
    List<String> all = Table.listed("a", await(stage("b")));
    all.addAll(Table.<String>listed());
    IntUnaryOperator twice = Table::twice;
    Supplier<Integer> middle = () -> Limits.middle() + Table.count * 0;
    try {
      Table.joined(List.of());
    } catch (java.io.IOException e) {
      log("caught", e.getMessage(), await(stage(1)));
    }
    switch (value) {
      case Limits.LOW:
        log("low");
        break;
      case Table.SIZE + 17:
        log("size", await(stage(2)));
        break;
      default:
        log("other", value);
    }
    return value + Table.joined(all) + twice.applyAsInt(4) + middle.get();
  }

  @AsyncMethod
  String B38_aPrivateHolderIsInitializedWhenItIsUsed() {
    log("first", await(stage(1)));
    String value = total > 5 ? await(stage("none")) : Lazy.VALUE;
    log("second", Table.twice(1));
    return value + Lazy.VALUE;
  }

  @AsyncGenerator
  void B38_inAGenerator(Yield<Integer> out) {
    for (Table.count = 0; Table.count < 3; Table.count++) {
      out.yield(Table.twice(await(stage(Table.count))));
    }
  }
}

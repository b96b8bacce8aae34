package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** What a guard sees: what its own label binds, and what was assigned before. */
final class Guards {
  static final class Cell {
    private int count;

    Cell(int count) {
      this.count = count;
    }

    private int secret() {
      return count;
    }

    private static int twice(Cell cell) {
      return 2 * cell.count;
    }

    Cell me() {
      return this;
    }
  }

  record Pair<A, B>(A left, B right) {}

  private static final List<Object> VALUES =
      List.of(new Cell(3), "xy", new Cell(1), new Pair<>(new Cell(5), 2), new Cell(7));

  @AsyncMethod
  static int B18_guardsThatUsePrivateMembersOfWhatTheLabelBinds() {
    int found = 0;
    for (Object each : VALUES) {
      switch (each) {
        case Cell cell when cell.secret() == 3 -> log("three", await(stage(cell.count)));
        case Cell cell when cell.count > 0 && Cell.twice(cell) == 2 -> log("one", await(stage(cell.secret())));
        case Pair<?, ?>(Cell cell, Integer i) when cell.me().secret() > i -> found += cell.count + await(stage(i));
        case Cell cell when ((IntSupplier) cell::secret).getAsInt() == 6 -> log("never");
        case Cell cell when ((IntSupplier) cell.me()::secret).getAsInt() == 7 -> log("seven", await(stage(1)));
        default -> log("other");
      }
    }
    return found;
  }

  @AsyncMethod
  static int B18_guardsWithLambdasAndClasses() {
    int limit = await(stage(2));
    int most = limit + 1;
    for (Object each : VALUES) {
      switch (each) {
        case Cell cell when List.of(most).stream().anyMatch(n -> n == cell.count) -> log("most", await(stage(cell.count)));
        case String text when List.of(limit).stream().anyMatch(n -> { return text.length() == n; }) ->
            log(text, await(stage(1)));
        case Cell cell when new Object() {
            boolean is() {
              return cell.secret() == 1;
            }
          }.is() -> log("one", await(stage(1)));
        case Cell cell when await(stage(cell.count)) == 7 && List.of(7).contains(cell.secret()) -> log("seven");
        case Cell cell when switch (cell.count) { case 3 -> cell.secret() == 3; default -> false; } -> log("never");
        default -> log("other");
      }
    }
    return limit;
  }

  @AsyncMethod
  static int B18_patternsInAGuardThatNeedNotBind() {
    for (Object each : VALUES) {
      switch (each) {
        case Object any when (any instanceof Cell cell ? cell : new Cell(8)).secret() == 8 -> log("no cell", await(stage(1)));
        case Object any when !(any instanceof Cell cell) || cell.secret() == 3 -> log("three", await(stage(2)));
        case Object any when !(any instanceof Cell cell && cell.count == 1) && any instanceof Cell cell ->
            log("seven", cell.count + await(stage(1)));
        default -> log("other");
      }
    }
    return VALUES.size();
  }

  @AsyncMethod
  static int B18_guardsOfASwitchInASwitch() {
    int count = 0;
    for (Object each : VALUES) {
      switch (each) {
        case Cell outer -> {
          switch (each) {
            case Cell inner when inner.secret() == outer.secret() && outer.count == 3 -> count += await(stage(1));
            default -> log("other");
          }
        }
        default -> log("none");
      }
    }
    return count;
  }

  @AsyncMethod
  String B18_whatAGuardThatSuspendsBindsIsKeptInTheArm() {
    String all = "";
    for (Object each : List.of("a", "bc", 3, List.of())) {
      switch (each) {
        case Object o when o instanceof String s && await(stage(s.length())) == 2 -> {
          all += s + await(stage(1));
          s = s + await(stage(2));
          Supplier<String> late = o::toString;
          all += s + late.get();
        }
        case Object o when await(stage(o)) instanceof Integer s && s > 1 -> {
          Supplier<Integer> late = () -> s + 1;
          all += await(stage(s)) + late.get() + s;
        }
        default -> all += "none";
      }
    }
    return all;
  }

  record Asked(Object left, int right) {
    public Object left() {
      log("left", right);
      return left;
    }

    public int right() {
      log("right", right);
      return right;
    }
  }

  @AsyncMethod
  String B18_aRecordIsAskedOnceForALabel() {
    String all = "";
    for (Object each : List.of(new Asked("x", 1), 2, new Asked(3, 4), new Asked(new Asked("y", 5), 6))) {
      switch (each) {
        case Asked(String left, int right) when await(stage(left)).isEmpty() -> all += "never";
        case Integer number when number == await(stage(3)) -> all += "never";
        case Asked(Asked(var left, int inner), var right) when inner > 5 -> all += "never";
        case Integer number -> all += number;
        case Asked(Asked(String left, int inner), var right) when await(stage(right)) == 6 -> {
          all += left + inner;
          inner += await(stage(right));
          all += inner;
        }
        case String none -> all += none;
        case Asked(var left, var right) when await(stage(right)) > 1 -> all += left;
        case Cell none -> all += none;
        case Asked(Object left, int right) -> all += right;
        default -> all += "none";
      }
    }
    return all;
  }

  record Boxed<A>(A value) {}

  sealed interface Tree<A> permits Leaf, Fork {}

  record Leaf<A>(A value) implements Tree<A> {}

  record Fork<A>(Tree<A> left, Tree<? extends A> right) implements Tree<A> {}

  private static <A> List<? extends Tree<? extends A>> trees(A one, A other) {
    return List.of(new Leaf<>(one), new Fork<>(new Leaf<>(one), new Leaf<>(other)));
  }

  @AsyncMethod
  String B18_inferredTypesOfRecordsInGuardsThatSuspend() {
    String all = "";
    for (Boxed<String> boxed : List.of(new Boxed<>("one"), new Boxed<>("three"))) {
      all +=
          switch (boxed) {
            case Boxed(var value) when await(stage(value.length())) == 9 -> "never";
            case Boxed(var value) when value.length() > 3 -> value.toUpperCase(Locale.ROOT);
            case Boxed(var value) when value.isEmpty() || await(stage(value)).isEmpty() -> "never";
            case Boxed(var value) -> value.charAt(0);
          };
    }
    for (Tree<? extends String> tree : trees("leaf", "other")) {
      switch (tree) {
        case Leaf(var value) when await(stage(value.length())) == 9 -> all += "never";
        case Fork(Leaf(var left), Leaf(var right)) when left.length() < await(stage(right.length())) -> all += left + right.length();
        case Fork(var left, var right) -> all += "never";
        case Leaf(var value) -> all += value.length();
      }
    }
    return all;
  }
}

package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;

/** Operands on both sides, chains of calls, and what is left undone when an await fails. */
final class Chains {
  static int field = 1;
  static String shared = "shared";

  static Chains nobody() {
    log("nobody");
    return null;
  }

  static String forgetful(int value) {
    return "static " + value;
  }

  @AsyncMethod
  static String C4_eitherSideOrBoth() {
    int left = await(stage(see(7))) - see(2);
    int right = see(7) - await(stage(see(2)));
    int both = await(stage(see(7))) - await(stage(see(2)));
    String text = see("a") + await(stage(1)) + see(2) + await(stage("b"));
    return left + " " + right + " " + both + " " + text;
  }

  @AsyncMethod
  static String C15_arraysOfArrays() {
    int[][] grid = {{1, 2}, {3, 4}};
    int[] index = {1, 0};
    grid[await(stage(see(1)))][index[await(stage(1))]] += await(stage(10));
    grid[index[1]][see(1)] = await(stage(grid[await(stage(1))][0]));
    try {
      grid[see(0)][await(stage(2))] += await(stage(see(1)));
    } catch (ArrayIndexOutOfBoundsException e) {
      log("caught", e);
    }
    return Arrays.deepToString(grid);
  }

  @AsyncMethod
  static String C17_incrementsBesideAwaits() {
    int i = 1;
    int a = i++ + await(stage(i));
    int b = await(stage(i)) + i--;
    int c = ++i * await(stage(i++)) + i;
    int[] cells = {5};
    int d = cells[0]++ + await(stage(cells[0])) + --cells[0];
    field = 1;
    int e = field++ - await(stage(++field)) - field--;
    return a + " " + b + " " + c + " " + d + " " + e + " " + i + " " + field;
  }

  @AsyncMethod
  static String C21_awaitsAsReceivers() {
    String trimmed = await(stage(" a b ")).trim().concat(await(stage("c"))).concat(see("d"));
    StringBuilder builder = await(stage(new StringBuilder()));
    builder.append(await(stage(1))).append(await(stage('x'))).append(see(2L));
    try {
      await(stage((String) null)).concat(await(stage("never needed")));
    } catch (NullPointerException e) {
      log("null receiver");
    }
    return trimmed + builder;
  }

  @AsyncMethod
  @SuppressWarnings("static")
  static String C23_receiverOfAStaticCallIsForgotten() {
    return nobody().forgetful(await(stage(3))) + await(stage((Chains) null)).shared;
  }

  @AsyncMethod
  static String C38_nothingIsStoredWhenAnAwaitFails() {
    field = 1;
    int[] cells = {1, 2};
    int local = 1;
    try {
      local = see(2) + await(Probe.<Integer>broken(new Failure("local"))) + see(3);
    } catch (Failure e) {
      log("caught", e);
    }
    try {
      field += await(Probe.<Integer>broken(new Failure("field")));
    } catch (Failure e) {
      log("caught", e);
    }
    try {
      cells[local++] = add(see(5), await(Probe.<Integer>broken(new Failure("cell"))), see(6));
    } catch (Failure e) {
      log("caught", e);
    }
    return local + " " + field + " " + Arrays.toString(cells);
  }

  static int add(int a, int b, int c) {
    return a + b + c;
  }

  static Operands.Made made(int n) {
    log("made", n);
    return n < 0 ? null : new Operands.Made(n, n);
  }

  static class Box<A> {
    final A a;

    Box(A a) {
      this.a = a;
    }

    class Lid<B> {
      final String both;

      Lid(B b, Object... more) {
        both = a + "/" + b + more.length;
      }
    }
  }

  @AsyncMethod
  static String C25_anonymousClassesOfAnotherObject() {
    int held = await(stage(7));
    Operands.Made.Part first =
        made(1).new Part(await(stage(see(2)))) {
          int calls = held;

          @Override
          public String toString() {
            return "first" + all + what() + calls++;
          }

          private String what() {
            return "of" + held;
          }
        };
    String direct =
        (made(3)).new Part("" + await(stage(see(4))) + see(5)) {
          @Override
          public String toString() {
            return all + held;
          }
        }.toString();
    try {
      log(
          "never",
          made(-1).new Part(await(stage(see(6)))) {
            int unused;
          });
    } catch (NullPointerException e) {
      log("null before");
    }
    Box<Integer> box = new Box<>(await(stage(8)));
    Box<Integer>.Lid<String> lid =
        box.new Lid<String>(await(stage("lid")), see(1), await(stage(2))) {
          @Override
          public String toString() {
            return both + a() + held;
          }

          Integer a() {
            return box.a + 1;
          }
        };
    Box<Integer>.Lid<String> inferred =
        box.new Lid<>(await(stage("l"))) {
          @Override
          public String toString() {
            return both;
          }
        };
    return first + direct + first + lid + inferred + await(stage(held));
  }
}

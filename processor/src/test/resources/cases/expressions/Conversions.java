package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.io.Serializable;
import java.util.*;
import java.util.function.*;

/** What is cast or yielded is promoted, boxed, unboxed and checked where Java does it. */
final class Conversions {

  static Object object(Object value) {
    log("object", value);
    return value;
  }

  @AsyncMethod
  void C9_armsOfASwitchOnItsOwnArePromoted() {
    for (int i = 0; i < 3; i++) {
      log((Object) switch (await(stage(i))) { case 0 -> 'a'; case 1 -> (byte) 3; default -> 2L; });
      log("" + switch (i) { case 0 -> await(stage('b')); case 1 -> (short) 4; default -> 2.5f; });
      log(1 + switch (await(stage(i))) { case 0: yield await(stage(5)); case 1: yield 'c'; default: yield 6L; });
    }
  }

  @AsyncMethod
  void C9_armsOfASwitchThatIsAssignedAreNotPromoted() {
    for (int i = 0; i < 3; i++) {
      Object value = switch (await(stage(i))) { case 0 -> 'a'; case 1 -> await(stage(3)); default -> 2L; };
      log(value);
      log(switch (i) { case 0 -> await(stage('b')); case 1 -> (short) 4; default -> 2.5f; });
      Number number = switch (await(stage(i))) { case 0 -> 1; case 1 -> await(stage(3L)); default -> 2.5; };
      log(number);
    }
  }

  @AsyncMethod
  void C9_boxesInArmsAreUnboxedAndPromoted() {
    for (int i = 0; i < 3; i++) {
      Integer box = i;
      Long wide = 7L;
      log("" + switch (await(stage(i))) { case 0 -> box; case 1 -> wide; default -> await(stage('d')); });
      log((Object) (await(stage(i)) == 0 ? box : wide));
      log((Object) (i == 0 ? box : await(stage(2.0))));
    }
  }

  @AsyncMethod
  long C9_armsAreConvertedToWhatIsReturned() {
    for (int i = 0; i < 2; i++) {
      int at = i;
      double wide = switch (await(stage(at))) { case 0 -> 'a'; default -> await(stage(3)); };
      log(wide);
      char letter = switch (await(stage(at))) { case 0 -> 98; default -> (char) (int) await(stage(99)); };
      log(letter);
      byte small = switch (await(stage(at))) { case 0 -> 5; default -> (byte) (int) await(stage(300)); };
      log(small);
      boolean truth = switch (await(stage(at))) { case 0 -> Boolean.TRUE; default -> await(stage(false)); };
      log(truth);
    }
    return switch (await(stage(1))) { case 1 -> 'a'; default -> await(stage(3)); };
  }

  @AsyncMethod
  int C1_aYieldedBoxIsUnboxedInsideOfItsTry() {
    int first =
        switch (await(stage(1))) {
          default -> {
            try {
              yield missing("a");
            } catch (NullPointerException e) {
              yield await(stage(7));
            } finally {
              log("finally", await(stage(8)));
            }
          }
        };
    int second =
        first
            + switch (await(stage(2))) {
              default -> {
                try {
                  log("try", await(stage(3)));
                  yield missing("b");
                } catch (NullPointerException e) {
                  yield present("c");
                }
              }
            };
    Integer third =
        switch (await(stage(2))) {
          default -> {
            try {
              log("try", await(stage(3)));
              yield missing("d");
            } catch (NullPointerException e) {
              yield present("e");
            }
          }
        };
    log(third);
    return second;
  }

  @AsyncMethod
  int B17_whatIsYieldedIsKeptWhileFinallyRuns() {
    int value = 1;
    Integer box = 2;
    int first =
        switch (await(stage(1))) {
          default -> {
            try {
              yield value;
            } finally {
              value = await(stage(9));
            }
          }
        };
    long second =
        switch (await(stage(1))) {
          case 1:
            try {
              yield box;
            } finally {
              box = await(stage(8));
            }
          default:
            yield 4;
        };
    log(first, second, value);
    return first + box;
  }

  @AsyncMethod
  void C9_castsOfAwaitedValues() {
    log((long) await(stage(3)), (Object) (long) await(stage(4)));
    log((byte) (int) await(stage(300)), (char) (int) await(stage(97)));
    log((int) await(Probe.<Object>stage(5)), (Integer) await(stage((Object) 6)));
    log((double) await(stage(7)), (float) (double) await(stage(0.1)));
    log("" + (char) (int) await(stage(97)) + (int) 'a' + (byte) 200);
    log((Number) await(stage(8)), (Comparable<?>) await(stage("c")));
    log((short) (await(stage(70000)) + await(stage(1))));
    log((byte) switch (await(stage(1))) { case 1 -> 300; default -> await(stage(301)); });
    log((int) (await(stage(true)) ? 'x' : await(stage(2.5))));
  }

  @AsyncMethod
  int C1_aCastUnboxesBeforeTheNextOperandSuspends() {
    log((int) present("p") + await(stage(3)));
    try {
      return (int) missing("a") + await(stage(2));
    } catch (NullPointerException e) {
      log("caught", await(stage(4)));
    }
    return Math.max((int) missing("b"), await(stage(5)));
  }

  @AsyncMethod
  int C1_aCastOfAnAwaitedValueUnboxesBeforeTheNextOperandSuspends() {
    try {
      log((int) await(stage((Integer) null)) + await(stage(2)));
    } catch (NullPointerException e) {
      log("caught", await(stage(4)));
    }
    long[] cells = {1, 2, 3};
    try {
      cells[(int) await(stage((Integer) null))] = await(stage(2));
    } catch (NullPointerException e) {
      log("caught", await(stage(5)));
    }
    return Math.max((int) await(Probe.<Object>stage(null)), await(stage(5)));
  }

  @AsyncMethod
  String C1_aCastIsCheckedBeforeTheNextOperandSuspends() {
    try {
      log((Integer) object("x"), await(stage(2)));
    } catch (ClassCastException e) {
      log("caught", await(stage(4)));
    }
    try {
      log((int) await(stage(object("y"))) + await(stage(2)));
    } catch (ClassCastException e) {
      log("caught", await(stage(5)));
    }
    try {
      log((int) object(3L) + await(stage(2)));
    } catch (ClassCastException e) {
      log("caught", await(stage(6)));
    }
    return (String) object(3) + await(stage("z"));
  }

  @AsyncMethod
  void C10_compoundAssignmentsNarrow() {
    byte small = 1;
    small += await(stage(300));
    char letter = 'a';
    letter += await(stage(1));
    short half = 3;
    half *= await(stage(2.5));
    Integer box = 5;
    box += await(stage(2));
    int whole = 7;
    whole /= await(stage(2.0));
    long wide = 1;
    wide <<= await(stage(33));
    log(small, letter, half);
    log(box, whole, wide);
    Character boxed = 'x';
    boxed++;
    log(boxed, await(stage(1)), boxed--);
    log(boxed);
  }

  @AsyncMethod
  void C10_whatIsAddedIsASwitch() {
    int[] cells = {1, 2, 3};
    byte small = 1;
    for (int i = 0; i < 3; i++) {
      small += switch (await(stage(i))) { case 0 -> 300; case 1 -> await(stage('a')); default -> 2.9; };
      cells[i] -= switch (i) { case 0 -> await(stage(5L)); case 1 -> present("p"); default -> (byte) 7; };
      log(small, cells[i]);
    }
    String text = "t";
    text += switch (await(stage(1))) { case 1 -> 'a'; default -> 2; };
    text += (await(stage(true)) ? 'b' : 3);
    log(text);
  }

  @AsyncMethod
  int C1_aSwitchInASwitch() {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      sum +=
          switch (switch (await(stage(i))) { case 0 -> 'k'; case 1 -> await(stage(2)); default -> present("d"); }) {
            case 'k' -> await(stage(1));
            case 2 -> switch (await(stage("s"))) { case "s" -> await(stage(20)); default -> missing("n"); };
            default -> present("e");
          };
      log(sum);
    }
    return sum
        + switch (await(stage(1))) {
          case 1 -> missing("a");
          default -> 2;
        }
        + await(stage(2));
  }

  @AsyncMethod
  void C9_aConditionalWithANull() {
    for (int i = 0; i < 2; i++) {
      Object value = await(stage(i)) == 0 ? await(stage(1)) : null;
      log(value);
      Integer box = i == 0 ? missing("a") : await(stage(2));
      log(box);
      try {
        int whole = i == 0 ? missing("b") : await(stage(2));
        log(whole);
      } catch (NullPointerException e) {
        log("caught", await(stage(i)));
      }
      try {
        log("" + (await(stage(i)) == 0 ? missing("c") : 5));
      } catch (NullPointerException e) {
        log("caught", await(stage(i)));
      }
    }
  }

  @AsyncMethod
  int C1_anIntersectionCast() {
    IntSupplier first = (IntSupplier & Serializable) () -> 3;
    log(first instanceof Serializable, await(stage(1)));
    return ((IntSupplier & Serializable) () -> 4).getAsInt()
        + await(stage(2))
        + ((Supplier<Integer> & Serializable) () -> 5).get();
  }

  @AsyncGenerator
  void C1_yieldedElementsAreConverted(Yield<Long> out) {
    out.yield((long) await(stage(3)));
    for (int i = 0; i < 2; i++) {
      out.yield(switch (await(stage(i))) { case 0 -> 3L; default -> (long) await(stage('c')); });
      out.yield((long) (i == 0 ? await(stage(1)) : present("p")));
    }
    out.yield((long) missing("a") + await(stage(2)));
  }

  @AsyncGenerator
  void C1_answersAreConverted(Exchange<Object, String> out) {
    int length = out.yield('a').length() + (byte) (int) await(stage(257));
    log(length);
    Object next = switch (out.yield(2L)) { case "answer 2" -> await(stage('b')); default -> 1; };
    log(next, (Object) (out.yield(next) == null ? 1 : 2.0));
    log((char) ("".equals(out.yield(3)) ? 'a' : await(stage('q')) + await(stage(1))));
  }

  @AsyncMethod
  static String C17_castToSeveralTypes() {
    Object all = (Comparable<String> & java.io.Serializable & CharSequence) await(stage("text"));
    Object brackets = (Object & Comparable<String>) /* ( */ (await(stage("in brackets")));
    Runnable both = (Runnable & java.io.Serializable) () -> log(all);
    both.run();
    return "" + all + brackets + ((CharSequence & Comparable<String>) await(stage("x"))).length();
  }
}

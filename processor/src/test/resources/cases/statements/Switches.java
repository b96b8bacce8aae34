package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Switch statements. */
final class Switches {
  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  @AsyncGenerator
  static void B14_fallThroughWithDefaultInTheMiddle(Yield<String> out) {
    for (int i = 0; i < 6; i++) {
      switch (await(stage(i))) {
        case 0:
          out.yield("zero");
        case 1:
          out.yield("one");
          break;
        default:
          out.yield("default " + i);
        case 3:
          await(stage("three"));
        case 4:
          log("four", i);
          if (i == 4) continue;
          break;
        case 5:
      }
      log("after", i);
    }
  }

  @AsyncMethod
  static void B14_noCaseMatches() {
    switch (see(9)) {
      case 1:
        await(stage(1));
      case 2:
        log("two");
    }
    switch (await(stage(8))) {
    }
    log("end");
  }

  @AsyncGenerator
  static void B14_stringSelector(Yield<String> out) {
    for (String s : List.of("a", "b", "AaAa", "BBBB", "")) {
      switch (s) {
        case "a":
        case "b":
          out.yield("letter " + await(stage(s)));
          break;
        case "AaAa":
          out.yield("same hash 1");
          break;
        case "BBBB":
          out.yield("same hash 2");
          break;
        default:
          out.yield("default");
      }
    }
  }

  @AsyncGenerator
  static void B14_enumBoxedAndCharSelectors(Yield<String> out) {
    for (Colour colour : Colour.values()) {
      switch (await(stage(colour))) {
        case RED:
          out.yield("red");
          break;
        case GREEN:
          await(stage(1));
        default:
          out.yield("not red");
      }
    }
    Integer boxed = 2;
    switch (boxed) {
      case 2:
        out.yield("boxed");
    }
    switch (await(stage('c'))) {
      case 'a', 'b':
        log("never");
        break;
      case 'c':
        out.yield("char");
    }
    byte small = 3;
    switch (small) {
      case 3:
        await(stage(3));
        out.yield("byte");
    }
  }

  @AsyncMethod
  static void B14_nullSelector() {
    try {
      switch (await(stage((String) null))) {
        case "a":
          await(stage(1));
      }
    } catch (NullPointerException e) {
      log("caught", e);
    }
    Colour colour = null;
    switch (colour) {
      case RED:
        await(stage(2));
    }
  }

  @AsyncMethod
  static void B14_nullSelectorOfAnArrowSwitch() {
    Integer none = await(stage((Integer) null));
    try {
      switch (none) {
        case 1 -> await(stage(1));
        default -> log("never");
      }
    } catch (NullPointerException e) {
      log("caught", e);
    }
  }

  @AsyncGenerator
  static void B14_continueAndReturnFromASwitch(Yield<Integer> out) {
    outer:
    for (int i = 0; ; i++) {
      switch (i) {
        case 0:
          continue;
        case 1:
          out.yield(1);
          continue outer;
        case 2:
          break;
        case 3:
          out.yield(3);
          break outer;
        default:
          log("never");
          return;
      }
      out.yield(await(stage(20)));
    }
    switch (await(stage(1))) {
      case 1:
        out.yield(100);
        return;
    }
    log("never");
  }

  @AsyncGenerator
  static void B15_localOfOneGroupUsedInALaterOne(Yield<Object> out) {
    for (int i = 0; i < 3; i++) {
      switch (i) {
        case 0:
          int x = await(stage(10));
          String s;
          out.yield(x);
        case 1:
          x = 5;
          s = "s" + i;
          out.yield(s + x);
          x++;
          await(stage(x));
          out.yield(x);
          break;
        default:
          x = i;
          await(stage(x));
          out.yield(x);
      }
    }
  }

  @AsyncGenerator
  static void B16_arrowSwitch(Yield<String> out) {
    for (int i = 0; i < 6; i++) {
      switch (await(stage(i))) {
        case 0 -> out.yield("zero");
        case 1, 2 -> {
          out.yield("block");
          if (i == 2) break;
          out.yield(await(stage("block end")));
        }
        case 3 -> log("plain");
        case 4 -> {
          for (int j = 0; ; j++) {
            out.yield("loop " + j);
            if (j == 1) break;
          }
        }
        default -> {
          try {
            throw await(stage(new Failure("arm")));
          } catch (Failure e) {
            log("caught", e);
          }
        }
      }
      log("after", i);
    }
  }

  @AsyncMethod
  static String B16_arrowSwitchWithThrowArm() {
    switch (await(stage("x"))) {
      case "a" -> {
        return "a";
      }
      case "x" -> throw new Failure(await(stage("thrown")));
      default -> log("never");
    }
    return "never";
  }

  @AsyncMethod
  static int B16_arrowSwitchOnEnumAssigns() {
    int sum = 0;
    for (Colour colour : Colour.values()) {
      int value;
      switch (colour) {
        case RED -> value = await(stage(1));
        case GREEN -> value = 10;
        default -> {
          value = 50;
          value *= await(stage(2));
        }
      }
      sum += value;
    }
    return sum;
  }

  @AsyncGenerator
  static void B14_nestedSwitches(Yield<String> out) {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        switch (i) {
          case 0:
            switch (j) {
              case 0:
                out.yield("00");
                break;
              case 1:
                out.yield(await(stage("01")));
            }
            log("inner left");
          case 1:
            switch (j) {
              case 0 -> out.yield(i + "-0");
              default -> await(stage(j));
            }
            break;
        }
      }
    }
  }

  @AsyncGenerator
  static void B14_switchWithoutSuspensionStaysAsItIs(Yield<Integer> out) {
    for (int i = 0; i < 3; i++) {
      int value;
      switch (i) {
        case 0:
          value = 1;
          break;
        case 1:
          log("one");
        default:
          value = 2;
      }
      out.yield(value);
      String name =
          switch (i) {
            case 0 -> "zero";
            case 1 -> {
              log("block");
              yield "one";
            }
            default -> "many";
          };
      log(name);
    }
  }

  @AsyncGenerator
  static void B14_tryInsideSwitchInsideTry(Yield<String> out) {
    for (int i = 0; i < 3; i++) {
      try {
        switch (i) {
          case 0:
            try {
              out.yield("zero");
              break;
            } finally {
              log("inner finally");
              await(stage(0));
            }
          case 1:
            out.yield("one");
            throw new Failure("one");
          default:
            out.yield("default");
            continue;
        }
        log("after switch");
      } catch (Failure e) {
        log("caught", e);
      } finally {
        log("finally", await(stage(i)));
      }
    }
  }
}

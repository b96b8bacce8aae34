package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** finally, crossed in every way. */
final class Finally {

  @AsyncGenerator
  static void B23_everyJumpCrossesAnAwaitingFinally(Yield<String> out) {
    loop:
    for (int i = 0; ; i++) {
      try {
        out.yield("try " + i);
        switch (i) {
          case 0:
            break;
          case 1:
            continue;
          case 2:
            continue loop;
          case 3:
            try {
              throw new Failure("caught inside");
            } catch (Failure e) {
              log("caught", e);
            }
            break;
          case 4:
            break loop;
        }
        log("end of try", i);
      } finally {
        log("finally", i);
        await(stage(i));
        log("end of finally", i);
      }
      log("end of turn", i);
    }
    try {
      out.yield("last");
      return;
    } finally {
      log("finally of return", await(stage("r")));
    }
  }

  @AsyncMethod
  static int B23_returnValueCrossesTwoFinallies() {
    for (int i = 0; ; i++) {
      try {
        try {
          if (await(stage(i == 1))) return see(i * 10);
        } finally {
          log("inner", await(stage(i)));
        }
      } finally {
        log("outer", await(stage(i)));
      }
    }
  }

  @AsyncMethod
  static void B23_exceptionCrossesAnAwaitingFinally() {
    try {
      try {
        await(stage(1));
        throw new Failure("thrown");
      } finally {
        log("inner", await(stage(2)));
      }
    } finally {
      log("outer", await(stage(3)));
    }
  }

  @AsyncGenerator
  static void B23_plainFinallyAroundYields(Yield<Integer> out) {
    for (int i = 0; i < 3; i++) {
      try {
        out.yield(i);
        if (i == 1) continue;
        out.yield(-i);
      } finally {
        log("finally", i);
      }
    }
  }

  @AsyncMethod
  static int B24_finallyThatReturns() {
    for (int i = 0; i < 2; i++) {
      try {
        await(stage(i));
        if (see(i == 0)) throw new Failure("discarded");
      } finally {
        if (i == 0) {
          return await(stage(100));
        }
      }
    }
    return -1;
  }

  @AsyncGenerator
  static void B24_finallyThatBreaksOrContinues(Yield<Integer> out) {
    for (int i = 0; i < 6; i++) {
      try {
        out.yield(i);
        if (i == 1) throw new Failure("discarded " + i);
        if (i == 3) return;
      } finally {
        log("finally", i);
        if (i == 1 || i == 3) continue;
        if (i == 4) break;
      }
      log("end of turn", i);
    }
    log("left");
  }

  @AsyncGenerator
  static void B24_awaitingFinallyThatBreaksOrContinues(Yield<Integer> out) {
    for (int i = 0; i < 6; i++) {
      try {
        out.yield(i);
        if (i == 1) throw new Failure("discarded " + i);
        if (i == 3) return;
      } finally {
        log("finally", await(stage(i)));
        if (i == 1 || i == 3) continue;
        if (i == 4) break;
      }
      log("end of turn", i);
    }
    log("left");
  }

  @AsyncMethod
  static void B24_finallyThatThrows() {
    try {
      try {
        await(stage(1));
        throw new Failure("discarded");
      } finally {
        if (await(stage(true))) throw new Failure("instead");
      }
    } catch (Failure e) {
      log("caught", e);
    }
    try {
      await(stage(2));
      return;
    } finally {
      int zero = 0;
      log(1 / zero);
    }
  }

  @AsyncMethod
  static void B25_tryAndLoopInsideFinally() {
    try {
      await(stage(1));
      throw new Failure("pending");
    } finally {
      for (int i = 0; i < 2; i++) {
        try {
          log("in finally", await(stage(i)));
          if (i == 1) throw new IllegalStateException("inside");
        } catch (IllegalStateException e) {
          log("caught inside", e);
          await(stage("handler"));
        } finally {
          log("finally inside finally", await(stage(i)));
        }
      }
    }
  }

  @AsyncMethod
  static int B25_nestedFinallyWithoutSuspension() {
    int x = 1;
    try {
      x += await(stage(1));
      return x;
    } finally {
      try {
        fail("swallowed");
      } catch (Failure e) {
        log("caught", e);
      } finally {
        x = 100;
        log("x", x);
      }
    }
  }

  @AsyncGenerator
  static void B27_breakOutOfALoopInsideTheTry(Yield<Integer> out) {
    try {
      for (int i = 0; ; i++) {
        out.yield(i);
        if (await(stage(i == 1))) break;
      }
      log("after loop");
      out.yield(10);
    } finally {
      log("finally", await(stage("f")));
    }
    out.yield(11);
  }

  @AsyncGenerator
  static void B28_threeLevelsWithSuspensionsEverywhere(Yield<String> out) {
    try {
      out.yield("1 try");
      try {
        out.yield("2 try");
        try {
          out.yield("3 try");
          throw new Failure(await(stage("3")));
        } catch (IllegalStateException e) {
          log("never");
        } finally {
          log("3 finally", await(stage(3)));
        }
      } catch (Failure e) {
        out.yield("2 catch " + e.getMessage());
        throw new IllegalStateException(e.getMessage() + "2");
      } finally {
        await(stage(2));
        log("2 finally");
        await(stage(22));
      }
    } catch (IllegalStateException e) {
      out.yield("1 catch " + e.getMessage());
    } finally {
      log("1 finally", await(stage(1)));
    }
    out.yield("end");
  }

  @AsyncMethod
  static int B28_fourLevelsOfReturn() {
    try {
      await(stage(1));
      try {
        await(stage(2));
        try {
          await(stage(3));
          try {
            return await(stage(4));
          } finally {
            log("d", await(stage("d")));
          }
        } catch (Failure e) {
          log("c catch", e);
          return await(stage(33));
        } finally {
          log("c");
        }
      } finally {
        log("b", await(stage("b")));
      }
    } catch (RuntimeException e) {
      log("a catch", e);
      await(stage("a"));
      return -1;
    } finally {
      log("a");
    }
  }

  @AsyncMethod
  static int B30_returnedValueIsFixedBeforeFinally() {
    int x = await(stage(1));
    int[] box = {1};
    try {
      return x + box[0];
    } finally {
      x = 100;
      box[0] = 100;
      await(stage(2));
      log("x", x);
    }
  }

  @AsyncMethod
  static StringBuilder B30_returnedReferenceIsSharedWithFinally() {
    StringBuilder text = new StringBuilder("a");
    try {
      text.append(await(stage("b")));
      return text;
    } finally {
      text.append(await(stage("c")));
      text = null;
    }
  }

  @AsyncGenerator
  static void A22_closeRunsNestedFinallyBlocksInnermostFirst(Yield<Integer> out) {
    try {
      try {
        out.yield(1);
        out.yield(2);
        log("not on close");
      } finally {
        log("inner");
      }
      log("not on close");
    } finally {
      log("outer");
    }
    log("not on close");
  }

  @AsyncGenerator
  static void A21_closeIsSeenByNoHandler(Yield<Integer> out) {
    for (int i = 0; i < 3; i++) {
      try {
        out.yield(i);
        await(stage(i));
      } catch (Failure e) {
        log("failure", e);
      } catch (Exception e) {
        log("exception", e);
      } catch (Throwable t) {
        log("throwable", t);
      }
    }
  }

  @AsyncGenerator
  static void A23_closeWaitsForAwaitsInFinally(Yield<Integer> out) {
    try {
      out.yield(1);
      out.yield(await(stage(2)));
    } finally {
      await(stage("f1"));
      try {
        log("between");
      } finally {
        await(stage("f2"));
        log("closed at last");
      }
    }
  }

  @AsyncGenerator
  static void A25_failureInFinallyFailsTheClose(Yield<Integer> out) {
    try {
      out.yield(1);
      out.yield(await(stage(2)));
    } finally {
      await(stage("f"));
      fail("from finally");
    }
  }

  @AsyncGenerator
  static void A25_laterFinallyReplacesTheFailure(Yield<Integer> out) {
    try {
      try {
        out.yield(1);
      } finally {
        fail("inner");
      }
    } finally {
      log("outer", await(stage("o")));
      if (see(true)) fail("outer");
    }
  }

  @AsyncGenerator
  static void A25_failureInFinallyIsCaughtOutside(Yield<Integer> out) {
    try {
      try {
        out.yield(1);
        out.yield(await(stage(2)));
      } finally {
        await(stage("f"));
        fail("from finally");
      }
    } catch (Failure e) {
      log("caught", e);
    }
    log("and on");
  }

  @AsyncGenerator
  static void A26_returnInFinallyReplacesWhatIsPending(Yield<Integer> out) {
    try {
      try {
        out.yield(1);
        throw new Failure("discarded");
      } finally {
        log("finally");
        return;
      }
    } finally {
      log("outer", await(stage("o")));
    }
  }

  @AsyncGenerator
  static void A27_continueInFinallyResumesTheLoopOnClose(Yield<Integer> out) {
    for (int i = 0; i < 3; i++) {
      try {
        if (i == 0) out.yield(i);
        log("turn", await(stage(i)));
      } finally {
        log("finally", i);
        continue;
      }
    }
    log("to the end");
  }

  @AsyncGenerator
  static void A28_yieldReachedWhileClosingIsRefused(Yield<Integer> out) {
    try {
      for (int i = 0; i < 3; i++) {
        try {
          out.yield(i);
        } finally {
          log("finally", i);
          if (i < 2) continue;
        }
      }
    } finally {
      log("outer", await(stage("o")));
    }
  }

  @AsyncGenerator
  static void A35_failureWhoseFinallyAwaitsIsDeliveredDespiteClose(Yield<Integer> out) {
    try {
      out.yield(1);
      throw new Failure("propagating");
    } finally {
      log("finally", await(stage("f")));
      await(stage("g"));
    }
  }

  @AsyncMethod
  static String B23_finallyAfterCatchWithSuspensionsInBoth() {
    String log = "";
    for (int i = 0; i < 3; i++) {
      try {
        log += await(stage("t" + i));
        if (i == 1) throw new Failure("f");
        if (i == 2) return log;
      } catch (Failure e) {
        log += await(stage("c" + i));
      } finally {
        log += await(stage("f" + i));
        log(log);
      }
    }
    return "never";
  }
}

package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;

/** Statements that cannot complete normally (JLS 14.22), and what is written behind them. */
final class Reachability {

  static final class Closing implements AutoCloseable {
    @Override
    public void close() {
      log("close");
    }
  }

  @AsyncMethod
  static int B44_nothingFollowsAResourceWhoseBlockReturns() {
    try {
      try (Closing closing = new Closing()) {
        return await(stage(1));
      } finally {
        log("finally", await(stage(2)));
      }
    } catch (Failure e) {
      log("caught", await(stage(3)));
      return 4;
    }
  }

  @AsyncMethod
  static int B44_nothingFollowsAResourceThatDoesNotSuspend() {
    try {
      try (Closing closing = new Closing()) {
        if (see(true)) return 1;
        throw new Failure("never");
      }
    } catch (Failure e) {
      log("caught", await(stage(3)));
    } finally {
      log("finally", await(stage(4)));
    }
    return 5;
  }

  @AsyncMethod
  static int B44_aDoThatNeverRepeatsHasATestThatNothingReaches() {
    do {
      try {
        log("turn", await(stage(1)));
      } finally {
        log("finally", await(stage(2)));
      }
      return 3;
    } while (await(stage(true)));
  }

  @AsyncMethod
  static int B44_aDoThatNeverRepeatsInATryWithALateHandler() {
    try {
      do {
        if (see(true)) return 1;
        throw new Failure("never");
      } while (see(false));
    } catch (Failure e) {
      log("caught", await(stage(2)));
    } finally {
      log("finally", await(stage(3)));
    }
    return 4;
  }

  @AsyncMethod
  static int B44_aDoThatOnlyContinues() {
    int turns = 0;
    try {
      do {
        turns++;
        if (turns > 3) return turns;
        continue;
      } while (see(true));
    } finally {
      log("finally", await(stage(turns)));
    }
    return -1;
  }

  @AsyncGenerator
  static void B44_aDoThatSuspendsAndOnlyContinues(Yield<Integer> out) {
    int turns = 0;
    try {
      do {
        out.yield(turns++);
        continue;
      } while (see(await(stage(turns < 3))));
    } finally {
      log("finally", await(stage(turns)));
    }
    log("end");
  }

  @AsyncMethod
  static int B44_aForThatNeverRepeatsHasAnUpdateThatNothingReaches() {
    for (int i = await(stage(0)); await(stage(i < 3)); log(await(stage(i++)))) {
      log("turn");
      return i;
    }
    return -1;
  }

  @AsyncMethod
  static int B44_aBreakThatAFinallyReplacesDoesNotLeaveTheLoop() {
    int turns = 0;
    try {
      for (; ; ) {
        try {
          if (turns > 2) break;
          turns++;
          continue;
        } finally {
          if (turns > 3) log("much");
          return turns;
        }
      }
    } finally {
      log("finally", await(stage(turns)));
    }
  }

  @AsyncMethod
  static int B44_aLabelledBreakThatAFinallyReplaces() {
    try {
      outer:
      {
        try {
          log("break");
          break outer;
        } finally {
          throw new Failure("instead");
        }
      }
    } catch (Failure e) {
      log("caught", await(stage(1)));
    }
    return 2;
  }

  @AsyncMethod
  static int B44_aContinueThatAFinallyReplacesDoesNotReachTheTest() {
    int turns = 0;
    try {
      do {
        try {
          turns++;
          continue;
        } finally {
          throw new Failure("instead");
        }
      } while (see(true));
    } catch (Failure e) {
      log("caught", await(stage(turns)));
    }
    return turns;
  }

  @AsyncMethod
  static int B44_aBreakOutOfASuspendingTryIsReplacedByItsFinally() {
    for (; ; ) {
      try {
        log("break", await(stage(1)));
        break;
      } finally {
        return 2;
      }
    }
  }

  @AsyncMethod
  static int B44_aBreakIsReplacedByAFinallyThatSuspends() {
    for (; ; ) {
      try {
        log("break");
        break;
      } finally {
        return await(stage(2));
      }
    }
  }

  @AsyncMethod
  static int B44_switchesWhoseGroupsAllLeave() {
    try {
      switch (see(2)) {
        case 1:
          return 1;
        case 2:
        default:
          throw new Failure("left");
      }
    } catch (Failure e) {
      log("caught", await(stage(1)));
    } finally {
      log("finally", await(stage(1)));
    }
    return 3;
  }

  @AsyncMethod
  static int B44_lockedReturns() {
    try {
      synchronized (Reachability.class) {
        return 1;
      }
    } finally {
      log("finally", await(stage(1)));
    }
  }

  @AsyncMethod
  static int B44_constantConditionsEndless() {
    final boolean forever = true;
    int turns = 0;
    try {
      while (forever) {
        if (turns++ > 2) return turns;
      }
    } finally {
      log("finally", await(stage(turns)));
    }
  }

  @AsyncMethod
  static int B44_aConstantConditionAroundASuspension() {
    final boolean forever = true;
    int turns = 0;
    do {
      if (await(stage(turns++)) > 2) return turns;
    } while (forever && true);
  }

  @AsyncMethod
  static int B24_aFinallyThatSuspendsAndThrowsBeforeACatchThatSuspends() {
    try {
      try {
        log("body", await(stage(1)));
      } finally {
        throw new Failure("finally" + await(stage(2)));
      }
    } catch (Failure failure) {
      log("caught", failure, await(stage(3)));
    }
    return 4;
  }

  @AsyncMethod
  static int B24_aFinallyThatSuspendsAndReturnsInACatchBesideOneThatSuspends() {
    try {
      log("body", await(stage(1)));
    } catch (Failure failure) {
      try {
        log("first", failure);
      } finally {
        return await(stage(2));
      }
    } catch (RuntimeException failure) {
      log("second", failure, await(stage(3)));
    }
    return 4;
  }

  @AsyncMethod
  static int B24_aFinallyThatSuspendsAndReturnsInsteadOfABreak() {
    for (; ; ) {
      try {
        if (await(stage(true))) break;
      } finally {
        try {
          log("inner");
        } finally {
          return await(stage(2));
        }
      }
    }
  }

  @AsyncGenerator
  static void B24_aFinallyThatSuspendsAndThrowsInsteadOfAContinue(Yield<Integer> out) {
    for (int i = 0; i < 3; i++) {
      try {
        do {
          try {
            if (see(true)) continue;
            out.yield(i);
          } finally {
            if (await(stage(i)) < 5) throw new Failure("finally" + i);
            else throw new Failure("never");
          }
        } while (see(false));
      } catch (Failure failure) {
        out.yield(await(stage(failure.getMessage().length())));
      }
    }
  }
}

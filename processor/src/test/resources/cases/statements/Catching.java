package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Exceptions and their handlers. */
final class Catching {
  @AsyncMethod
  @SuppressWarnings("unchecked")
  static void C33_classCastAtTheCast() {
    try {
      String s = (String) await(stage((Object) 1));
      log(s);
    } catch (ClassCastException e) {
      log("caught", e);
    }
    CompletionStage<String> lie = (CompletionStage<String>) (CompletionStage<?>) stage(2);
    Object fine = await(lie);
    log("an Object", fine);
    String s = await(lie);
    log(s);
  }

  @AsyncMethod
  static int H21_anErrorRunsTheFinallyBlocks() {
    try {
      int one = await(stage(1));
      if (one == 1) {
        throw new AssertionError("error");
      }
      return one;
    } finally {
      log("out", await(stage(2)));
    }
  }

  static class Base extends Exception {
    Base(String message) {
      super(message);
    }
  }

  static final class Derived extends Base {
    Derived(String message) {
      super(message);
    }
  }

  static void raise(int i) throws Base {
    log("raise", i);
    switch (i) {
      case 0:
        return;
      case 1:
        throw new Derived("derived " + i);
      case 2:
        throw new Base("base " + i);
      case 3:
        throw new IllegalArgumentException("unchecked " + i);
      default:
        throw new AssertionError("error " + i);
    }
  }

  @AsyncGenerator
  static void B20_firstMatchingHandlerWins(Yield<String> out) {
    for (int i = 0; i < 5; i++) {
      try {
        out.yield("try " + await(stage(i)));
        raise(i);
        log("not thrown");
      } catch (Derived e) {
        log("derived", e);
      } catch (Base e) {
        log("base", e);
      } catch (RuntimeException e) {
        log("runtime", e);
      } catch (Throwable e) {
        log("other", e);
      }
      log("after", i);
    }
  }

  @AsyncMethod
  static String B20_uncaughtFailureLeaves() throws Base {
    try {
      await(stage(1));
      raise(2);
    } catch (IllegalStateException e) {
      log("never");
    }
    return "never";
  }

  @AsyncGenerator
  static void B20_suspensionsInEveryHandler(Yield<String> out) {
    for (int i = 0; i < 5; i++) {
      try {
        raise(i);
        out.yield("no failure");
      } catch (Derived e) {
        out.yield("derived " + e.getMessage());
        log(await(stage("after derived")), e);
      } catch (Base | IllegalArgumentException e) {
        await(stage(1));
        out.yield("multi " + e.getMessage());
        log(e);
      } catch (Error e) {
        for (int j = 0; j < 2; j++) {
          out.yield(e.getMessage() + " " + j);
        }
        log(e);
      }
      out.yield("after " + i);
    }
  }

  @AsyncMethod
  static int B20_handlerReturnsBreaksAndContinues() throws Base {
    int sum = 0;
    for (int i = 0; ; i++) {
      try {
        raise(i);
        sum += await(stage(100));
      } catch (Derived e) {
        await(stage(1));
        continue;
      } catch (Base e) {
        sum += await(stage(10));
        if (sum > 1000) break;
      } catch (IllegalArgumentException e) {
        return sum + await(stage(1));
      }
      log("end of turn", i);
    }
    return -1;
  }

  @AsyncGenerator
  static void B21_catchParametersAreVariablesOfTheirOwn(Yield<String> out) {
    try {
      raise(1);
    } catch (Base e) {
      out.yield(e.getMessage());
      e = await(stage(new Base("reassigned")));
      out.yield(e.getMessage());
      try {
        raise(3);
      } catch (Exception inner) {
        out.yield(inner.getMessage() + e.getMessage());
        try {
          raise(4);
        } catch (Throwable t) {
          await(stage(t));
          out.yield(t.getMessage() + inner.getMessage() + e.getMessage());
        }
        out.yield(inner.getMessage());
      }
      out.yield(e.getMessage());
    }
    String e = "free again";
    out.yield(e);
  }

  @AsyncMethod
  static String B21_sameNameInSiblingHandlers() {
    String result = "";
    try {
      raise(2);
    } catch (Base e) {
      await(stage(1));
      result += e.getMessage();
    } catch (RuntimeException e) {
      await(stage(2));
      result += e.getMessage();
    }
    try {
      raise(3);
    } catch (Base e) {
      await(stage(3));
      result += e.getMessage();
    } catch (RuntimeException e) {
      await(stage(4));
      result += e.getMessage();
    }
    return result;
  }

  static String e = "field";

  @AsyncMethod
  static String B21_catchParameterShadowsAField() {
    String result = e;
    try {
      raise(1);
    } catch (Base e) {
      result += await(stage("-")) + e.getMessage();
    }
    return result + e;
  }

  @AsyncMethod
  static void B22_preciseRethrowOfAFinalParameter() throws Base {
    try {
      raise(1);
      await(stage(1));
    } catch (final Exception e) {
      log("caught", await(stage("x")));
      throw e;
    }
  }

  @AsyncMethod
  static void B22_multiCatchRethrow() throws Base {
    try {
      raise(1);
    } catch (Base | IllegalArgumentException e) {
      log("caught", e);
      await(stage("x"));
      throw e;
    }
  }

  @AsyncMethod
  static boolean A46_rethrowKeepsIdentity() {
    Failure failure = new Failure("mine");
    try {
      try {
        await(stage(1));
        throw failure;
      } catch (Failure e) {
        await(stage(2));
        log(e == failure);
        throw e;
      }
    } catch (RuntimeException e) {
      await(stage(3));
      return e == failure;
    }
  }

  @AsyncGenerator
  static void B26_rethrowThroughFinallyToAnOuterHandler(Yield<String> out) {
    try {
      try {
        out.yield("in");
        raise(1);
      } catch (Base e) {
        out.yield("caught");
        throw new Failure(await(stage("rethrown")));
      } finally {
        log("finally", await(stage(1)));
      }
    } catch (Failure e) {
      out.yield("outer " + e.getMessage());
    }
    out.yield("end");
  }

  @AsyncMethod
  static void B26_handlersOfOneTryDoNotSeeEachOther() {
    try {
      try {
        await(stage(1));
        throw new Failure("first");
      } catch (Failure e) {
        await(stage(2));
        throw new IllegalStateException("second");
      } catch (IllegalStateException e) {
        log("never");
      } finally {
        log("finally");
      }
    } catch (IllegalStateException e) {
      log("outer", e);
    }
  }

  @AsyncMethod
  static void B29_exceptionInFinallyReplacesTheOneInCatch() {
    try {
      try {
        await(stage(1));
        throw new Failure("body");
      } catch (Failure e) {
        await(stage(2));
        throw new Failure("catch");
      } finally {
        await(stage(3));
        if (see(true)) throw new Failure("finally");
      }
    } catch (Failure e) {
      log("last one", e);
    }
    throw new Failure("end");
  }

  @AsyncGenerator
  static void B20_nestedTriesCatchAtTheRightLevel(Yield<String> out) {
    for (int i = 0; i < 5; i++) {
      try {
        out.yield("outer try " + i);
        try {
          out.yield("inner try " + i);
          raise(i);
          try {
            await(stage(1));
            raise(i + 1);
          } catch (Derived e) {
            out.yield("innermost " + e.getMessage());
            raise(i + 3);
          }
        } catch (Base e) {
          out.yield("inner " + e.getMessage());
          if (i == 2) throw await(stage(e));
        }
        out.yield("outer end " + i);
      } catch (Error | Exception e) {
        out.yield("outer " + e.getMessage());
      }
    }
  }

  @AsyncMethod
  static void B20_catchOfAnExceptionNobodyDeclares() {
    try {
      await(stage(1));
    } catch (Exception e) {
      log("caught", e);
    }
    try {
      await(stage(2));
    } catch (Throwable t) {
      log("caught", t);
      await(stage(3));
    }
  }

  @AsyncMethod
  static void A7_errorsLeaveAsTheyAre() {
    await(stage(1));
    throw new AssertionError("error");
  }

  @AsyncGenerator
  static void A8_failureIsDeliveredOnce(Yield<Integer> out) {
    out.yield(1);
    await(stage(2));
    int zero = 0;
    out.yield(1 / zero);
  }

  @AsyncGenerator
  static void A10_endLikeExceptionsAreOrdinary(Yield<Integer> out) {
    out.yield(1);
    try {
      Collections.emptyIterator().next();
    } catch (NoSuchElementException e) {
      out.yield(2);
      throw e;
    }
  }

  @AsyncMethod
  static void C30_unboxingNullInsideATry() {
    try {
      int x = await(stage((Integer) null));
      log(x);
    } catch (NullPointerException e) {
      log("caught", e);
    }
    long y = await(stage((Long) null));
    log(y);
  }


  private static AutoCloseable closing(String name) {
    return () -> log("close", name);
  }

  @AsyncMethod
  static void B31_resourceNamedLikeASuspendingCatch() {
    try {
      try (AutoCloseable e = closing("a")) {
        log("inner", e != null);
      }
      log(await(stage(2)));
      throw new Failure("outer");
    } catch (Exception e) {
      log("caught", e);
      await(stage(3));
    }
    try {
      for (String failure : List.of("f")) {
        log(failure);
      }
      await(stage(4));
      throw new Failure("again");
    } catch (Failure failure) {
      log(await(stage(failure.getMessage())));
    }
    try (java.io.StringReader failure = new java.io.StringReader("")) {
      await(stage(5));
    }
  }

  interface Quiet extends AutoCloseable {
    @Override
    void close();
  }

  private static Quiet quiet(String name) {
    return () -> log("close", name);
  }

  @AsyncMethod
  static void B31_resourceNamedLikeASuspendingCatchAlone() {
    try {
      try (Quiet e = quiet("")) {
        log(1);
      }
      log(await(stage(2)));
    } catch (RuntimeException e) {
      log(await(stage(3)));
    }
  }

  @AsyncMethod
  static void B31_quietResourcesThatCannotEnd() {
    try {
      try (Quiet r = quiet("r")) {
        log(await(stage(1)));
        throw new Failure(
            switch (await(stage(Thread.State.NEW))) {
              case NEW -> await(stage("a"));
              case BLOCKED -> throw new Failure("g");
              default -> "b";
            });
      }
    } catch (Failure q) {
      log(await(stage(2)));
    }
  }

  @AsyncMethod
  static void B31_resourcesThatCannotEnd() {
    try {
      try (AutoCloseable r = closing("r")) {
        log(await(stage(1)));
        throw new Failure(
            switch (await(stage(2))) {
              case 1 -> await(stage("a"));
              case 2 -> throw new Failure("g");
              default -> "b";
            });
      }
    } catch (Failure q) {
      log(await(stage(q.getMessage())));
    } catch (Exception q) {
      log("other", q);
    }
  }

  /** Found by random programs, seed 117. */
  @AsyncMethod
  static int B21_aParameterMayHaveTheNameOfAVariableInTheTry() {
    int sum = 0;
    try {
      String e = "x" + sum;
      sum += e.length();
      throw new IllegalStateException(e);
    } catch (IllegalStateException e) {
      sum += await(stage(2));
    }
    try {
      String e = "y" + sum;
      sum += Integer.parseInt(e);
    } catch (NumberFormatException e) {
      sum += e.getMessage().length();
      sum += await(stage(e.getMessage().length()));
    }
    return sum;
  }
}

package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Loops over asynchronous sequences. */
final class EachLoops {

  @AsyncGenerator
  static void numbers(int from, int to, Yield<Integer> out) {
    log("start", from);
    try {
      for (int i = from; i < to; i++) {
        out.yield(await(stage(i)));
      }
      log("exhausted");
    } finally {
      log("closed", from);
    }
  }

  @AsyncGenerator
  static void closingSlowly(Yield<String> out) {
    try {
      out.yield("a");
      out.yield("b");
      out.yield("c");
    } finally {
      log("closing", await(stage("slow")));
    }
  }

  @AsyncGenerator
  static void failing(Yield<String> out) {
    out.yield("a");
    throw new Failure("sequence");
  }

  /** A sequence of somebody else's. */
  static final class Foreign implements AsyncIterable<String> {
    private final int failAt;
    private final boolean failsToClose;

    Foreign(int failAt, boolean failsToClose) {
      this.failAt = failAt;
      this.failsToClose = failsToClose;
    }

    @Override
    public AsyncIterator<String> iterator() {
      log("iterator");
      return new AsyncIterator<>() {
        private int at;

        @Override
        public CompletionStage<Boolean> advance() {
          log("advance", ++at);
          if (at == failAt) return broken(new Failure("advance " + at));
          if (at == failAt - 100) throw new Failure("thrown by advance " + at);
          if (at == failAt - 200) return null;
          if (at == failAt - 300) return stage((Boolean) null);
          return stage(at < 4);
        }

        @Override
        public String current() {
          log("current");
          return "element " + at;
        }

        @Override
        public CompletionStage<Void> closeAsync() {
          log("close");
          return failsToClose ? broken(new Failure("closing")) : stage((Void) null);
        }
      };
    }
  }

  @AsyncGenerator
  static void E1_elementsAreTakenOneAtATime(Yield<String> out) {
    for (int n : each(EachLoopsAsync.numbers(1, 4))) {
      out.yield("got " + n);
      await(stage(-n));
    }
    log("after");
  }

  @AsyncGenerator
  static void E1_foreignIteratorIsAskedInTurn(Yield<String> out) {
    for (String s : each(new Foreign(0, false))) {
      out.yield(s);
    }
    log("after");
  }

  @AsyncMethod
  static int E2_continuePullsAgainAndBreakStops() {
    int sum = 0;
    for (int n : each(EachLoopsAsync.numbers(1, 100))) {
      if (await(stage(n % 2 == 0))) continue;
      sum += n;
      if (n == 5) break;
    }
    log("after");
    return sum;
  }

  @AsyncMethod
  static String E3_returnClosesBeforeItReturns() {
    for (String s : each(EachLoopsAsync.closingSlowly())) {
      if (s.equals("b")) return s;
    }
    return "never";
  }

  @AsyncMethod
  static void E3_exceptionCloses() {
    try {
      for (String s : each(EachLoopsAsync.closingSlowly())) {
        log(s);
        if (s.equals("b")) throw new Failure("body");
      }
    } catch (Failure e) {
      log("caught", e);
    }
    for (String s : each(new Foreign(0, false))) {
      await(broken(new Failure("in body of " + s)));
    }
  }

  @AsyncGenerator
  static void E3_labelledJumpsCloseWhatTheyLeave(Yield<String> out) {
    outer:
    for (int a : each(EachLoopsAsync.numbers(0, 3))) {
      for (int b : each(EachLoopsAsync.numbers(10, 20))) {
        out.yield(a + "/" + b);
        if (b == 11 && a == 0) continue outer;
        if (b == 10 && a == 1) break;
        if (a == 2) break outer;
      }
      log("after inner", a);
    }
    log("after");
  }

  @AsyncMethod
  static String E4_borrowedIteratorStaysOpen() {
    AsyncIterator<Integer> iterator = EachLoopsAsync.numbers(0, 6).iterator();
    String result = "";
    try {
      for (int n : each(borrow(iterator))) {
        result += n;
        if (n == 2) break;
      }
      result += await(stage("-"));
      for (int n : each(borrow(iterator))) {
        result += n;
        if (n == 4) break;
      }
      log("still open");
    } finally {
      await(iterator.closeAsync());
    }
    return result;
  }

  @AsyncMethod
  static void E5_failureToCloseIsSuppressed() {
    for (String s : each(new Foreign(0, true))) {
      await(stage(s));
      throw new Failure("body");
    }
  }

  @AsyncMethod
  static String E6_failureToCloseReplacesTheResult() {
    for (String s : each(new Foreign(0, true))) {
      return s;
    }
    return "never";
  }

  @AsyncMethod
  static void E6_failureToCloseAfterBreakAndAtTheEnd() {
    try {
      for (String s : each(new Foreign(0, true))) {
        if (await(stage(true))) break;
      }
    } catch (Failure e) {
      log("caught", e);
    }
    for (String s : each(new Foreign(0, true))) {
      log(s);
    }
  }

  @AsyncMethod
  static void E7_failedPullPropagatesAndCloses() {
    try {
      for (String s : each(new Foreign(2, false))) {
        log(s);
      }
    } catch (Failure e) {
      log("caught", e);
    }
    try {
      for (String s : each(EachLoopsAsync.failing())) {
        log(s);
      }
    } catch (Failure e) {
      log("caught", e);
    }
    for (String s : each(new Foreign(1, true))) {
      log("never");
    }
  }

  @AsyncMethod
  static void E8_noIterator() {
    try {
      for (Object o : each((AsyncIterable<Object>) null)) {
        log("never");
      }
    } catch (NullPointerException e) {
      log("caught", e);
    }
    try {
      AsyncIterable<Object> none = () -> null;
      for (Object o : each(none)) {
        log("never");
      }
    } catch (NullPointerException e) {
      log("caught", e);
    }
    AsyncIterable<Object> broken = () -> fail("iterator()");
    for (Object o : each(broken)) {
      log("never");
    }
  }

  @AsyncMethod
  static void E9_misbehavingIterators() {
    for (int how : new int[] {102, 202, 302}) {
      try {
        for (String s : each(new Foreign(how, false))) {
          log(s);
        }
      } catch (RuntimeException e) {
        log("caught", e);
      }
    }
  }

  @AsyncMethod
  static void E10_endLikeExceptionOfTheBody() {
    for (int n : each(EachLoopsAsync.numbers(0, 3))) {
      log(List.of().iterator().next());
    }
  }

  @AsyncGenerator
  static void E11_closeIsAwaitedAfterBreak(Yield<String> out) {
    for (String s : each(EachLoopsAsync.closingSlowly())) {
      out.yield(s);
      break;
    }
    log("after");
    out.yield("end");
  }

  @AsyncGenerator
  static void E2_elementVariableOfOtherTypes(Yield<Object> out) {
    for (long wide : each(EachLoopsAsync.numbers(0, 2))) {
      out.yield(wide);
    }
    for (Object o : each(EachLoopsAsync.numbers(0, 2))) {
      out.yield(o);
    }
    for (final var n : each(EachLoopsAsync.numbers(0, 2))) {
      Supplier<Integer> later = () -> n;
      await(stage(n));
      out.yield(later.get());
    }
    AsyncIterable<? extends CharSequence> wild = AsyncIterable.of("x", "yy");
    for (CharSequence s : each(wild)) {
      out.yield(s.length());
    }
  }

  @AsyncGenerator
  static void E3_insideTryWithFinallyAndCatch(Yield<String> out) {
    try {
      for (int n : each(EachLoopsAsync.numbers(0, 3))) {
        try {
          out.yield("n" + n);
          if (n == 1) throw new Failure("one");
        } catch (Failure e) {
          out.yield("caught");
          if (see(true)) throw new IllegalArgumentException("out of the loop");
        } finally {
          log("inner finally", await(stage(n)));
        }
      }
    } catch (IllegalArgumentException e) {
      log("caught", e);
    } finally {
      log("outer finally", await(stage("f")));
    }
  }

  @AsyncGenerator
  static void A48_yieldAllDelegates(Yield<Object> out) {
    out.yieldAll(EachLoopsAsync.numbers(0, 2));
    try {
      out.yieldAll(EachLoopsAsync.closingSlowly());
      out.yieldAll(AsyncIterable.empty());
      out.yieldAll(EachLoopsAsync.failing());
    } catch (Failure e) {
      out.yield("caught " + e.getMessage());
    } finally {
      log("finally", await(stage("f")));
    }
  }

  @AsyncGenerator
  static void tree(int depth, String path, Yield<String> out) {
    if (depth == 0) {
      out.yield(await(stage(path)));
      return;
    }
    try {
      for (String s : each(EachLoopsAsync.tree(depth - 1, path + "l"))) out.yield(s);
      out.yieldAll(EachLoopsAsync.tree(depth - 1, path + "r"));
    } finally {
      log("left", path);
    }
  }

  @AsyncGenerator
  static void B47_recursion(Yield<String> out) {
    for (String s : each(EachLoopsAsync.tree(2, "."))) {
      out.yield(s);
    }
  }

  @AsyncGenerator
  static void squares(AsyncIterable<Integer> source, Yield<Integer> out) {
    for (int n : each(source)) {
      out.yield(n * n);
    }
  }

  @AsyncGenerator
  static void B47_pipelineOfGenerators(Yield<Integer> out) {
    for (int n : each(EachLoopsAsync.squares(EachLoopsAsync.squares(EachLoopsAsync.numbers(1, 4))))) {
      if (n > 20) break;
      out.yield(n);
    }
  }

  @AsyncMethod
  static long E13_manyTurns() {
    long sum = 0;
    for (int n : each(EachLoopsAsync.many(10_000))) {
      sum += n;
    }
    return sum;
  }

  @AsyncGenerator
  static void many(int count, Yield<Integer> out) {
    for (int i = 0; i < count; i++) {
      out.yield(i);
      if (i % 2000 == 0) await(stage(i));
    }
  }

  @AsyncMethod
  static String A49_eachLoopIsAFreshRun() {
    AsyncIterable<Integer> numbers = EachLoopsAsync.numbers(0, 2);
    String result = "";
    for (int a : each(numbers)) {
      for (int b : each(numbers)) {
        result += a + "" + b + " ";
      }
    }
    return result;
  }

  @AsyncMethod
  static void E14_synchronousIterables() {
    for (String s : each(AsyncIterable.of(List.of("a", "b")))) {
      log(s, await(stage(s)));
    }
    for (Integer n : each(AsyncIterable.<Integer>of(1, null, 3))) {
      log(n);
    }
  }

  @AsyncMethod
  static int G39_pulledInFinally() {
    int sum = 0;
    try {
      sum += await(stage(1));
    } finally {
      for (int n : each(EachLoopsAsync.numbers(0, 3))) {
        if (n == 2) break;
        sum += await(stage(n));
      }
      for (String s : each(new Foreign(3, false))) {
        log(s);
      }
    }
    return sum + await(stage(4));
  }

  @AsyncMethod
  static int G39_cancelledInFinallyAndNotPulledAgain() {
    int sum = 0;
    for (int each : each(EachLoopsAsync.numbers(1, 3))) {
      try {
        sum += each;
      } finally {
        log("released", await(stage(each)));
      }
    }
    return sum;
  }

  @AsyncGenerator
  static void releasing(int count, Yield<Integer> out) {
    for (int i = 0; i < count; i++) {
      try {
        out.yield(await(stage(i)));
      } finally {
        log("released", await(stage(i)));
      }
    }
  }

  @AsyncMethod
  static int G23_aPullCancelledInFinallyOfItsGeneratorIsTaken() {
    int sum = 0;
    for (int each : each(EachLoopsAsync.releasing(1))) {
      sum += each;
    }
    for (int each : each(EachLoopsAsync.releasing(2))) {
      sum += each + await(stage(each));
    }
    return sum + 1;
  }

  @AsyncGenerator
  static void G39_pulledInFinallyOfAGenerator(Yield<String> out) {
    for (int i = 0; i < 2; i++) {
      try {
        out.yield("a" + await(stage(i)));
      } finally {
        for (String s : each(EachLoopsAsync.closingSlowly())) {
          log("finally", s, await(stage(i)));
        }
      }
      out.yield("b" + await(stage(i)));
    }
  }
}

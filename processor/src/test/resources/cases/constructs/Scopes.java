package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Scopes opened by {@code using}. */
final class Scopes {
  @AsyncMethod
  static void D3_failureWhileOpening() {
    try {
      String s = using(plain("a", "opening", null));
      log("never");
    } catch (Failure e) {
      log("caught", e);
    }
    AsyncScope<String> throwing = () -> fail("open() itself");
    using(throwing);
  }

  @AsyncMethod
  static String D10_failureToCloseReplacesTheResult() {
    try {
      using(plain("a", null, "closing"));
      return "never";
    } catch (Failure e) {
      log("caught", e);
    }
    using(watching("b", failure -> broken(new Failure("exit"))));
    return "never";
  }

  @AsyncGenerator
  static void D10_A25_failureToCloseReplacesTheReturnOfAClose(Yield<Integer> out) {
    try {
      using(plain("a", null, "closing"));
      out.yield(1);
      out.yield(await(stage(2)));
    } catch (Failure e) {
      log("caught", e);
    }
    log("and on", await(stage("o")));
  }

  @AsyncMethod
  static void D11_bothFail() {
    try {
      using(plain("plain", null, "closing"));
      throw new Failure("body");
    } catch (Failure e) {
      log("caught", e);
    }
    using(watching("exit", failure -> broken(new Failure("exit"))));
    throw new Failure("body");
  }

  @AsyncMethod
  static void D13_closeThrowsOrReturnsNull() {
    try {
      using(watching("a", failure -> fail("thrown by close")));
      await(stage(1));
    } catch (Failure e) {
      log("caught", e);
    }
    try {
      using(watching("b", failure -> fail("thrown by close")));
      throw new IllegalArgumentException("body");
    } catch (Failure e) {
      log("caught", e);
    }
    using(watching("c", failure -> null));
    log("body");
  }

  @AsyncMethod
  static void D15_openingTheThirdFails() {
    try {
      using(watching("a"));
      using(watching("b"));
      using(plain("c", "opening", null));
      log("never");
    } catch (Failure e) {
      log("caught", e);
    }
    {
      using(suppressing("d"));
      using(watching("e"));
      using(plain("f", "opening", null));
      log("never");
    }
    log("suppressed");
  }

  @AsyncMethod
  static void D16_innerFailureIsSeenOutside() {
    try {
      using(watching("outer"));
      using(watching("inner", failure -> broken(new Failure("exit"))));
      log("body");
    } catch (Failure e) {
      log("caught", e);
    }
    using(watching("outer"));
    using(suppressing("inner"));
    await(stage(1));
    throw new Failure("body");
  }

  static AsyncScope<String> plain(String name, String opens, String closes) {
    return AsyncScope.of(
        () -> {
          log("open", name);
          return opens == null ? stage(name) : broken(new Failure(opens));
        },
        value -> {
          log("close", value);
          return closes == null ? stage("closed") : broken(new Failure(closes));
        });
  }

  /** Sees the failure, and does with it what it is told. */
  static AsyncScope<String> watching(String name, Function<Throwable, CompletionStage<Boolean>> exit) {
    return () -> {
      log("open", name);
      return stage(
              (Opened<String>)
                  new Opened<String>() {
                    @Override
                    public String value() {
                      return name;
                    }

                    @Override
                    public CompletionStage<Boolean> close(Throwable failure) {
                      log("close " + name, failure);
                      return exit.apply(failure);
                    }
                  })
          .toCompletableFuture();
    };
  }

  static AsyncScope<String> watching(String name) {
    return watching(name, failure -> stage(false));
  }

  static AsyncScope<String> suppressing(String name) {
    return watching(name, failure -> stage(true));
  }

  @AsyncMethod
  static String D1_openBodyClose() {
    String s = using(plain(see("a"), null, null));
    log("body", s);
    await(stage(1));
    return s + "!";
  }

  @AsyncMethod
  static void D1_closesAtTheEndOfItsBlock() {
    {
      String a = using(plain("a", null, null));
      log("inside", a);
    }
    log("between");
    if (see(true)) {
      var b = using(plain("b", null, null));
      await(stage(b));
    }
    using(plain("last", null, null));
    log("end");
  }

  @AsyncMethod
  static void D2_valueMayBeNull() {
    Object nothing = using(AsyncScope.of(() -> stage(null), value -> stage(see("closed " + value))));
    log("value", nothing);
  }

  @AsyncMethod
  static void D3_nullStageOrNullOpened() {
    try {
      AsyncScope<String> none = () -> null;
      using(none);
      log("never");
    } catch (NullPointerException e) {
      log("caught", e);
    }
    AsyncScope<String> nothing = () -> CompletableFuture.completedFuture(null);
    using(nothing);
  }

  @AsyncMethod
  static void D4_nullScope() {
    AsyncScope<String> none = await(stage((AsyncScope<String>) null));
    using(none);
    log("never");
  }

  @AsyncGenerator
  static void D5_everyJumpCloses(Yield<String> out) {
    loop:
    for (int i = 0; ; i++) {
      String s = using(watching("s" + i));
      out.yield(s);
      switch (i) {
        case 0:
          continue;
        case 1:
          break;
        case 2:
          continue loop;
        case 3:
          break loop;
      }
      log("end of turn", i);
    }
    using(watching("outer"));
    out.yield("last");
    return;
  }

  @AsyncMethod
  static void D6_failureIsGivenToClose() {
    try {
      using(watching("a"));
      await(stage(1));
      throw new AssertionError("body");
    } catch (AssertionError e) {
      log("caught", e);
    }
    using(watching("b"));
    await(broken(new CancellationException("cancelled")));
  }

  @AsyncMethod
  static int D7_suppressedFailure() {
    int x = 1;
    {
      using(suppressing("a"));
      x = await(stage(2));
      if (see(x > 1)) throw new Failure("suppressed");
      x = 3;
    }
    log("after", x);
    return x;
  }

  @AsyncMethod
  static void D8_nullIsNotSuppressed() {
    using(watching("a", failure -> stage((Boolean) null)));
    throw new Failure("stands");
  }

  @AsyncMethod
  static int D9_trueWithoutFailureIsIgnored() {
    for (int i = 0; ; i++) {
      using(suppressing("a"));
      if (i == 0) continue;
      if (await(stage(i >= 2))) return i;
    }
  }

  @AsyncMethod
  static void D12_sameFailureIsNotSuppressed() {
    using(watching("a", failure -> broken(failure)));
    await(stage(1));
    throw new Failure("body");
  }

  @AsyncMethod
  static void D14_severalInOneBlock() {
    String a = using(watching("a"));
    String b = using(watching(a + "b"));
    log("between", await(stage(1)));
    String c = using(watching(b + "c"));
    log("body", c);
  }

  @AsyncMethod
  static void D17_nestedScopesNotReachedOrFinished() {
    using(watching("outer"));
    {
      using(watching("finished"));
      await(stage(1));
    }
    if (see(true)) throw new Failure("body");
    using(watching("not reached"));
  }

  @AsyncGenerator
  static void D18_scopeInAGenerator(Yield<String> out) {
    String a = using(watching("a"));
    out.yield(a);
    {
      String b = using(watching("b"));
      out.yield(b);
      await(stage(1));
    }
    out.yield("after b");
  }

  @AsyncGenerator
  static void D18_closeFailsInsideTry(Yield<String> out) {
    try {
      using(plain("a", null, "closing"));
      out.yield("1");
      out.yield(await(stage("2")));
    } catch (Failure e) {
      log("caught", e);
    } finally {
      log("finally", await(stage("f")));
    }
  }

  @AsyncMethod
  static void D22_scopeNeverReached() {
    if (see(true)) return;
    using(watching("never"));
  }

  @AsyncMethod
  static String G39_openedInFinally() {
    try {
      log("body", await(stage(1)));
    } finally {
      String a = using(watching("a"));
      log("finally", a, await(stage(2)));
      {
        using(ScopesAsync.slow("b"));
        log("inside", await(stage(3)));
      }
    }
    return "end " + await(stage(4));
  }

  @AsyncGenerator
  static void G39_openedInFinallyOfAGenerator(Yield<String> out) {
    try {
      try {
        out.yield("1");
        out.yield(await(stage("2")));
      } finally {
        using(ScopesAsync.slow("b"));
        using(watching("c"));
        log("inner", await(stage(3)));
      }
    } finally {
      using(plain("outer", null, null));
    }
    await(stage("between"));
    out.yield("last");
  }

  @AsyncResource
  static void slow(String name, Yield<String> scope) {
    log("opening", name, await(stage(10)));
    try {
      scope.yield(await(stage(name)));
    } finally {
      log("releasing", name, await(stage(11)));
    }
  }
}

package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Scopes opened by {@code using}, and resource templates. */
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

  // ---- resource templates

  @AsyncResource
  static void session(String name, Yield<String> scope) {
    log("acquire", name);
    String session = await(stage("session " + name));
    try {
      scope.yield(session);
      log("used", name);
    } catch (IllegalArgumentException e) {
      log("seen", e);
      throw e;
    } finally {
      log("release", await(stage(name)));
    }
  }

  @AsyncResource
  static void forgiving(Yield<String> scope) {
    try {
      scope.yield(await(stage("forgiving")));
    } catch (Failure e) {
      log("forgiven", e);
      await(stage(1));
    }
  }

  @AsyncResource
  static void D24_acquireUseRelease(Yield<String> scope) {
    log("acquire");
    String session = await(stage("session"));
    try {
      scope.yield(session);
      log("used");
      await(stage(1));
    } finally {
      log("release", await(stage("r")));
    }
    log("after");
  }

  @AsyncResource
  static void D25_caughtIsSuppressed(Yield<String> scope) {
    try {
      scope.yield(await(stage("a")));
      log("no failure");
    } catch (Failure e) {
      log("caught", e);
      await(stage(1));
    }
    log("end");
  }

  @AsyncResource
  static void D25_rethrownIsNotSuppressed(Yield<Integer> scope) {
    try {
      scope.yield(1);
    } catch (Failure e) {
      await(stage(1));
      throw e;
    }
  }

  @AsyncResource
  static void D26_anotherExceptionReplaces(Yield<Integer> scope) {
    try {
      scope.yield(1);
    } catch (Failure e) {
      await(stage(1));
      throw new Failure("another");
    }
  }

  @AsyncResource
  static void D26_failureInFinallyReplaces(Yield<Integer> scope) {
    try {
      scope.yield(1);
    } finally {
      await(stage(1));
      fail("release");
    }
  }

  @AsyncResource
  static void D27_endLikeExceptionsAreOrdinary(Yield<Integer> scope) {
    try {
      scope.yield(1);
    } catch (Failure e) {
      throw new NoSuchElementException("end");
    }
    throw new IllegalStateException("after");
  }

  @AsyncResource
  static void D28_zeroYields(Yield<Integer> scope) {
    log("ran", await(stage(1)));
    if (log3()) scope.yield(1);
  }

  private static boolean log3() {
    log("asked");
    return false;
  }

  @AsyncResource
  static void D28_failsBeforeTheYield(Yield<Integer> scope) {
    try {
      await(stage(1));
      fail("acquire");
      scope.yield(1);
    } finally {
      log("finally", await(stage("f")));
    }
  }

  @AsyncResource
  static void D29_secondYield(Yield<Integer> scope) {
    try {
      scope.yield(1);
      log("between", await(stage(1)));
      scope.yield(2);
      log("never");
    } finally {
      log("finally", await(stage("f")));
    }
  }

  @AsyncResource
  static void D30_yieldAfterTheFailure(Yield<Integer> scope) {
    try {
      scope.yield(1);
    } catch (Failure e) {
      log("caught", e);
      scope.yield(2);
    } finally {
      log("finally", await(stage("f")));
    }
  }

  @AsyncResource
  static void D30_yieldInALoopIsRefusedOnce(Yield<Integer> scope) {
    for (int i = 0; i < 5; i++) {
      try {
        scope.yield(i);
      } finally {
        log("finally", await(stage(i)));
      }
    }
  }

  @AsyncMethod
  static String D31_returnResumesTheTemplateNormally() {
    for (int i = 0; ; i++) {
      String s = using(ScopesAsync.session("s" + i));
      if (i == 0) continue;
      if (i == 1) {
        await(stage(s));
        continue;
      }
      return s;
    }
  }

  @AsyncMethod
  static void D25_templatesInUsing() {
    try {
      String s = using(ScopesAsync.session("a"));
      log(s);
      throw new IllegalArgumentException("body");
    } catch (IllegalArgumentException e) {
      log("caught", e);
    }
    {
      String f = using(ScopesAsync.forgiving());
      String s = using(ScopesAsync.session("b"));
      log(f, s);
      await(broken(new Failure("in the block")));
    }
    log("suppressed");
  }

  @AsyncMethod
  static void D32_secondUseOfOneScope() {
    AsyncScope<String> scope = ScopesAsync.session("once");
    String s = using(scope);
    try {
      using(scope);
      log("never");
    } catch (IllegalStateException e) {
      log("caught", e);
    }
    log("undisturbed", s);
  }

  @AsyncMethod
  static int nested(int depth) {
    String s = using(ScopesAsync.session("depth " + depth));
    if (depth == 0) {
      return 0;
    }
    return 1 + await(ScopesAsync.nested(depth - 1));
  }

  @AsyncMethod
  static int D33_recursionNests() {
    return await(ScopesAsync.nested(3));
  }

  @AsyncGenerator
  static void D18_templateInAGenerator(Yield<String> out) {
    for (int i = 0; i < 2; i++) {
      String s = using(ScopesAsync.session("g" + i));
      out.yield(s);
      await(stage(i));
      out.yield(s);
    }
  }

  @AsyncResource
  static void layered(Yield<String> scope) {
    String a = using(ScopesAsync.session("inner"));
    String b = using(watching("foreign"));
    scope.yield(a + b);
    log("used layered");
  }

  @AsyncMethod
  static void D24_resourceMadeOfResources() {
    String s = using(ScopesAsync.layered());
    log(s);
    await(stage(1));
  }

  @AsyncResource
  static void D24_usingInsideAResource(Yield<String> scope) {
    String a = using(ScopesAsync.session("inner"));
    {
      using(watching("foreign"));
      scope.yield(a);
      log("used");
    }
    log("end");
  }
}

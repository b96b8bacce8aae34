package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Resource templates, opened alone and by {@code using}. */
final class ResourceTemplates {
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
  static void D29_noCatchSeesTheSecondYield(Yield<Integer> scope) {
    String session = using(ResourceTemplatesAsync.session("s"));
    for (int i = 0; i < 3; i++) {
      try (AutoCloseable logged = () -> log("closed")) {
        scope.yield(i);
        log("between", await(stage(i)));
      } catch (IllegalStateException e) {
        log("never", e);
      } catch (Throwable e) {
        log("caught", e);
      } finally {
        log("finally", await(stage(session)));
      }
    }
  }

  @AsyncMethod
  static int D29_secondYieldInUsing() {
    int value = using(ResourceTemplatesAsync.D29_noCatchSeesTheSecondYield());
    log("using", value);
    return value + await(stage(1));
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
      String s = using(ResourceTemplatesAsync.session("s" + i));
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
      String s = using(ResourceTemplatesAsync.session("a"));
      log(s);
      throw new IllegalArgumentException("body");
    } catch (IllegalArgumentException e) {
      log("caught", e);
    }
    {
      String f = using(ResourceTemplatesAsync.forgiving());
      String s = using(ResourceTemplatesAsync.session("b"));
      log(f, s);
      await(broken(new Failure("in the block")));
    }
    log("suppressed");
  }

  @AsyncMethod
  static void D32_secondUseOfOneScope() {
    AsyncScope<String> scope = ResourceTemplatesAsync.session("once");
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
    String s = using(ResourceTemplatesAsync.session("depth " + depth));
    if (depth == 0) {
      return 0;
    }
    return 1 + await(ResourceTemplatesAsync.nested(depth - 1));
  }

  @AsyncMethod
  static int D33_recursionNests() {
    return await(ResourceTemplatesAsync.nested(3));
  }

  @AsyncGenerator
  static void D18_templateInAGenerator(Yield<String> out) {
    for (int i = 0; i < 2; i++) {
      String s = using(ResourceTemplatesAsync.session("g" + i));
      out.yield(s);
      await(stage(i));
      out.yield(s);
    }
  }

  @AsyncResource
  static void layered(Yield<String> scope) {
    String a = using(ResourceTemplatesAsync.session("inner"));
    String b = using(Scopes.watching("foreign"));
    scope.yield(a + b);
    log("used layered");
  }

  @AsyncMethod
  static void D24_resourceMadeOfResources() {
    String s = using(ResourceTemplatesAsync.layered());
    log(s);
    await(stage(1));
  }

  @AsyncResource
  static void D24_usingInsideAResource(Yield<String> scope) {
    String a = using(ResourceTemplatesAsync.session("inner"));
    {
      using(Scopes.watching("foreign"));
      scope.yield(a);
      log("used");
    }
    log("end");
  }
}

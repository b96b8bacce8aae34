package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** try-with-resources. */
final class Resources {
  static final class Res implements AutoCloseable {
    private final String name;

    Res(String name) {
      this.name = name;
      log("open", name);
    }

    String use() {
      return "used " + name;
    }

    @Override
    public void close() {
      log("close", name);
      if (name.startsWith("bad")) throw new IllegalArgumentException("close " + name);
    }
  }

  static final class Checked implements AutoCloseable {
    @Override
    public void close() throws java.io.IOException {
      log("close checked");
    }
  }

  @AsyncGenerator
  static void B31_oneResource(Yield<String> out) {
    try (Res res = new Res("a")) {
      out.yield(res.use());
      await(stage(1));
      out.yield(res.use());
    }
    log("after");
  }

  @AsyncMethod
  static String B31_severalResourcesLastInFirstOut() {
    try (Res a = new Res("a");
        Res b = new Res(await(stage("b")));
        Res c = new Res(b.name + "c")) {
      log(a.use(), b.use(), c.use());
      return await(stage("result"));
    }
  }

  @AsyncMethod
  static void B31_awaitedResourceAndNull() {
    try (Res none = null;
        Res a = await(stage(new Res("awaited")));
        Res nothing = await(stage((Res) null))) {
      log(none, nothing);
      await(stage(1));
    } finally {
      log("finally");
    }
  }

  @AsyncGenerator
  static void B31_existingVariablesAsResources(Yield<String> out) {
    final Res a = new Res("a");
    Res b = new Res("b");
    try (a; b) {
      out.yield(a.use());
      await(stage(1));
    }
    out.yield("end");
  }

  @AsyncMethod
  static void B31_withCatchAndFinally() {
    for (int i = 0; i < 4; i++) {
      try (Res a = new Res("a" + i);
          Res b = new Res((i == 2 ? "bad" : "b") + i)) {
        log(a.use());
        if (i == 1) throw new Failure("body");
        if (i == 3) continue;
        await(stage(i));
      } catch (Failure e) {
        log("caught", e);
        await(stage("c"));
      } catch (IllegalArgumentException e) {
        log("close failed", await(stage(e.getMessage())));
      } finally {
        log("finally", await(stage("f")));
      }
    }
  }

  @AsyncMethod
  static void B31_closeFailureIsSuppressed() {
    try (Res a = new Res("bad a");
        Res b = new Res("bad b")) {
      await(stage(1));
      throw new Failure("body");
    }
  }

  @AsyncMethod
  static void B31_closeFailureAlone() {
    try (Res a = new Res("bad a");
        Res b = new Res("b")) {
      await(stage(1));
    }
  }

  @AsyncMethod
  static int B31_returnBreakAndContinueClose() {
    outer:
    for (int i = 0; ; i++) {
      try (Res a = new Res("a" + i)) {
        for (; ; ) {
          try (Res b = new Res("b" + i)) {
            if (await(stage(i == 0))) continue outer;
            if (await(stage(i == 1))) break;
            return i;
          }
        }
        log("left inner loop");
      }
    }
  }

  @AsyncMethod
  static void B31_failureWhileOpeningTheSecond() {
    try (Res a = new Res("a");
        Res b = await(broken(new Failure("opening")))) {
      log("never");
    } finally {
      await(stage("f"));
    }
  }

  @AsyncMethod
  static void B31_checkedCloseIsDeclared() throws java.io.IOException {
    try (var checked = new Checked()) {
      await(stage(checked));
    }
    try (Checked checked = new Checked()) {
      await(stage(1));
    } catch (java.io.IOException e) {
      log("never");
    }
  }

  @AsyncMethod
  static int B31_emptyBodyAndAwaitOnlyInTheHead() {
    try (Res a = new Res(await(stage("a")))) {}
    try (Res a = new Res("plain")) {
      log(a.use());
    }
    return await(stage(1));
  }

  @AsyncGenerator
  static void A24_closeOfTheGeneratorClosesResources(Yield<String> out) {
    try (Res a = new Res("a")) {
      out.yield("1");
      try (Res b = new Res("b")) {
        out.yield("2");
        await(stage(1));
      }
      out.yield("3");
    } finally {
      log("finally");
    }
  }

  /** Found by random programs, seed 365: a close is a return, and what it meets can be caught. */
  @AsyncGenerator
  static void A24_aResourceThatFailsToCloseIsCaughtOutside(Yield<String> out) {
    try {
      try (Res a = new Res("bad a")) {
        out.yield("1");
        await(stage(1));
      } catch (IllegalStateException e) {
        log("not this", e);
      } catch (Throwable e) {
        log("caught", e, await(stage(2)));
      }
      log("after");
    } finally {
      log("finally");
    }
  }

  @AsyncMethod
  static String D1_variablesAmongOthers() throws Exception {
    AutoCloseable first = () -> log("close first");
    AutoCloseable second = await(stage((AutoCloseable) () -> log("close second")));
    try (first; AutoCloseable third = () -> log("close third"); second /* ; */ ; ) {
      log("inside", await(stage(1)));
    }
    try (second ; first) {
      return "" + await(stage(2)) + (first == second);
    }
  }

  @AsyncMethod
  static String B31_existingVariablesWithoutAnAwaitInside() {
    Res a = await(stage(new Res("a")));
    Res b;
    b = new Res(await(stage("b")));
    String text = "";
    try (a; b) {
      text += a.use() + b.use();
    }
    return text + await(stage(1)) + a.name + b.name;
  }
}

package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/**
 * Bodies that await asynchronous methods of their own class at once: no future lies between. What
 * comes while a release is awaited in such a method is in OwnCallsTest: here Java runs it as a body
 * of its own.
 */
final class OwnCalls {
  private final String name = "object";

  @AsyncMethod
  static int plus(int a, int b) {
    log("plus", a, b);
    int sum = await(stage(a)) + await(stage(b));
    log("sum", sum);
    return sum;
  }

  @AsyncMethod
  static int doubled(int n) {
    return await(OwnCallsAsync.plus(n, n));
  }

  @AsyncMethod
  static int nothingToWaitFor(int n) {
    log("called", n);
    return n;
  }

  @AsyncMethod
  static void noValue(String s) {
    log(await(stage(s)));
  }

  @AsyncMethod
  static String failing(String s) {
    log("failing", await(stage(s)));
    throw new Failure(s);
  }

  @AsyncMethod
  static String guarded(String s) {
    log("enter", s);
    try {
      return await(stage(s)) + await(stage("!"));
    } finally {
      log("leave", s);
    }
  }

  @AsyncMethod
  static String stubborn(String s) {
    try {
      await(stage(s));
    } catch (CancellationException e) {
      log("cancelled", s);
      return await(stage("kept " + s));
    }
    return "calm " + s;
  }

  @AsyncMethod
  static <T> T generic(T value, int times) {
    return times == 0 ? await(stage(value)) : await(OwnCallsAsync.generic(value, times - 1));
  }

  @AsyncMethod
  static int all(int... numbers) {
    int sum = 0;
    for (int n : numbers) sum += await(stage(n));
    return sum;
  }

  @AsyncMethod
  static String over(String s) {
    return "string " + await(stage(s));
  }

  @AsyncMethod
  static String over(int n) {
    return "int " + await(stage(n));
  }

  @AsyncMethod
  static String doubledCall(String s) {
    return "not made by us: " + await(stage(s));
  }

  @AsyncMethod
  String named(String s) {
    return name + " " + await(stage(s));
  }

  @AsyncMethod
  String chained(String s) {
    return await(OwnCallsAsync.named(this, await(OwnCallsAsync.named(this, s))));
  }

  @AsyncMethod
  static int H7_inEveryPlace() {
    int a = await(OwnCallsAsync.plus(1, 2));
    log(await(OwnCallsAsync.doubled(a)), await(OwnCallsAsync.nothingToWaitFor(see(7))));
    a += await(OwnCallsAsync.plus(see(a), await(OwnCallsAsync.doubled(2))));
    await(OwnCallsAsync.noValue("nothing"));
    Object o = await(OwnCallsAsync.noValue("null"));
    log(o);
    long wide = await(OwnCallsAsync.all()) + await(OwnCallsAsync.all(1, 2, await(OwnCallsAsync.doubled(1))));
    log(wide);
    boolean both = await(OwnCallsAsync.doubled(1)) == 2 && await(OwnCallsAsync.doubled(0)) == 1;
    log(both ? await(OwnCallsAsync.doubled(8)) : await((OwnCallsAsync.doubled(9))));
    log(await(OwnCallsAsync.over("s")), await(OwnCallsAsync.over(1)));
    log(await(OwnCallsAsync.doubledCall("mine")));
    return a;
  }

  @AsyncMethod
  static String H7_genericAndOfObjects() {
    String s = await(OwnCallsAsync.generic("deep", 5));
    Integer boxed = await(OwnCallsAsync.<Integer>generic(3, 0));
    List<? super Integer> list = await(OwnCallsAsync.generic(List.of(1, 2), 1));
    log(boxed, list);
    return s + await(OwnCallsAsync.chained(new OwnCalls(), "of an object"));
  }

  @AsyncMethod
  static String H14_failuresOfCalls() {
    for (int i = 0; i < 3; i++) {
      try {
        log(await(OwnCallsAsync.failing("turn " + i)));
      } catch (Failure e) {
        log("caught", e);
        if (i == 2) return await(OwnCallsAsync.guarded("in a handler"));
      } finally {
        log("finally", "f" + i);
      }
    }
    return "unreachable";
  }

  @AsyncMethod
  static String H14_theCalleeIsLeftByFailures() {
    String s = await(OwnCallsAsync.guarded("first"));
    try {
      s += await(OwnCallsAsync.guarded(await(OwnCallsAsync.failing("second"))));
    } finally {
      log("cleanup", "third");
    }
    return s;
  }

  @AsyncMethod
  static String H14_aCallWhoseExceptionIsChecked() throws Exception {
    try {
      return await(OwnCallsAsync.checked("thrown"), java.io.IOException.class);
    } catch (java.io.IOException e) {
      log("caught", e.getMessage());
    }
    return await(OwnCallsAsync.guarded("after"));
  }

  @AsyncMethod
  static String checked(String s) throws java.io.IOException {
    if (await(stage(s)) != null) throw new java.io.IOException(s);
    return s;
  }

  @AsyncMethod
  static String H7_callsInSwitchesAndLambdas() {
    String found =
        switch (await(OwnCallsAsync.plus(1, 1))) {
          case 2 -> await(OwnCallsAsync.guarded("two"));
          default -> await(OwnCallsAsync.guarded("other"));
        };
    String kept = await(OwnCallsAsync.generic(found, 1));
    Supplier<String> later = () -> kept + "!";
    String text = await(OwnCallsAsync.guarded(later.get()));
    int[] numbers = {await(OwnCallsAsync.plus(1, 2)), see(3)};
    numbers[await(OwnCallsAsync.nothingToWaitFor(1))] += await(OwnCallsAsync.plus(4, 5));
    return text + Arrays.toString(numbers);
  }

  @AsyncMethod
  static long deep(int n) {
    return n == 0 ? await(stage(1)) : await(OwnCallsAsync.deep(n - 1)) + 1;
  }

  @AsyncMethod
  static long H10_deepCalls() {
    return await(OwnCallsAsync.deep(350)) + await(OwnCallsAsync.deep(3));
  }

  @AsyncGenerator
  static void A31_closedInACall(Yield<String> out) {
    try {
      out.yield(await(OwnCallsAsync.guarded("a")));
      out.yield("b" + await(OwnCallsAsync.doubled(3)));
      for (int i = 0; i < 2; i++) {
        try {
          out.yield(await(OwnCallsAsync.guarded("loop " + i)));
        } finally {
          log("inner", "finally " + i);
        }
      }
    } finally {
      log("outer", 5);
    }
  }

  @AsyncGenerator
  static void letters(String prefix, Yield<String> out) {
    for (int i = 0; i < 2; i++) out.yield(await(OwnCallsAsync.guarded(prefix + i)));
  }

  @AsyncMethod
  static String joined(String prefix) {
    StringBuilder all = new StringBuilder();
    for (String s : each(OwnCallsAsync.letters(prefix))) {
      all.append(s).append(await(OwnCallsAsync.generic("-", 1)));
    }
    return all.toString();
  }

  @AsyncGenerator
  static void A31_callsInLoopsInCalls(Yield<String> out) {
    for (String s : each(OwnCallsAsync.letters("x"))) {
      out.yield(s + await(OwnCallsAsync.joined(s)));
    }
    out.yieldAll(OwnCallsAsync.letters("last"));
  }

  @AsyncResource
  static void session(String s, Yield<String> out) {
    String opened = await(OwnCallsAsync.guarded(s));
    try {
      out.yield(opened);
    } finally {
      log("closed", "end of " + s);
    }
  }

  @AsyncMethod
  static String inSession(String s) {
    String opened = using(OwnCallsAsync.session(s));
    return await(OwnCallsAsync.guarded(opened));
  }

  @AsyncGenerator
  static void D19_resourcesThatAwaitCalls(Yield<String> out) {
    String outer = using(OwnCallsAsync.session("outer"));
    out.yield(outer);
    out.yield(await(OwnCallsAsync.inSession("inner")));
    for (int i = 0; i < 2; i++) {
      String each = using(OwnCallsAsync.session("each " + i));
      out.yield(each + await(OwnCallsAsync.doubled(i)));
    }
  }

  @AsyncGenerator
  static void A38_callsBetweenAnswers(Exchange<String, String> out) {
    String answer = out.yield(await(OwnCallsAsync.guarded("first")));
    while (answer.length() < 12) {
      answer = out.yield(await(OwnCallsAsync.generic(answer + "+", 2)));
    }
    log(await(OwnCallsAsync.stubborn(answer)));
  }
}

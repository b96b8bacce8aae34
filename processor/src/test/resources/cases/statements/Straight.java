package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Statements one after another, and branches. */
final class Straight {

  @AsyncGenerator
  static void B1_localsOfEveryTypeSurviveSuspension(Yield<Object> out) {
    boolean flag = true;
    byte small = -7;
    short medium = 1234;
    char letter = 'ö';
    int number = Integer.MIN_VALUE;
    long large = Long.MAX_VALUE;
    float single = 1.5f;
    double pi = Math.PI;
    String text = "text";
    int[] array = {1, 2, 3};
    String[][] nested = {{"a"}, null};
    List<String> list = new ArrayList<>(List.of("x"));
    String first = await(stage("first"));
    out.yield(flag);
    out.yield(small);
    out.yield(medium);
    out.yield(letter);
    list.add(first);
    out.yield(number);
    out.yield(large);
    out.yield(single);
    String second = await(stage("second"));
    out.yield(pi);
    out.yield(text + first + second);
    array[1] = 20;
    out.yield(array);
    out.yield(nested);
    out.yield(list);
  }

  @AsyncMethod
  static String B1_manyAwaitsInOneList() {
    String a = await(stage("a"));
    log("one", a);
    await(stage("ignored"));
    int b = await(stage(2));
    b += 40;
    final long c = await(stage(3L));
    String d;
    d = await(stage("d"));
    a = await(stage(a + d));
    log(a, b, c);
    return await(stage(a + b + c + d));
  }

  @AsyncMethod
  static void B1_voidMethodReturnsNull() {
    await(stage("x"));
    log("done");
  }

  @AsyncMethod
  static void B1_earlyReturnLeavesTheRest() {
    if (await(stage(true))) {
      log("leaving");
      return;
    }
    log("never");
  }

  @AsyncGenerator
  static void B2_awaitInEveryConditionOfAnIfChain(Yield<String> out) {
    for (int i = 0; i < 4; i++) {
      if (await(stage(i == 0))) {
        out.yield("zero");
      } else if (await(stage(i == 1))) {
        out.yield("one");
      } else if (await(stage(i == 2))) {
        out.yield("two");
      } else {
        out.yield("many");
      }
      log("after", i);
    }
  }

  @AsyncGenerator
  static void B2_onlyOneBranchSuspends(Yield<String> out) {
    for (int i = 0; i < 4; i++) {
      if (i % 2 == 0) {
        out.yield(await(stage("even " + i)));
      }
      log("between");
      if (i > 1) log("big");
      else out.yield("small");
      log("after", i);
    }
  }

  @AsyncMethod
  static int B2_branchesAssignWhatIsUsedAfter() {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      int value;
      if (see(i == 1)) {
        value = await(stage(10));
      } else {
        value = see(i);
      }
      sum += value;
    }
    return sum;
  }

  @AsyncMethod
  static String B2_nestedBranchesWithoutBraces() {
    String result = "none";
    if (await(stage(true)))
      if (await(stage(false))) result = "then-then";
      else result = await(stage("then-else"));
    return result;
  }

  @AsyncGenerator
  static void B46_noSuspensionReachedAtAll(Yield<String> out) {
    log("ran");
    if (log2() > 100) {
      out.yield("never");
    }
  }

  private static int log2() {
    log("called");
    return 1;
  }

  @AsyncGenerator
  static void B46_emptyBody(Yield<String> out) {}

  @AsyncGenerator
  static void B46_onlyThrows(Yield<String> out) {
    throw new Failure("at once");
  }

  @AsyncGenerator
  static void B46_onlyReturns(Yield<String> out) {
    return;
  }

  @AsyncMethod
  static int B46_methodThatDoesNotSuspend() {
    return see(3);
  }

  @AsyncMethod
  static void B44_emptyStatementsAndNestedBlocks() {
    ;
    {
      {
        await(stage(1));
        ;
      }
    }
    {}
    if (see(true)) ;
    else await(stage(2));
    for (int i = 0; i < 2; i++) ;
    log("end");
  }

  static final boolean DEBUG = false;

  @AsyncMethod
  static int B44_constantConditions() {
    int result = 1;
    if (false) {
      result = await(stage(2));
    }
    if (DEBUG) {
      await(stage(3));
    }
    if (true) {
      result += await(stage(4));
    }
    do {
      result += await(stage(5));
    } while (false);
    return result;
  }

  @AsyncMethod
  static int B44_returnInsideWhileTrue() {
    int i = 0;
    while (true) {
      i += await(stage(1));
      if (i == 3) return i;
    }
  }

  @AsyncMethod
  static String B40_throwOfAnAwaitedFailure() throws Exception {
    try {
      throw await(stage(new Exception("awaited")));
    } catch (Exception e) {
      log("caught", e);
    }
    throw await(stage(new IllegalArgumentException("last")));
  }

  @AsyncMethod
  static void B40_throwOfNull() {
    try {
      throw await(CompletableFuture.<RuntimeException>completedFuture(null));
    } catch (NullPointerException e) {
      log("caught", e);
    }
    throw await(CompletableFuture.<RuntimeException>completedStage(null));
  }

  @AsyncMethod
  static int H20_stagesOfNullAndVoid() {
    String nothing = await(stage((String) null));
    log("nothing", nothing);
    Void empty = await(stage((Void) null));
    log("void", empty);
    await(CompletableFuture.runAsync(() -> {}, Runnable::run));
    return nothing == null ? 1 : 2;
  }

  @AsyncMethod
  static void A9_failedStageIsCaughtAtTheAwait() {
    try {
      await(broken(new java.io.IOException("io")));
      log("never");
    } catch (Exception e) {
      log("caught", e);
    }
  }

  @AsyncMethod
  static void H17_checkedFailureCanBeDeclared() {
    try {
      String value = await(CompletableFuture.<String>failedFuture(new java.io.IOException("io")), java.io.IOException.class);
      log(value);
    } catch (java.io.IOException e) {
      log("caught", e);
    }
    await(broken(new java.io.IOException("escapes undeclared")));
  }

  @AsyncMethod
  static void H5_nullStageIsANullPointerExceptionAtTheAwait() {
    try {
      await((CompletionStage<String>) null);
    } catch (NullPointerException e) {
      log("caught", e);
    }
    CompletableFuture<String> none = null;
    await(none);
  }

  @AsyncMethod
  static void C39_unusedResultsAreAwaitedAllTheSame() {
    await(stage(1));
    await(stage(2));
    await(broken(new Failure("unused")));
    log("never");
  }

  @AsyncMethod
  static String C40_stagesAwaitedOutOfOrderAndTwice() {
    CompletionStage<String> a = stage("a");
    CompletionStage<String> b = stage("b");
    CompletionStage<String> c = stage("c");
    String last = await(c);
    String first = await(a);
    String again = await(a);
    return first + again + await(b) + last;
  }

  @AsyncMethod
  static double C31_resultIsWidened() {
    if (await(stage(true)) && see(1) > 2) return 1;
    if (await(stage(false))) return await(stage(2));
    double half = 0.5;
    int n = await(stage(3));
    if (n == 4) return n > 2 ? 1 : half;
    if (n == 5) return n;
    return n > 2 ? 1 : -1;
  }

  @AsyncMethod
  static byte C31_constantResultIsNarrowed() {
    if (await(stage(false))) return 1;
    final int five = 5;
    return five;
  }

  @AsyncMethod
  static Character C31_boxedResultOfAConstant() {
    if (await(stage(false))) return 'a';
    try {
      return 98;
    } finally {
      await(stage(1));
    }
  }

  @AsyncMethod
  static long C31_resultOfASwitchIsWidened() {
    int n = await(stage(2));
    if (n == 1) return Integer.valueOf(7);
    return switch (n) {
      case 1 -> 2;
      case 2 -> await(stage(3));
      default -> 'c';
    };
  }

  @AsyncMethod
  static float C31_unboxedAndWidened() {
    return await(stage(16777217));
  }

  @AsyncMethod
  static int C30_resultIsUnboxedInTheBody() {
    try {
      return await(stage((Integer) null));
    } catch (NullPointerException e) {
      log("caught");
      return await(stage(1));
    }
  }
}

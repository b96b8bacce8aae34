package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Loops. */
final class Loops {

  @AsyncGenerator
  static void B3_whileConditionIsAwaitedEachTurn(Yield<Integer> out) {
    int n = 6;
    while (await(stage(n != 1))) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      if (n == 5) continue;
      out.yield(n);
    }
  }

  @AsyncGenerator
  static void B3_whileBodyAwaits(Yield<Integer> out) {
    int i = 0;
    while (i < 3) {
      i += await(stage(1));
      out.yield(i);
    }
    log("left", i);
  }

  @AsyncGenerator
  static void B4_doWhileContinuesAtTheCondition(Yield<Integer> out) {
    int i = 0;
    do {
      i++;
      if (i == 2) continue;
      out.yield(i);
      if (i == 4) break;
    } while (see(await(stage(i < 5))));
    log("left", i);
  }

  @AsyncMethod
  static int B4_doWhileWithoutSuspensionInItsCondition() {
    int i = 0;
    do {
      i += await(stage(2));
      if (i == 4) continue;
      log("turn", i);
    } while (see(i) < 7);
    return i;
  }

  @AsyncGenerator
  static void B5_awaitInEachPartOfAForHead(Yield<Integer> out) {
    for (int i = await(stage(1)); i < await(stage(4)); i += await(stage(1))) {
      if (i == 2) continue;
      out.yield(i);
    }
  }

  @AsyncGenerator
  static void B5_severalVariablesAndUpdates(Yield<String> out) {
    for (int i = 0, j = await(stage(10)); i < j; i++, j -= await(stage(3))) {
      out.yield(i + "/" + j);
    }
  }

  @AsyncMethod
  static int B5_statementExpressionsAsInitialisers() {
    int i;
    int sum;
    for (i = await(stage(1)), sum = 0; i < 4; log("update", i), i++) {
      sum += await(stage(i));
    }
    return sum;
  }

  @AsyncMethod
  static int B5_emptyPartsAndEmptyBody() {
    int i = 0;
    for (; ; ) {
      if (++i > 2) break;
      await(stage(i));
    }
    for (; await(stage(i < 5)); i++) ;
    for (; i < 8; i += await(stage(1))) {}
    return i;
  }

  @AsyncGenerator
  static void B6_arrayIsEvaluatedOnceAndWritesAreSeen(Yield<Integer> out) {
    int[] numbers = {1, 2, 3};
    for (int n : see(numbers)) {
      out.yield(n);
      numbers[2] = 30;
      numbers = new int[] {7};
    }
    log("now", numbers);
  }

  @AsyncGenerator
  static void B6_awaitedArray(Yield<Object> out) {
    for (String s : await(stage(new String[] {"a", "b"}))) {
      out.yield(s);
    }
    for (long wide : new int[] {await(stage(1)), 2}) {
      out.yield(wide);
    }
    char[][] rows = {{'x', 'y'}, {}, {'z'}};
    for (char[] row : rows) {
      for (var c : row) {
        out.yield(await(stage(c)));
      }
    }
  }

  @AsyncMethod
  static void B6_nullArrayFailsAtTheLoop() {
    int[] none = await(stage((int[]) null));
    try {
      for (int n : none) {
        await(stage(n));
      }
    } catch (NullPointerException e) {
      log("caught", e);
    }
  }

  /** Logs what is asked of it. */
  static final class Watched implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      log("iterator");
      Iterator<String> all = List.of("a", "b", "c").iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          log("hasNext");
          return all.hasNext();
        }

        @Override
        public String next() {
          log("next");
          return all.next();
        }
      };
    }
  }

  @AsyncGenerator
  static void B7_iterableIsAskedInTurn(Yield<String> out) {
    for (String s : new Watched()) {
      out.yield(s);
      await(stage(s));
    }
  }

  @AsyncGenerator
  static void B7_awaitedIterable(Yield<Integer> out) {
    for (int i : await(stage(List.of(1, 2, 3)))) {
      if (i == 2) continue;
      out.yield(await(stage(i)));
    }
  }

  @AsyncMethod
  static void B7_concurrentModificationSurfacesAtNext() {
    List<String> list = new ArrayList<>(List.of("a", "b"));
    try {
      for (String s : list) {
        await(stage(s));
        list.add("c");
      }
    } catch (ConcurrentModificationException e) {
      log("caught", e);
    }
  }

  @AsyncGenerator
  static void B7_wildcardRawAndNestedIterables(Yield<Object> out) {
    List<? extends Number> numbers = List.of(1, 2.5);
    for (Number n : numbers) {
      out.yield(n);
    }
    Map<String, List<Integer>> map = new TreeMap<>(Map.of("a", List.of(1, 2), "b", List.of()));
    for (Map.Entry<String, List<Integer>> entry : map.entrySet()) {
      for (var value : entry.getValue()) {
        out.yield(entry.getKey() + await(stage(value)));
      }
    }
    List raw = List.of("r");
    for (Object o : raw) {
      out.yield(o);
    }
  }

  @AsyncGenerator
  static void B8_whileTrueEndsOnlyByClose(Yield<Integer> out) {
    int a = 0;
    int b = 1;
    while (true) {
      out.yield(a);
      int next = a + b;
      a = b;
      b = next % 1000;
    }
  }

  @AsyncGenerator
  static void B8_forEverWithFinally(Yield<Integer> out) {
    try {
      for (int i = 0; ; i++) {
        out.yield(await(stage(i)));
        if (i == 5) throw new Failure("enough");
      }
    } finally {
      log("finally");
    }
  }

  @AsyncGenerator
  static void B9_breakAndContinueInsideIfs(Yield<String> out) {
    for (int i = 0; i < 6; i++) {
      if (await(stage(i == 1))) {
        continue;
      }
      switch (i) {
        case 2:
          log("switch");
          break;
        case 3:
          if (await(stage(true))) {
            continue;
          }
          log("never");
        default:
          log("default");
      }
      if (i == 5) {
        if (await(stage(true))) break;
      }
      out.yield("turn " + i);
    }
    log("left");
  }

  @AsyncGenerator
  static void B9_nestedLoopsOfEveryKind(Yield<String> out) {
    for (String a : List.of("a", "b")) {
      int i = 0;
      while (i < 2) {
        int j = 0;
        do {
          for (int k = 0; k < 2; k++) {
            out.yield(a + i + j + k);
            if (await(stage(k == j))) continue;
            break;
          }
          j++;
        } while (j < 2);
        i++;
      }
    }
  }

  @AsyncMethod
  static long B3_tenThousandTurns() {
    long sum = 0;
    for (int i = 0; i < 10_000; i++) {
      sum += await(CompletableFuture.completedFuture(i));
      if (i % 1000 == 0) {
        await(stage(i));
      }
    }
    return sum;
  }

  @AsyncMethod
  static int H9_tenThousandStagesOfEveryTiming() {
    int sum = 0;
    int i = 0;
    while (i < 10_000) {
      sum += await(stage(i++)) % 3;
    }
    return sum;
  }

  @AsyncMethod
  static String B4_conditionThatNoTurnReaches() {
    do {
      log("once");
      break;
    } while (await(stage(false)));
    label:
    {
      do {
        if (await(stage(true))) break label;
        break label;
      } while (await(stage(false)));
    }
    do {
      return "left" + await(stage(1));
    } while (await(stage(true)));
  }

  @AsyncGenerator
  static void B5_updateThatNoTurnReaches(Yield<Object> out) {
    for (int i = 1; i < 9; i--, log(await(stage(i)))) {
      break;
    }
    for (int i = 1; i < 3; log("update", i += await(stage(1)))) {
      out.yield(i);
      if (i < 9) continue;
      break;
    }
    for (int i = 1; i < 9; i++, log(await(stage(i)))) {
      try {
        out.yield(i);
        return;
      } finally {
        log("finally", await(stage(2)));
      }
    }
  }

  @AsyncMethod
  static String C36_headsThatNeedBrackets() {
    Object words = List.of("a", "b");
    Collection<String> kept;
    String text = "";
    for (Object each : (Collection<?>) await(stage(see(words)))) {
      text += each;
    }
    for (String each : kept = await(stage(Set.of("c")))) {
      text += each;
    }
    for (String each : see(true) ? await(stage(List.of("d"))) : kept) {
      text += each + await(stage("."));
    }
    for (String each : (Iterable<String>) () -> kept.iterator()) {
      text += each + await(stage("."));
    }
    return text;
  }
}

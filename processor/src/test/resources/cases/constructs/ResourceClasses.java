package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.io.IOException;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Classes that are opened and closed. */
final class ResourceClasses {
  @AsyncResource
  static final class Transaction {
    private final String name;
    private int statements;

    Transaction(String name) {
      this.name = name;
    }

    void open() {
      log("begin", name, await(stage(1)));
    }

    void execute() {
      statements++;
    }

    void close(Throwable failure) {
      try {
        if (failure == null) log("commit", await(stage(statements)));
        else log("rollback", failure, await(stage(-1)));
      } finally {
        log("ended", name, await(stage("end")));
      }
    }
  }

  @AsyncMethod
  static int D1_D5_D6_opensAndClosesByTemplates() {
    Transaction t = using(ResourceClasses_TransactionScope.of("t"));
    t.execute();
    if (await(stage(true))) t.execute();
    return t.statements;
  }

  @AsyncMethod
  static void D5_everyJumpCloses() {
    loop:
    for (int i = 0; i < 4; i++) {
      Transaction t = using(ResourceClasses_TransactionScope.of("t" + i));
      t.execute();
      switch (i) {
        case 0:
          continue;
        case 1:
          break;
        case 2:
          continue loop;
        default:
          break loop;
      }
      log("end of turn");
    }
  }

  @AsyncGenerator
  static void D18_A24_inAGenerator(Yield<String> out) {
    Transaction t = using(ResourceClasses_TransactionScope.of("outer"));
    out.yield(t.name);
    {
      Transaction inner = using(ResourceClasses_TransactionScope.of("inner"));
      out.yield(await(stage(inner.name)));
    }
    out.yield("last");
  }

  @AsyncMethod
  static String D6_D11_closeSeesTheFailureAndReplacesIt() {
    try {
      using(ResourceClasses_ReplacingScope.of());
      throw new Failure("body");
    } catch (Failure e) {
      log("caught", e);
    }
    using(ResourceClasses_ReplacingScope.of());
    return "never";
  }

  @AsyncResource
  static final class Replacing {
    CompletionStage<?> open() {
      return stage("any value");
    }

    void close(Throwable failure) {
      await(stage(1));
      throw new Failure("from close");
    }
  }

  @AsyncMethod
  static void D11_aPlainCloseDoesNotReplaceTheFailure() {
    try {
      using(ResourceClasses_PlainScope.of(true));
      throw new Failure("body");
    } catch (Failure e) {
      log("caught", e);
    }
    using(ResourceClasses_PlainScope.of(true));
  }

  @AsyncResource
  static final class Plain {
    private final boolean fails;

    Plain(boolean fails) {
      this.fails = fails;
    }

    void open() {
      log("opened");
    }

    void close() {
      log("closing", await(stage(1)));
      if (fails) throw new Failure("from close");
    }
  }

  @AsyncMethod
  static void D12_theSameFailureStands() {
    using(ResourceClasses_RethrowingScope.of());
    await(stage(1));
    throw new Failure("body");
  }

  @AsyncResource
  static final class Rethrowing {
    void open() {}

    void close(Throwable failure) throws Throwable {
      await(stage(2));
      if (failure != null) throw failure;
    }
  }

  @AsyncMethod
  static int D7_D9_aBooleanSuppresses() {
    int x = 0;
    for (int i = 0; i < 2; i++) {
      using(ResourceClasses_SuppressingScope.of(see(i == 0)));
      x = await(stage(i + 1));
      if (i == 0) throw new Failure("suppressed");
    }
    {
      using(ResourceClasses_SuppressingStageScope.of());
      if (see(true)) throw new Failure("also suppressed");
    }
    return x;
  }

  @AsyncMethod
  static void D8_falseDoesNotSuppress() {
    using(ResourceClasses_SuppressingScope.of(false));
    throw new Failure("stands");
  }

  @AsyncResource
  static final class Suppressing {
    private final boolean suppresses;

    Suppressing(boolean suppresses) {
      this.suppresses = suppresses;
    }

    void open() {}

    boolean close(Throwable failure) {
      log("close", failure);
      return await(stage(suppresses));
    }
  }

  @AsyncResource(open = "start", close = "stop")
  static final class SuppressingStage {
    CompletableFuture<Void> start() {
      log("start");
      return stage((Void) null).toCompletableFuture();
    }

    CompletionStage<Boolean> stop(Throwable failure) {
      log("stop", failure);
      return stage(true);
    }

    /** Not the one that opens. */
    void open(int unused) {}
  }

  @AsyncMethod
  static void D2_handsOutAnotherValue() {
    String s = using(ResourceClasses_OfValueScope.of("template"));
    int n = using(ResourceClasses_OfNumberScope.of(7));
    List<String> list = using(ResourceClasses_OfStageScope.of("a", "b"));
    String none = using(ResourceClasses_OfValueScope.of(null));
    log(s, n, list);
    log(none);
  }

  @AsyncResource
  record OfValue(String value) {
    String open() {
      return await(stage(value));
    }

    CompletionStage<Object> close() {
      return stage(see((Object) ("closed " + value)));
    }
  }

  @AsyncResource
  record OfNumber(int value) {
    int open() {
      return await(stage(value)) + 1;
    }

    void close() {
      log("number closed");
    }
  }

  @AsyncResource
  static class OfStage<T> {
    private final List<T> values;

    @SafeVarargs
    OfStage(T... values) {
      this.values = List.of(values);
    }

    OfStage(Collection<? extends T> values, int times) throws IOException {
      if (times < 0) throw new IOException("negative");
      this.values = new ArrayList<>();
      for (int i = 0; i < times; i++) this.values.addAll(values);
    }

    CompletionStage<List<T>> open() {
      return stage(values);
    }

    void close(Throwable failure) {
      log("closed", await(stage(values)));
    }
  }

  @AsyncMethod
  static void D1_severalConstructorsAndWhatTheyThrow() throws IOException {
    List<Integer> twice = using(ResourceClasses_OfStageScope.of(List.of(1, 2), 2));
    log(twice);
    try {
      List<Integer> none = using(ResourceClasses_OfStageScope.of(List.of(1), -1));
      log("never", none);
    } catch (IOException e) {
      log("caught", e);
    }
  }

  @AsyncResource
  static final class Generic<K extends Comparable<K>, V> {
    private final Map<K, V> map = new TreeMap<>();
    private final K first;

    Generic(K first) {
      this.first = first;
    }

    void open() {
      V nothing = await(stage((V) null));
      map.put(first, nothing);
    }

    void put(K key, V value) {
      map.put(key, value);
    }

    void close(Throwable failure) {
      for (Map.Entry<K, V> each : map.entrySet()) log(each.getKey(), await(stage(each.getValue())));
    }
  }

  @AsyncMethod
  static void D1_genericClass() {
    Generic<String, Integer> g = using(ResourceClasses_GenericScope.<String, Integer>of("a"));
    g.put("b", 2);
  }

  @AsyncMethod
  static void D3_failureWhileOpening() {
    using(ResourceClasses_TransactionScope.of("outer"));
    try {
      using(ResourceClasses_FailingScope.of(true));
      log("never");
    } catch (Failure e) {
      log("caught", e);
    }
    using(ResourceClasses_FailingScope.of(false));
    log("never");
  }

  @AsyncResource
  static final class Failing {
    private final boolean later;

    Failing(boolean later) {
      this.later = later;
    }

    void open() {
      try {
        if (later) await(stage(1));
        throw new Failure("opening");
      } finally {
        log("its own cleanup", await(stage(2)));
      }
    }

    void close() {
      log("never closed");
    }
  }

  @AsyncMethod
  static void D13_closeOrOpenReturnsNull() {
    try {
      using(ResourceClasses_NullsScope.of(true));
      log("never");
    } catch (NullPointerException e) {
      log("caught", e);
    }
    using(ResourceClasses_NullsScope.of(false));
    throw new Failure("body");
  }

  @AsyncResource
  static final class Nulls {
    private final boolean opens;

    Nulls(boolean opens) {
      this.opens = opens;
    }

    CompletionStage<?> open() {
      return opens ? null : stage(1);
    }

    CompletionStage<?> close(Throwable failure) {
      return null;
    }
  }

  @AsyncMethod
  static void D14_D15_D16_severalAtOnce() {
    using(ResourceClasses_SuppressingScope.of(true));
    using(ResourceClasses_TransactionScope.of("middle"));
    using(ResourceClasses_PlainScope.of(true));
    using(ResourceClasses_FailingScope.of(true));
    log("never");
  }

  @AsyncMethod
  static void G21_anOpeningThatSurvivesACancel() {
    using(ResourceClasses_StubbornScope.of());
    log("used", await(stage(3)));
  }

  @AsyncResource
  static final class Stubborn {
    void open() {
      try {
        await(stage(1));
      } catch (CancellationException e) {
        log("survived", await(stage(2)));
      }
    }

    void close(Throwable failure) {
      log("close", failure, await(stage(4)));
    }
  }

  @AsyncMethod
  static void D1_privateMembersOfTheInstance() {
    Hidden h = using(ResourceClasses_HiddenScope.of());
    log(h.state);
    h.state++;
  }

  @AsyncResource
  static final class Hidden {
    private int state;

    void open() {
      state += await(stage(1));
      state += twice(state);
    }

    private int twice(int value) {
      return 2 * value;
    }

    void close() {
      log("state", state, await(stage("closed")));
    }
  }
}

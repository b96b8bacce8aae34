package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses H: what an await does with all kinds of stages. */
class AwaitTest {
  private static final int MANY = 10_000_000;

  @ParameterizedTest
  @EnumSource
  void H7_H20_theValueOfAStageMayBeNull(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);

    String value = stages.outcome(Awaiting.one(() -> stages.of("value")));
    String nothing = stages.outcome(Awaiting.one(() -> stages.of(null)));

    assertThat(value).isEqualTo("value");
    assertThat(nothing).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void H14_H15_H16_theFailureIsTheSameObjectUnwrapped(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    IOException failure = new IOException();
    StackTraceElement[] trace = failure.getStackTrace();
    CompletableFuture<Object> method =
        Awaiting.one(
            () -> stages.failed(new CompletionException(new CompletionException(failure))));

    assertThatThrownBy(() -> stages.outcome(method)).isSameAs(failure);
    assertThatThrownBy(method::join).isInstanceOf(CompletionException.class).hasCause(failure);
    AtomicReference<Throwable> seen = new AtomicReference<>();
    CompletableFuture<Object> unused = method.whenComplete((value, thrown) -> seen.set(thrown));
    assertThat(seen.get()).isSameAs(failure);
    assertThat(failure.getStackTrace()).isEqualTo(trace);
    assertThat(failure.getSuppressed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void H14_wrappersOfTheUsersAreKept(Timing timing) {
    Stages stages = new Stages(timing);
    CompletionException withoutCause = new CompletionException("no cause", null) {};
    ExecutionException execution = new ExecutionException(new IOException());

    assertThatThrownBy(() -> stages.outcome(Awaiting.one(() -> stages.failed(withoutCause))))
        .isSameAs(withoutCause);
    assertThatThrownBy(() -> stages.outcome(Awaiting.one(() -> stages.failed(execution))))
        .isSameAs(execution);
  }

  @Test
  void H18_G25_aCancelledStageIsACancellation() {
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    CompletableFuture<Object> pending = new CompletableFuture<>();
    CompletableFuture<Object> late = Awaiting.one(() -> pending);
    CompletableFuture<Object> lateDependent = Awaiting.one(() -> pending.thenApply(x -> x));
    cancelled.cancel(true);
    pending.cancel(true);

    for (CompletableFuture<Object> method :
        List.of(
            Awaiting.one(() -> cancelled),
            Awaiting.one(() -> cancelled.thenApply(x -> x)),
            late,
            lateDependent)) {
      assertThatThrownBy(() -> Stages.get(method)).isInstanceOf(CancellationException.class);
      assertThat(method).isCancelled();
    }
  }

  @Test
  void H5_aNullStageIsThrownAtTheAwait() {
    assertThatThrownBy(() -> Stages.get(Awaiting.one(() -> null)))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void H5_aStageThatThrowsWhenRegisteredWith() {
    IllegalArgumentException failure = new IllegalArgumentException();

    assertThatThrownBy(
            () ->
                Stages.get(
                    Awaiting.one(
                        () ->
                            NastyStage.of(
                                callback -> {
                                  throw failure;
                                }))))
        .isSameAs(failure);
  }

  @Test
  void H3_H5_aStageThatCallsBackAndThenThrows() throws Throwable {
    CompletableFuture<String> method =
        Awaiting.one(
            () ->
                NastyStage.of(
                    callback -> {
                      callback.accept("value", null);
                      throw new IllegalArgumentException();
                    }));

    assertThat(Stages.get(method)).isEqualTo("value");
  }

  @Test
  void H3_H6_aStageThatCallsBackInlineAndKnowsNothingElse() throws Throwable {
    CompletableFuture<String> method =
        Awaiting.one(() -> NastyStage.of(callback -> callback.accept("value", null)));

    assertThat(method).isCompletedWithValue("value");
  }

  @Test
  void H3_aStageThatCallsBackOnAnotherThreadBeforeItReturns() throws Throwable {
    for (int i = 0; i < 100; i++) {
      CompletableFuture<String> method =
          Awaiting.each(
              Collections.nCopies(
                  3,
                  () ->
                      NastyStage.of(
                          callback ->
                              CompletableFuture.runAsync(() -> callback.accept("value", null))
                                  .join())));

      assertThat(Stages.get(method)).isEqualTo("value");
    }
  }

  @Test
  void H4_aStageThatCallsBackTwice() throws Throwable {
    CompletableFuture<Object> second = new CompletableFuture<>();
    AtomicReference<BiConsumer<Object, Throwable>> kept = new AtomicReference<>();
    CompletableFuture<Object> method =
        Awaiting.each(
            List.of(
                () ->
                    NastyStage.of(
                        callback -> {
                          kept.set(callback);
                          callback.accept("first", null);
                          callback.accept("again", null);
                        }),
                () -> second.minimalCompletionStage()));

    kept.get().accept("and again", null);
    assertThat(method).isNotDone();
    second.complete("second");
    assertThat(method).isCompletedWithValue("second");
    kept.get().accept("after the end", null);
  }

  @Test
  void H4_G20_aStageThatCallsBackLateAfterACancel() {
    AtomicReference<BiConsumer<Object, Throwable>> kept = new AtomicReference<>();
    CompletableFuture<Object> method = Awaiting.one(() -> NastyStage.of(kept::set));

    assertThat(method.cancel(true)).isTrue();
    assertThat(method).isCancelled();
    kept.get().accept("late", null);
    assertThat(method).isCancelled();
  }

  @Test
  void H4_aStageThatNeverCompletesHoldsNoThread() {
    assertThat(Awaiting.one(() -> NastyStage.of(callback -> {}))).isNotDone();
  }

  @Test
  void C40_theSameStageTwiceAndOutOfOrder() throws Throwable {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> other = new CompletableFuture<>();
    CompletableFuture<String> method =
        Awaiting.each(List.of(() -> one, () -> one, () -> other, () -> one));

    other.complete("other");
    assertThat(method).isNotDone();
    one.complete("one");
    assertThat(method).isCompletedWithValue("one");
  }

  @Test
  void H9_tenMillionCompletedAwaitsInConstantStack() throws Throwable {
    CompletionStage<String> done = CompletableFuture.completedFuture("done");

    Awaiting.Source<String> source = () -> done;

    String last = Stages.get(Awaiting.each(Collections.nCopies(MANY, source)));

    assertThat(last).isEqualTo("done");
  }

  @Test
  void H9_manyStagesThatCallBackInlineInConstantStack() throws Throwable {
    CompletionStage<String> done = CompletableFuture.completedStage("done");

    Awaiting.Source<String> source = () -> done;

    String last = Stages.get(Awaiting.each(Collections.nCopies(MANY / 10, source)));

    assertThat(last).isEqualTo("done");
  }

  @Test
  void H10_manyMethodsThatAwaitEachOther() throws Throwable {
    CompletableFuture<String> innermost = new CompletableFuture<>();
    CompletableFuture<String> method = innermost;
    for (int i = 0; i < 100_000; i++) {
      CompletableFuture<String> inner = method;
      method = Awaiting.one(() -> inner);
    }

    innermost.complete("value");

    assertThat(method).isCompletedWithValue("value");
  }

  @Test
  void H16_manyBodiesMayAwaitOneMethod() throws Throwable {
    CompletableFuture<String> innermost = new CompletableFuture<>();
    CompletableFuture<String> shared = Awaiting.one(() -> innermost);
    List<CompletableFuture<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiting.add(Awaiting.each(List.of(() -> shared, () -> shared)));
    }

    innermost.complete("value");

    for (CompletableFuture<String> method : waiting) {
      assertThat(method).isCompletedWithValue("value");
    }
  }

  @Test
  void H11_theBodyResumesOnTheCompletingThread() throws Throwable {
    Stages stages = new Stages(Timing.ELSEWHERE);
    CompletableFuture<String> thread =
        Awaiting.each(
            List.of(
                () -> stages.of("ignored"),
                () -> CompletableFuture.completedFuture(Thread.currentThread().getName())));

    assertThat(Stages.get(thread)).isIn("elsewhere", Thread.currentThread().getName());
  }
}

package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses A.3: closing. */
@SuppressWarnings("ReleaseOnSuccessOnly") // nothing fails here
class GeneratorCloseTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();

  @Test
  void A20_closeBeforeStartRunsNothing() throws Throwable {
    AsyncIterator<Integer> numbers = Numbers.of(new Stages(Timing.DONE), trace, 3).iterator();

    Stages.get(numbers.closeAsync());
    assertThat(Stages.get(numbers.advance())).isFalse();
    assertThat(trace).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void A21_A23_closeAtYieldIsAReturn(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 3).iterator();
    stages.outcome(numbers.advance());

    stages.outcome(numbers.closeAsync());

    assertThat(trace).containsExactly("start", "closed");
    assertThat(stages.outcome(numbers.advance())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void A22_finallyBlocksRunInnermostFirst(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> relay =
        Relay.of(Relay.of(Numbers.of(stages, trace, 3), trace), trace).iterator();
    stages.outcome(relay.advance());

    stages.outcome(relay.closeAsync());

    assertThat(trace).containsExactly("start", "closed", "relay closed", "relay closed");
  }

  @Test
  void A25_aFailingFinallyFailsTheClose() throws Throwable {
    IllegalArgumentException failure = new IllegalArgumentException();
    AsyncIterator<Integer> iterator =
        ending(
            () -> {
              throw failure;
            });
    Stages.get(iterator.advance());

    assertThatThrownBy(() -> Stages.get(iterator.closeAsync())).isSameAs(failure);
    assertThat(Stages.get(iterator.advance())).isFalse();
    Stages.get(iterator.closeAsync());
  }

  @Test
  void A26_A27_aFinallyMayCancelTheClose() throws Throwable {
    AsyncIterator<Integer> iterator =
        Generators.<Integer>cold(
                () ->
                    new GeneratorMachine<>() {
                      private int turn;

                      @Override
                      @SuppressWarnings({
                        "finally",
                        "RedundantControlFlow"
                      }) // It cancels the return.
                      public @Nullable Object resume() {
                        int at = resumed();
                        for (; turn < 3; turn++) {
                          try {
                            if (at == 0 && turn == 0) {
                              return yieldAt(1, turn);
                            }
                            if (at == 1 && closing()) {
                              return END;
                            }
                          } finally {
                            if (running()) {
                              trace.add("turn " + turn);
                              at = 0;
                              continue;
                            }
                          }
                        }
                        trace.add("ended");
                        return END;
                      }
                    })
            .iterator();
    Stages.get(iterator.advance());

    Stages.get(iterator.closeAsync());

    assertThat(trace).containsExactly("turn 0", "turn 1", "turn 2", "ended");
  }

  @Test
  void A28_aYieldWhileClosingIsRefusedAndTheOuterFinallyRuns() throws Throwable {
    AsyncIterator<Integer> iterator =
        Generators.<Integer>cold(
                () ->
                    new GeneratorMachine<>() {
                      @Override
                      public @Nullable Object resume() {
                        int at = resumed();
                        try {
                          if (at == 0) {
                            return yieldAt(1, 1);
                          }
                          if (at == 1 && closing()) {
                            return yieldAt(2, 2); // finally { yield(2); }
                          }
                          if (at == 2 && closing()) {
                            return END;
                          }
                          trace.add("not to be reached");
                          return END;
                        } finally {
                          if (running()) {
                            trace.add("outer finally");
                          }
                        }
                      }
                    })
            .iterator();
    Stages.get(iterator.advance());

    assertThatThrownBy(() -> Stages.get(iterator.closeAsync()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(trace).containsExactly("outer finally");
    assertThat(Stages.get(iterator.advance())).isFalse();
    Stages.get(iterator.closeAsync());
  }

  @Test
  void A28_aBodyThatYieldsForEverIsGivenUp() throws Throwable {
    AsyncIterator<Integer> iterator =
        Generators.<Integer>cold(
                () ->
                    new GeneratorMachine<>() {
                      @Override
                      public @Nullable Object resume() {
                        resumed();
                        closing();
                        return yieldAt(1, 1);
                      }

                      @Override
                      protected void forget() {
                        trace.add("forgotten");
                      }
                    })
            .iterator();
    Stages.get(iterator.advance());

    assertThatThrownBy(() -> Stages.get(iterator.closeAsync()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(trace).containsExactly("forgotten");
    assertThat(Stages.get(iterator.advance())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void A29_closeTwiceAndAfterTheEndRunsNothing(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 0).iterator();
    stages.outcome(numbers.advance());

    stages.outcome(numbers.closeAsync());
    stages.outcome(numbers.closeAsync());

    assertThat(trace).containsExactly("start", "closed");
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void A30_A33_concurrentRequestsWaitForTheUnwinding(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 3).iterator();
    stages.outcome(numbers.advance());

    CompletableFuture<?> one = numbers.closeAsync().toCompletableFuture();
    CompletableFuture<?> other = numbers.closeAsync().toCompletableFuture();
    CompletableFuture<Boolean> advance = numbers.advance().toCompletableFuture();

    assertThat(one).isNotDone();
    assertThat(other).isNotDone();
    assertThat(advance).isNotDone();
    stages.outcome(one);
    assertThat(other).isCompleted();
    assertThat(advance).isCompletedWithValue(false);
    assertThat(trace).containsExactly("start", "closed");
  }

  @Test
  void A30_theOutcomeOfAFailingUnwindingIsShared() throws Throwable {
    CompletableFuture<Object> cleanup = new CompletableFuture<>();
    AsyncIterator<Integer> iterator = ending(() -> cleanup);
    Stages.get(iterator.advance());
    CompletionStage<?> one = iterator.closeAsync();
    CompletionStage<?> other = iterator.closeAsync();
    IllegalArgumentException failure = new IllegalArgumentException();

    cleanup.completeExceptionally(failure);

    assertThatThrownBy(() -> Stages.get(one)).isSameAs(failure);
    assertThatThrownBy(() -> Stages.get(other)).isSameAs(failure);
    Stages.get(iterator.closeAsync());
  }

  @Test
  void A31_closeWhileAwaitingCancelsAndReturns() throws Throwable {
    CompletableFuture<Integer> awaited = new CompletableFuture<>();
    CompletableFuture<Object> cleanup = new CompletableFuture<>();
    AsyncIterator<Integer> iterator = awaitingThenEnding(awaited, () -> cleanup);
    CompletableFuture<Boolean> advance = iterator.advance().toCompletableFuture();

    CompletableFuture<?> close = iterator.closeAsync().toCompletableFuture();

    assertThat(awaited).isCancelled();
    assertThat(trace).containsExactly("finally");
    assertThat(close).isNotDone();
    assertThat(advance).isNotDone();
    cleanup.complete(null);
    assertThat(close).isCompletedWithValue(null);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
    assertThat(Stages.get(iterator.advance())).isFalse();
  }

  @Test
  void A31_aStageThatCannotBeCancelledDoesNotHoldUpTheClose() throws Throwable {
    CompletableFuture<Integer> awaited = new CompletableFuture<>();
    AsyncIterator<Integer> iterator =
        awaitingThenEnding(
            awaited.minimalCompletionStage(), () -> CompletableFuture.completedFuture(null));
    CompletionStage<Boolean> advance = iterator.advance();

    Stages.get(iterator.closeAsync());
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);

    awaited.complete(1); // late: nobody waits
    assertThat(trace).containsExactly("finally");
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void A31_throughNestedGenerators(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> relay =
        Relay.of(Relay.of(Numbers.of(stages, trace, 3), trace), trace).iterator();
    CompletionStage<Boolean> advance = relay.advance();

    CompletionStage<?> close = relay.closeAsync();

    stages.outcome(close);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
    assertThat(trace).containsExactly("start", "closed", "relay closed", "relay closed");
  }

  @Test
  void A32_closeWhileRunningElsewhereActsAtTheNextYield() throws Throwable {
    CountDownLatch inBody = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AsyncIterator<Integer> iterator =
        Generators.<Integer>cold(
                () ->
                    new GeneratorMachine<>() {
                      @Override
                      public @Nullable Object resume() throws Throwable {
                        int at = resumed();
                        if (at == 0) {
                          inBody.countDown();
                          closed.await();
                          return yieldAt(1, 7);
                        }
                        trace.add("closing " + closing());
                        return END;
                      }
                    })
            .iterator();
    CompletableFuture<Integer> consumed =
        CompletableFuture.supplyAsync(
            () -> iterator.advance().toCompletableFuture().join() ? iterator.current() : -1);
    inBody.await();

    CompletableFuture<?> close = iterator.closeAsync().toCompletableFuture();
    assertThat(close).isNotDone();
    closed.countDown();

    Stages.get(close);
    assertThat(Stages.get(consumed)).isEqualTo(7);
    assertThat(trace).containsExactly("closing true");
  }

  @Test
  void A32_closeWhileRunningElsewhereActsAtTheNextAwait() throws Throwable {
    CountDownLatch inBody = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<Integer> awaited = new CompletableFuture<>();
    AsyncIterator<Integer> iterator =
        Generators.<Integer>cold(
                () ->
                    new GeneratorMachine<>() {
                      @Override
                      public @Nullable Object resume() throws Throwable {
                        int at = resumed();
                        if (at == 0) {
                          inBody.countDown();
                          closed.await();
                          if (pending(awaited)) {
                            return suspendAt(1);
                          }
                        }
                        trace.add("closing " + closing());
                        return END;
                      }
                    })
            .iterator();
    CompletableFuture<CompletionStage<Boolean>> advance =
        CompletableFuture.supplyAsync(iterator::advance);
    inBody.await();

    CompletionStage<?> close = iterator.closeAsync();
    closed.countDown();

    Stages.get(close);
    assertThatThrownBy(() -> Stages.get(Stages.get(advance)))
        .isInstanceOf(CancellationException.class);
    assertThat(awaited).isCancelled();
    assertThat(trace).containsExactly("closing true");
  }

  @Test
  void A35_anExceptionUnderWayIsDeliveredOnce() throws Throwable {
    CompletableFuture<Integer> awaited = new CompletableFuture<>();
    CompletableFuture<Object> cleanup = new CompletableFuture<>();
    AsyncIterator<Integer> iterator = awaitingThenEnding(awaited, () -> cleanup);
    CompletionStage<Boolean> advance = iterator.advance();
    IllegalArgumentException failure = new IllegalArgumentException();
    awaited.completeExceptionally(failure);

    CompletableFuture<?> close = iterator.closeAsync().toCompletableFuture();
    assertThat(close).isNotDone();
    assertThat(cleanup).isNotDone();
    cleanup.complete(null);

    assertThatThrownBy(() -> Stages.get(advance)).isSameAs(failure);
    assertThat(close).isCompletedWithValue(null);
  }

  @Test
  void A36_aFinallyThatFailsAfterAnInterruptedAwaitFailsTheClose() throws Throwable {
    IllegalArgumentException failure = new IllegalArgumentException();
    AsyncIterator<Integer> iterator =
        awaitingThenEnding(
            new CompletableFuture<>(), () -> CompletableFuture.failedFuture(failure));
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<?> close = iterator.closeAsync();

    assertThatThrownBy(() -> Stages.get(close)).isSameAs(failure);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
  }

  @Test
  @SuppressWarnings("IgnoredStage") // the stage before it is what is looked at
  void H22_aCallbackMayCloseAndMayThrow() throws Throwable {
    Stages stages = new Stages(Timing.LATER);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 3).iterator();
    CompletionStage<Boolean> advance = numbers.advance();
    CompletableFuture<Void> closed =
        advance.thenCompose(more -> numbers.closeAsync()).toCompletableFuture();
    advance.thenRun(
        () -> {
          throw new IllegalArgumentException("the user's own");
        });

    stages.outcome(closed);

    assertThat(trace).containsExactly("start", "closed");
  }

  interface Cleanup {
    CompletionStage<Object> get() throws Throwable;
  }

  /** {@code try { yield(1); } finally { await(cleanup.get()); }}. */
  private AsyncIterator<Integer> ending(Cleanup cleanup) {
    return awaitingThenEnding(CompletableFuture.completedFuture(1), cleanup);
  }

  /** {@code try { yield(await(stage)); } finally { trace("finally"); await(cleanup.get()); }}. */
  private AsyncIterator<Integer> awaitingThenEnding(
      CompletionStage<Integer> stage, Cleanup cleanup) {
    return Generators.<Integer>cold(
            () ->
                new GeneratorMachine<>() {
                  private Throwable failure;

                  @Override
                  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
                  public @Nullable Object resume() throws Throwable {
                    int at = resumed();
                    leave:
                    if (at <= 2) {
                      try {
                        if (at <= 1) {
                          if (at == 0 && pending(stage)) {
                            return suspendAt(1);
                          }
                          if (at == 1 && closing()) {
                            break leave;
                          }
                          return yieldAt(2, (Integer) taken());
                        }
                        if (closing()) {
                          break leave;
                        }
                      } catch (Throwable t) {
                        failure = t;
                      }
                    }
                    if (at != 3) {
                      trace.add("finally");
                      if (pendingRelease(cleanup.get())) {
                        return suspendAt(3);
                      }
                    }
                    taken();
                    if (failure != null) {
                      throw failure;
                    }
                    return END;
                  }
                })
        .iterator();
  }
}

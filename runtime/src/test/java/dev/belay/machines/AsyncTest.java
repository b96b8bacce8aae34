package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncScope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Async} offers: intrinsics that were not compiled, and clauses G. */
@SuppressWarnings("SuspensionOutsideBody") // that it fails is what is tested
class AsyncTest {
  private static final Duration EVER = Duration.ofDays(400L * 365);

  @Test
  void B48_intrinsicsSayWhatToDo() {
    CompletionStage<String> stage = CompletableFuture.completedFuture("");
    List<Runnable> calls =
        List.of(
            () -> Async.await(stage),
            () -> Async.await(stage, RuntimeException.class),
            () -> Async.each(AsyncIterable.empty()),
            () -> Async.using(AsyncScope.of(() -> stage, s -> stage)));
    for (Runnable call : calls) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("belay-processor")
          .hasMessageContaining("companion");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DONE", "DONE_FOREIGN", "ELSEWHERE"})
  void H17_runReturnsOrThrowsWhatTheWorkDid(Timing timing) {
    Stages stages = new Stages(timing);
    IOException failure = new IOException();

    assertThat(Async.<String>run(() -> stages.of("value"))).isEqualTo("value");
    assertThatThrownBy(() -> Async.<String>run(() -> stages.failed(failure))).isSameAs(failure);
    assertThatThrownBy(
            () ->
                Async.<String>run(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void H23_anInterruptedRunCancelsAndKeepsTheInterrupt() {
    CompletableFuture<String> work = new CompletableFuture<>();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Async.run(() -> work)).isInstanceOf(CancellationException.class);

    assertThat(work).isCancelled();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void G38_sleep() throws Throwable {
    CompletableFuture<Void> nap = Async.sleep(Duration.ofNanos(1));
    CompletableFuture<Void> none = Async.sleep(Duration.ofSeconds(-1));
    CompletableFuture<Void> ever = Async.sleep(EVER);

    Stages.get(nap);
    Stages.get(none);
    assertThat(ever.complete(null)).isFalse();
    assertThat(ever.cancel(true)).isTrue();
    assertThat(ever).isCancelled();
    assertThat(ever.cancel(true)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void G1_gatherInOrder(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);

    List<String> list =
        stages.outcome(Async.gather(stages.of("a"), stages.of((String) null), stages.of("c")));

    assertThat(list).containsExactly("a", null, "c");
  }

  @Test
  void G2_gatherOfNothingAndOfTheSameTwice() {
    CompletableFuture<String> one = CompletableFuture.completedFuture("one");

    assertThat(Async.gather(List.<CompletableFuture<String>>of())).isCompletedWithValue(List.of());
    assertThat(Async.gather(one, one)).isCompletedWithValue(List.of("one", "one"));
  }

  @Test
  void G3_G4_G6_theFirstFailureWinsAndTheOthersGoOn() {
    CompletableFuture<String> one = new CompletableFuture<>();
    CompletableFuture<String> other = new CompletableFuture<>();
    CompletableFuture<List<String>> gather =
        Async.gather(one, other.thenApply(x -> x), new CompletableFuture<>());
    IOException failure = new IOException();

    other.completeExceptionally(failure);

    assertThatThrownBy(() -> Stages.get(gather)).isSameAs(failure);
    assertThat(one).isNotDone();
    CompletableFuture<List<String>> cancelled = Async.gather(List.of(one));
    one.cancel(true);
    assertThatThrownBy(() -> Stages.get(cancelled)).isInstanceOf(CancellationException.class);
  }

  @Test
  void G5_cancellingCancelsAllAndWaitsForOurOwn() {
    CompletableFuture<String> released = new CompletableFuture<>();
    CompletableFuture<String> own =
        AsyncScope.of(() -> CompletableFuture.completedFuture(""), s -> released)
            .use(s -> new CompletableFuture<>());
    CompletableFuture<String> foreign = new CompletableFuture<>();
    CompletionStage<String> deaf = new CompletableFuture<String>().minimalCompletionStage();
    CompletableFuture<List<String>> gather = Async.gather(own, foreign, deaf);

    assertThat(gather.cancel(true)).isTrue();

    assertThat(foreign).isCancelled();
    assertThat(gather).isNotDone();
    released.complete("");
    assertThat(own).isCancelled();
    assertThat(gather).isCancelled();
    assertThat(gather.cancel(true)).isFalse();
  }

  @Test
  void G8_aNullStage() {
    List<CompletionStage<String>> stages = new ArrayList<>();
    stages.add(null);

    assertThatThrownBy(() -> Async.gather(stages)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void G27_shield() throws Throwable {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletableFuture<String> shielded = Awaiting.one(() -> Async.shield(work));

    assertThat(shielded.cancel(true)).isTrue();
    assertThat(shielded).isCancelled();
    assertThat(work).isNotDone();

    CompletableFuture<String> passing = Awaiting.one(() -> Async.shield(work));
    work.complete("value");
    assertThat(passing).isCompletedWithValue("value");
    assertThat(Async.shield(work)).isCompletedWithValue("value");
    IOException failure = new IOException();
    assertThatThrownBy(() -> Stages.get(Async.shield(CompletableFuture.failedFuture(failure))))
        .isSameAs(failure);
  }

  @Test
  void G29_theDeadlineCancelsAndWaitsForTheCleanup() throws Throwable {
    CompletableFuture<String> inBody = new CompletableFuture<>();
    CompletableFuture<String> released = new CompletableFuture<>();
    CompletableFuture<String> timeout =
        Async.timeout(
            Duration.ofMillis(1),
            () ->
                AsyncScope.of(() -> CompletableFuture.completedFuture(""), s -> released)
                    .use(s -> inBody));

    assertThatThrownBy(() -> Stages.get(inBody)).isInstanceOf(CancellationException.class);
    assertThat(timeout).isNotDone();
    released.complete("");
    assertThatThrownBy(() -> Stages.get(timeout))
        .isInstanceOf(TimeoutException.class)
        .hasCauseInstanceOf(CancellationException.class);
  }

  @Test
  void G29_aStageThatCannotBeCancelledIsGivenUp() {
    CompletionStage<String> deaf = new CompletableFuture<String>().minimalCompletionStage();

    assertThatThrownBy(() -> Stages.get(Async.timeout(Duration.ofMillis(1), () -> deaf)))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void G30_G31_G34_workThatEndsInTime() throws Throwable {
    IOException failure = new IOException();
    for (Duration limit : new Duration[] {EVER, null, Duration.ZERO, Duration.ofSeconds(-1)}) {
      String value =
          Stages.get(Async.timeout(limit, () -> CompletableFuture.completedFuture("value")));
      assertThat(value).isEqualTo("value");
      assertThatThrownBy(
              () -> Stages.get(Async.timeout(limit, () -> CompletableFuture.failedFuture(failure))))
          .isSameAs(failure);
    }
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletableFuture<String> timeout = Async.timeout(EVER, () -> work);
    work.complete("value");
    assertThat(timeout).isCompletedWithValue("value");
  }

  @Test
  void G32_aCancelFromOutsideStaysACancel() {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletableFuture<String> timeout = Async.timeout(EVER, () -> work);

    assertThat(timeout.cancel(true)).isTrue();

    assertThat(work).isCancelled();
    assertThat(timeout).isCancelled();
  }

  @Test
  void G33_theInnerDeadlinePasses() {
    AtomicReference<CompletableFuture<String>> inner = new AtomicReference<>();
    CompletableFuture<String> outer =
        Async.timeout(
            EVER,
            () -> {
              inner.set(Async.timeout(Duration.ofMillis(1), CompletableFuture::new));
              return inner.get();
            });

    Throwable reported = catchThrowable(() -> Stages.get(outer));

    assertThat(reported).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> Stages.get(inner.get())).isSameAs(reported);
  }

  @Test
  void G33_theOuterDeadlinePasses() {
    AtomicReference<CompletableFuture<String>> inner = new AtomicReference<>();
    CompletableFuture<String> outer =
        Async.timeout(
            Duration.ofMillis(1),
            () -> {
              inner.set(Async.timeout(EVER, CompletableFuture::new));
              return inner.get();
            });

    assertThatThrownBy(() -> Stages.get(outer)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> Stages.get(inner.get())).isInstanceOf(CancellationException.class);
  }

  @Test
  void G37_whatIsAroundATimeoutRunsOn() throws Throwable {
    CompletableFuture<String> outer =
        Async.timeout(
            EVER,
            () ->
                Async.timeout(Duration.ofMillis(1), CompletableFuture<String>::new)
                    .handle((value, late) -> late instanceof TimeoutException ? "after" : value));

    assertThat(Stages.get(outer)).isEqualTo("after");
  }

  @Test
  void G36_aResultInSpiteOfTheDeadline() throws Throwable {
    CompletableFuture<Object> released = new CompletableFuture<>();
    CompletableFuture<String> work =
        AsyncScope.of(() -> CompletableFuture.completedFuture(""), s -> released)
            .use(s -> CompletableFuture.completedFuture("value"));
    CompletableFuture<String> timeout = Async.timeout(Duration.ZERO, () -> work);

    assertThat(timeout).isNotDone();
    released.complete(null);
    assertThat(timeout).isCompletedWithValue("value");
  }

  @Test
  void H11_resumeOnMovesTheBody() throws Throwable {
    ExecutorService loop = Executors.newSingleThreadExecutor(task -> new Thread(task, "loop"));
    try {
      for (int i = 0; i < 1_000; i++) {
        CompletableFuture<String> thread =
            Awaiting.each(
                List.<Awaiting.Source<String>>of(
                    () -> Async.resumeOn(loop).thenApply(x -> "").toCompletableFuture(),
                    () -> hop(loop),
                    () -> CompletableFuture.completedFuture(Thread.currentThread().getName())));
        assertThat(Stages.get(thread)).isEqualTo("loop");
      }
    } finally {
      loop.shutdown();
    }
  }

  @SuppressWarnings("unchecked") // Its value is null.
  private static CompletionStage<String> hop(Executor executor) {
    return (CompletionStage<String>) Async.resumeOn(executor);
  }

  @Test
  void H11_anExecutorThatRefusesFailsTheAwait() {
    RejectedExecutionException rejection = new RejectedExecutionException();

    assertThatThrownBy(
            () ->
                Stages.get(
                    Awaiting.one(
                        () ->
                            hop(
                                task -> {
                                  throw rejection;
                                }))))
        .isSameAs(rejection);
    assertThat(Awaiting.one(() -> hop(Runnable::run))).isCompletedWithValue(null);
  }
}

package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncCloseable;
import dev.belay.AsyncFunction;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.AsyncSupplier;
import dev.belay.Opened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Clauses H4 to H6: stages that keep to nothing, and arguments that should not be. */
// Calls that throw.
@SuppressWarnings({"FutureReturnValueIgnored", "IgnoredStage", "SequenceNeverIterated"})
class RobustnessTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final IllegalStateException thrown = new IllegalStateException("whenComplete");
  private final List<BiConsumer<Object, Throwable>> callbacks = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();

  /**
   * Everything that takes a stage and gives one with the same outcome, whatever it does between.
   */
  private List<Function<CompletionStage<String>, CompletableFuture<String>>> takers() {
    return List.of(
        Async::shield,
        stage -> Async.timeout(LONG, () -> stage),
        stage -> Async.timeout(null, () -> stage),
        stage -> Async.<String>gather(stage).thenApply(list -> list.get(0)),
        stage -> Awaiting.one(() -> stage),
        stage -> AsyncScope.ofValue("").use(x -> stage),
        stage -> AsyncScope.of(() -> stage, x -> done("")).use(CompletableFuture::completedFuture),
        stage -> AsyncScope.ofValue("").both(opening(stage), (a, b) -> b).use(x -> done(x)),
        stage -> AsyncStack.scope().use(stack -> stack.enter(opening(stage))));
  }

  private static AsyncScope<String> opening(CompletionStage<String> stage) {
    return AsyncScope.of(() -> stage, x -> done(""));
  }

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private static Throwable failure(CompletableFuture<?> future) {
    assertThat(future).isDone();
    Throwable failure = future.handle((value, fails) -> fails).join();
    return failure instanceof java.util.concurrent.CompletionException
        ? failure.getCause()
        : failure;
  }

  @Test
  void H5_whenCompleteThrows() {
    for (Function<CompletionStage<String>, CompletableFuture<String>> taker : takers()) {
      CompletableFuture<String> future =
          taker.apply(
              NastyStage.of(
                  callback -> {
                    throw thrown;
                  }));

      assertThat(failure(future)).isSameAs(thrown);
    }
  }

  @Test
  void H5_aTimeoutCancelsWhatItCannotWatch() {
    CompletableFuture<String> work =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw thrown;
          }
        };

    assertThat(failure(Async.timeout(Duration.ofDays(1), () -> work))).isSameAs(thrown);
    assertThat(work).isCancelled();
  }

  @Test
  void H4_H6_aStageThatCallsBackTwiceAndKnowsNothingElse() {
    for (Function<CompletionStage<String>, CompletableFuture<String>> taker : takers()) {
      CompletableFuture<String> atOnce =
          taker.apply(
              NastyStage.of(
                  callback -> {
                    callback.accept("first", null);
                    callback.accept(null, new AssertionError());
                    callback.accept("third", null);
                  }));
      assertThat(atOnce).isCompletedWithValue("first");

      callbacks.clear();
      CompletableFuture<String> later = taker.apply(NastyStage.of(callbacks::add));
      assertThat(later).isNotDone();
      callbacks.get(0).accept("first", null);
      callbacks.get(0).accept(null, new AssertionError());
      assertThat(later).isCompletedWithValue("first");
    }
  }

  @Test
  void H4_G20_aStageThatNeverCompletesIsGivenUpWhenCancelledAndMayCallBackLate() {
    for (Function<CompletionStage<String>, CompletableFuture<String>> taker : takers()) {
      callbacks.clear();
      CompletableFuture<String> future = taker.apply(NastyStage.of(callbacks::add));

      assertThat(future.cancel(true)).isTrue();

      assertThat(failure(future)).isInstanceOf(CancellationException.class);
      for (BiConsumer<Object, Throwable> callback : callbacks) {
        callback.accept("late", null);
      }
      assertThat(failure(future)).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void G29_H4_aStageThatNeverCompletesTimesOut() {
    CompletableFuture<String> timeout =
        Async.timeout(Duration.ZERO, () -> NastyStage.of(callbacks::add));

    assertThat(failure(timeout)).isInstanceOf(TimeoutException.class);
    callbacks.get(0).accept("late", null);
    assertThat(failure(timeout)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void H23_H4_anInterruptedRunGivesUpAStageThatNeverCompletes() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Async.run(() -> NastyStage.of(callbacks::add)))
        .isInstanceOf(CancellationException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThatThrownBy(
            () ->
                Async.run(
                    () ->
                        NastyStage.of(
                            callback -> {
                              throw thrown;
                            })))
        .isSameAs(thrown);
  }

  @Test
  void H5_nullStages() {
    List<AsyncSupplier<String>> takers =
        List.of(
            () -> Async.timeout(LONG, () -> null),
            () -> Awaiting.one(() -> null),
            () -> AsyncScope.ofValue("").use(x -> null),
            () -> AsyncScope.<String>of(() -> null, x -> done("")).use(x -> done("never")),
            () -> AsyncScope.of(() -> done(""), x -> null).use(x -> done("value")),
            () -> ((AsyncScope<String>) () -> null).use(x -> done("never")),
            () -> ((AsyncScope<String>) () -> done(null)).use(x -> done("never")));

    for (AsyncSupplier<String> taker : takers) {
      assertThatThrownBy(() -> Stages.get(taker.get())).isInstanceOf(NullPointerException.class);
    }
    assertThatThrownBy(() -> Async.run(() -> null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void D4_G8_nullArgumentsAreRefusedAtOnce() {
    AsyncSupplier<AsyncCloseable> none = () -> null;
    AsyncFunction<Object, Object> nothing = x -> null;
    List<Runnable> calls =
        List.of(
            () -> Async.shield(null),
            () -> Async.timeout(LONG, null),
            () -> Async.sleep(null),
            () -> Async.resumeOn(null),
            () -> Async.run(null),
            () -> Async.gather((List<CompletionStage<String>>) null),
            () -> AsyncScope.of(null, nothing),
            () -> AsyncScope.of(none, null),
            () -> AsyncScope.ofCloseable(null),
            () -> AsyncScope.blocking(null, () -> (AutoCloseable) () -> {}),
            () -> AsyncScope.blocking(Runnable::run, null));

    for (Runnable call : calls) {
      assertThatThrownBy(call::run).isInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void D1_closingTwiceReleasesOnceAndSharesTheOutcome() throws Throwable {
    CompletableFuture<String> release = new CompletableFuture<>();
    Opened<String> opened =
        Stages.get(
            AsyncScope.of(
                    () -> done("value"),
                    x -> {
                      trace.add("released");
                      return release;
                    })
                .open());

    CompletionStage<Boolean> first = opened.close(null);
    CompletionStage<Boolean> second = opened.close(new AssertionError("ignored"));
    assertThat(first.toCompletableFuture()).isNotDone();
    release.completeExceptionally(thrown);

    for (CompletionStage<Boolean> close : List.of(first, second, opened.close(null))) {
      assertThatThrownBy(() -> Stages.get(close)).isSameAs(thrown);
    }
    assertThat(trace).containsExactly("released");
    assertThatThrownBy(opened::value)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("released");
  }

  @Test
  void G3_G5_afterTheFirstFailureNothingIsCancelled() {
    CompletableFuture<String> late = new CompletableFuture<>();
    CompletableFuture<List<String>> gather =
        Async.gather(late, NastyStage.<String>of(callback -> callback.accept(null, thrown)));

    assertThat(failure(gather)).isSameAs(thrown);
    assertThat(gather.cancel(true)).isFalse();
    assertThat(late).isNotDone();
  }
}

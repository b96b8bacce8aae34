package dev.belay.machines;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Makes the stages that a test's bodies await, and completes them as its {@link Timing} says. */
final class Stages {
  private static final ExecutorService ELSEWHERE =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "elsewhere");
            thread.setDaemon(true);
            return thread;
          });

  private final Timing timing;
  private final Queue<Runnable> later = new ArrayDeque<>();

  Stages(Timing timing) {
    this.timing = timing;
  }

  <T> CompletionStage<T> of(T value) {
    CompletableFuture<T> future = new CompletableFuture<>();
    return completing(future, () -> future.complete(value));
  }

  <T> CompletionStage<T> failed(Throwable failure) {
    CompletableFuture<T> future = new CompletableFuture<>();
    return completing(future, () -> future.completeExceptionally(failure));
  }

  private <T> CompletionStage<T> completing(CompletableFuture<T> future, Runnable completion) {
    switch (timing) {
      case DONE, DONE_FOREIGN -> completion.run();
      case LATER, LATER_FOREIGN -> later.add(completion);
      case ELSEWHERE -> ELSEWHERE.execute(completion);
    }
    return switch (timing) {
      case DONE, LATER, ELSEWHERE -> future;
      case DONE_FOREIGN, LATER_FOREIGN -> future.minimalCompletionStage();
    };
  }

  /** Completes what is to be completed later, until the stage is complete. */
  <T> T outcome(CompletionStage<T> stage) throws Throwable {
    CompletableFuture<T> future = stage.toCompletableFuture();
    while (!future.isDone() && !later.isEmpty()) {
      later.remove().run();
    }
    return get(future);
  }

  /** The outcome of a stage that is complete or will be completed by another thread. */
  static <T> T get(CompletionStage<T> stage) throws Throwable {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    // Not what get() throws: newer JDKs wrap a cancellation there.
    CompletableFuture<T> observed =
        stage
            .handle(
                (value, failure) -> {
                  thrown.set(failure);
                  return value;
                })
            .toCompletableFuture();
    T value;
    try {
      value = observed.get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the stage never completed", e);
    }
    if (thrown.get() != null) {
      throw thrown.get();
    }
    return value;
  }
}

package dev.belay.processor.realcode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What awaits in real code wait for. */
public final class Stages {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final ExecutorService ELSEWHERE =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "elsewhere");
            thread.setDaemon(true);
            return thread;
          });

  private Stages() {}

  /** A stage that is complete, or, one in four, completes on another thread. */
  public static <T> CompletionStage<T> stage(T value) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    if (MADE.incrementAndGet() % 4 == 0) {
      ELSEWHERE.execute(() -> stage.complete(value));
    } else {
      stage.complete(value);
    }
    return stage;
  }
}

package dev.belay.samples;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A loop on a thread of its own. */
final class ScheduledLoop implements Loop, AutoCloseable {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  @Override
  public CompletionStage<?> sleep(Duration time) {
    CompletableFuture<Object> awake = new CompletableFuture<>();
    Future<?> timer =
        thread.schedule(() -> awake.complete(time), time.toNanos(), TimeUnit.NANOSECONDS);
    return awake.whenComplete((value, failure) -> timer.cancel(false));
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}

package dev.belay.internal;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pause (G38). */
public final class Sleep extends Promise<@Nullable Void> {
  private final CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();

  private Sleep() {}

  /**
   * Starts a pause.
   *
   * @param time how long
   * @return as {@link dev.belay.Async#sleep}
   */
  public static CompletableFuture<@Nullable Void> of(Duration time) {
    Sleep sleep = new Sleep();
    // The JDK's timer thread only hands over: user code must not hold up other timers.
    CompletableFuture<@Nullable Void> unusedHandover =
        sleep.timer.thenRunAsync(() -> sleep.succeed(null));
    CompletableFuture<@Nullable Void> unusedTimer =
        sleep.timer.completeOnTimeout(null, nanos(time), TimeUnit.NANOSECONDS);
    return sleep;
  }

  private static long nanos(Duration time) {
    try {
      return Math.max(0, time.toNanos());
    } catch (ArithmeticException e) {
      return time.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    // The JDK takes a timer out of its queue when the future that it would complete is complete.
    return timer.cancel(false) && fail(new CancellationException());
  }
}

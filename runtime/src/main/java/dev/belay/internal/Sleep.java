package dev.belay.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A pause (G38). */
public final class Sleep extends Promise<@Nullable Void> {
  /** Whether the time has passed; false if the pause has been cut short. */
  private final CompletableFuture<Boolean> timer = new CompletableFuture<>();

  private Sleep() {}

  /**
   * Starts a pause.
   *
   * @param time how long
   * @return as {@link dev.belay.Async#sleep}
   */
  public static CompletableFuture<@Nullable Void> of(Duration time) {
    Sleep sleep = new Sleep();
    CompletableFuture<@Nullable Void> unusedEnd = sleep.timer.thenAccept(sleep::ended);
    CompletableFuture<Boolean> unusedTimer =
        sleep.timer.completeOnTimeout(true, nanos(time), TimeUnit.NANOSECONDS);
    return sleep;
  }

  /** The JDK's timer thread only hands over: user code must not hold up other timers. */
  private void ended(boolean passed) {
    if (passed) {
      timer.defaultExecutor().execute(() -> succeed(null));
    }
  }

  private static long nanos(Duration time) {
    try {
      return Math.max(0, time.toNanos());
    } catch (ArithmeticException e) {
      return time.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }

  /**
   * The JDK takes a timer out of its queue when the future that it would complete is complete; with
   * a value, since a failure would be wrapped for each of the dependents, with a stack trace.
   */
  @Override
  boolean stops() {
    return timer.complete(false);
  }
}

package dev.belay.samples;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waiting for what another thread does, no longer than it takes. */
final class Eventually {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(5);

  /** How long a number must not change to count as having come to rest. */
  private static final Duration REST = Duration.ofMillis(500);

  private Eventually() {}

  static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("not within %s: %s", DEADLINE, what);
      }
      pause();
    }
  }

  /** The number when it has come to rest. */
  static long restingValue(String what, LongSupplier number) {
    long[] seen = {number.getAsLong(), System.nanoTime()};
    holds(
        what + " comes to rest",
        () -> {
          long now = number.getAsLong();
          if (now != seen[0]) {
            seen[0] = now;
            seen[1] = System.nanoTime();
          }
          return System.nanoTime() - seen[1] > REST.toNanos();
        });
    return seen[0];
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

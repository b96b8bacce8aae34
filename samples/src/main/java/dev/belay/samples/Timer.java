package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.Yield;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The smallest resource: nothing is held, but something is to be said at the end. */
final class Timer {
  private Timer() {}

  /** Prints how long a block took, however it ended. */
  @AsyncResource
  static void timer(String label, PrintStream out, Yield<Long> started) {
    long start = System.nanoTime();
    try {
      started.yield(start);
    } finally {
      out.printf(Locale.ROOT, "%s: %.3fs%n", label, (System.nanoTime() - start) / 1e9);
    }
  }

  /** Simulates a query, and times it. */
  @AsyncMethod
  static void query(Loop loop, PrintStream out) {
    using(TimerAsync.timer("database query", out));
    await(loop.sleep(Duration.ofMillis(100)));
  }
}

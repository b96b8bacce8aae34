package dev.belay.benchmarks;

import static dev.belay.Async.await;
import static dev.belay.Async.resumeOn;

import dev.belay.AsyncMethod;
import dev.belay.AsyncQueue;
import java.util.concurrent.Executor;

/** The templates that put and get. */
final class Queues {
  private Queues() {}

  /** Puts every {@code step}-th number, beginning with {@code first}. */
  @AsyncMethod
  static void produce(Executor executor, AsyncQueue<Integer> queue, int first, int step) {
    await(resumeOn(executor));
    for (int i = first; i < Numbers.COUNT; i += step) {
      await(queue.put(Numbers.of(i)));
    }
  }

  @AsyncMethod
  static long consume(Executor executor, AsyncQueue<Integer> queue, int count) {
    await(resumeOn(executor));
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += await(queue.get());
    }
    return sum;
  }
}

package dev.belay.benchmarks;

import static dev.belay.Async.await;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncQueue;
import dev.belay.Yield;

/** A generator over what somebody else puts into a queue. */
final class Feeds {
  private Feeds() {}

  @AsyncGenerator
  static void taken(AsyncQueue<Integer> queue, int count, Yield<Integer> out) {
    for (int i = 0; i < count; i++) {
      out.yield(await(queue.get()));
    }
  }
}

package dev.belay.benchmarks;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/**
 * Stands for an event loop: what it promises comes later, on the same thread. For one thread.
 *
 * <p>The futures are plain ones, as most drivers hand them out.
 */
public final class EventLoop {
  private final ArrayDeque<CompletableFuture<Integer>> promised = new ArrayDeque<>();
  private final ArrayDeque<Integer> values = new ArrayDeque<>();

  /** A stage that {@link #run()} will complete with the value. */
  public CompletableFuture<Integer> later(Integer value) {
    CompletableFuture<Integer> future = new CompletableFuture<>();
    promised.add(future);
    values.add(value);
    return future;
  }

  /** Completes what was promised, and what is promised meanwhile, until nothing is waiting. */
  public void run() {
    for (CompletableFuture<Integer> next = promised.poll(); next != null; next = promised.poll()) {
      next.complete(values.poll());
    }
  }
}

package dev.belay.stress;

import dev.belay.AsyncIterable;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the processor makes of
 *
 * <pre>
 *   open.incrementAndGet();
 *   try {
 *     for (int i = 0; i &lt; count; i++) {
 *       await(pause(pauses));
 *       out.yield(i);
 *     }
 *   } finally {
 *     open.decrementAndGet();
 *   }
 * </pre>
 */
final class Pausing extends GeneratorMachine<Integer> {
  private final int count;
  private final Queue<CompletableFuture<Void>> pauses;
  private final AtomicInteger open;
  private int i;

  private Pausing(int count, Queue<CompletableFuture<Void>> pauses, AtomicInteger open) {
    this.count = count;
    this.pauses = pauses;
    this.open = open;
  }

  static AsyncIterable<Integer> of(
      int count, Queue<CompletableFuture<Void>> pauses, AtomicInteger open) {
    return Generators.cold(() -> new Pausing(count, pauses, open));
  }

  private static CompletableFuture<Void> pause(Queue<CompletableFuture<Void>> pauses) {
    CompletableFuture<Void> pause = new CompletableFuture<>();
    pauses.add(pause);
    return pause;
  }

  @Override
  public Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      open.incrementAndGet();
    }
    try {
      for (; at != 0 || i < count; i++) {
        if (at <= 1) {
          if (at == 0 && pending(pause(pauses))) {
            return suspendAt(1);
          }
          if (at == 1 && closing()) {
            return END;
          }
          Object unused = taken();
          return yieldAt(2, i);
        }
        if (closing()) {
          return END;
        }
        at = 0;
      }
      return END;
    } finally {
      if (running()) {
        open.decrementAndGet();
      }
    }
  }
}

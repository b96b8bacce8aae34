package dev.belay.machines;

import dev.belay.AsyncQueue;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the processor makes of {@code for (int i = from; i < to; i++) await(queue.put(i));}. */
final class Producing extends MethodMachine<Void> {
  private AsyncQueue<Integer> queue;
  private int next;
  private final int to;

  private Producing(AsyncQueue<Integer> queue, int from, int to) {
    this.queue = queue;
    this.next = from;
    this.to = to;
  }

  static CompletableFuture<Void> of(AsyncQueue<Integer> queue, int from, int to) {
    return start(new Producing(queue, from, to));
  }

  @Override
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    while (at != 0 || next < to) {
      if (at == 0 && pending(queue.put(next))) {
        return suspendAt(1);
      }
      at = 0;
      taken();
      next++;
    }
    return complete(null);
  }

  @Override
  protected void forget() {
    queue = null;
  }
}

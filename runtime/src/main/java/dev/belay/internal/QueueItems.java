package dev.belay.internal;

import dev.belay.QueueShutDownException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A run through the items of a queue (F26). An item that has been taken out is yielded, whatever
 * happens at the same time: so a cancel or a close loses none.
 */
final class QueueItems<T> extends GeneratorMachine<T> {
  private @Nullable ItemQueue<T> queue;

  QueueItems(ItemQueue<T> queue) {
    this.queue = queue;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // The queue is set until the run has ended.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (closing()) {
      return END;
    }
    if (at != 1) {
      T there = queue.taken(false);
      if (there != null) {
        return yieldAt(2, there);
      }
      CompletableFuture<T> item = queue.get();
      if (Awaited.waits(this, item)) {
        return suspendAt(1);
      }
    }
    try {
      return yieldAt(2, (T) taken());
    } catch (QueueShutDownException e) {
      return END;
    }
  }

  @Override
  protected void forget() {
    queue = null;
  }
}

package dev.belay.internal;

import dev.belay.AsyncQueue;
import org.jspecify.annotations.Nullable;

/** A body takes an item out of a queue, and awaits it only if there is none. */
public final class Take {
  private Take() {}

  /**
   * Awaits {@link AsyncQueue#get()}, which makes no future of an item that is there.
   *
   * @param body the machine of the body that awaits
   * @param queue any queue; null throws, as calling it would
   * @return as {@link Machine#awaiting}
   * @throws Throwable what taking failed with; or a cancellation
   */
  public static @Nullable Object awaiting(Machine body, AsyncQueue<?> queue) throws Throwable {
    // Whoever is cancelled gets an item that is there all the same (F11), but by the longer way.
    if (queue instanceof ItemQueue<?> own && body.root().isUndisturbed(body)) {
      Object item = own.taken(false);
      if (item != null) {
        return item;
      }
    }
    return body.awaiting(queue.get());
  }
}

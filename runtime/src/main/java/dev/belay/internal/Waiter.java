package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/**
 * A promise that waits in a {@link Line}. It waits until it is taken out of the line, by whoever is
 * going to complete it or by a cancel, under the gate of the line's owner: so each has one end
 * (F11, F13).
 *
 * @param <V> the type of the result
 */
abstract class Waiter<V extends @Nullable Object> extends Promise<V> {
  @Nullable Waiter<V> before;

  /** The next in the line; after it has left the line, the next to be completed. */
  @Nullable Waiter<V> after;

  boolean inLine;
}

package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/** What a queue keeps its items in, and the order in which it gives them out (F17). */
interface Store<T> {

  /** Adds; if it throws, nothing has changed. */
  void add(T item);

  /** Removes the next; null if there is none. If it throws, nothing has changed. */
  @Nullable T take();

  int size();

  void clear();
}

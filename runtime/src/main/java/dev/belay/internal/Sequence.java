package dev.belay.internal;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Items in the order of their coming, or in the reverse. */
final class Sequence<T> implements Store<T> {
  private final ArrayDeque<T> items = new ArrayDeque<>();
  private final boolean lastFirst;

  Sequence(boolean lastFirst) {
    this.lastFirst = lastFirst;
  }

  @Override
  public void add(T item) {
    items.addLast(item);
  }

  @Override
  public @Nullable T take() {
    return lastFirst ? items.pollLast() : items.pollFirst();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public void clear() {
    items.clear();
  }
}

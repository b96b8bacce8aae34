package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in the order of their coming. The links are in the waiters, so that leaving from
 * the middle is quick and nothing stays behind (F14).
 */
final class Line<V extends @Nullable Object> {
  private @Nullable Waiter<V> first;
  private @Nullable Waiter<V> last;
  private int length;

  int length() {
    return length;
  }

  void add(Waiter<V> waiter) {
    waiter.inLine = true;
    waiter.before = last;
    if (last == null) {
      first = waiter;
    } else {
      last.after = waiter;
    }
    last = waiter;
    length++;
  }

  /** Takes out the first; null if nobody waits. */
  @Nullable Waiter<V> poll() {
    Waiter<V> polled = first;
    if (polled != null) {
      boolean unused = remove(polled);
    }
    return polled;
  }

  /** Takes one out; false if it does not wait here. */
  boolean remove(Waiter<V> waiter) {
    if (!waiter.inLine) {
      return false;
    }
    Waiter<V> before = waiter.before;
    Waiter<V> after = waiter.after;
    if (before == null) {
      first = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.before = before;
    }
    waiter.before = null;
    waiter.after = null;
    waiter.inLine = false;
    length--;
    return true;
  }

  /** Takes out all; they stay linked by {@link Waiter#after}. */
  @Nullable Waiter<V> drain() {
    Waiter<V> drained = first;
    for (Waiter<V> each = drained; each != null; each = each.after) {
      each.before = null;
      each.inLine = false;
    }
    first = null;
    last = null;
    length = 0;
    return drained;
  }
}

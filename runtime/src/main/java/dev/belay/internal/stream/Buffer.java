package dev.belay.internal.stream;

import dev.belay.internal.Signal;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What a source has given and its consumer has not asked for yet. One body puts and another takes,
 * perhaps on different threads; a signal is fired when the lock has been released (H12).
 *
 * @param <T> the type of the elements
 */
final class Buffer<T extends @Nullable Object> {
  private static final Object NULL = new Object();

  private final int capacity;
  private final Queue<Object> elements = new ArrayDeque<>();
  private @Nullable Signal arrival;
  private @Nullable Signal room;
  private boolean ended;
  private boolean abandoned;
  private @Nullable Throwable failure;

  Buffer(int capacity) {
    this.capacity = capacity;
  }

  void put(T element) {
    Signal waiting;
    synchronized (this) {
      if (abandoned) {
        return;
      }
      elements.add(element == null ? NULL : element);
      waiting = arrival;
      arrival = null;
    }
    fire(waiting);
  }

  /** No more elements, because of a failure or not. */
  void end(@Nullable Throwable cause) {
    Signal waiting;
    synchronized (this) {
      ended = true;
      failure = cause;
      waiting = arrival;
      arrival = null;
    }
    fire(waiting);
  }

  /** What to await before the next element is put; null if there is room. */
  synchronized @Nullable Signal full() {
    if (abandoned || elements.size() < capacity) {
      return null;
    }
    room = new Signal();
    return room;
  }

  /** What to await before there is an element or the end; null if there is. */
  synchronized @Nullable Signal empty() {
    if (ended || !elements.isEmpty()) {
      return null;
    }
    arrival = new Signal();
    return arrival;
  }

  /** Whether there is an element to take. */
  synchronized boolean hasElement() {
    return !elements.isEmpty();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Only put adds, and the consumer has looked.
  T take() {
    Object element;
    Signal waiting;
    synchronized (this) {
      element = elements.remove();
      waiting = room;
      room = null;
    }
    fire(waiting);
    return element == NULL ? null : (T) element;
  }

  /** The failure that the source ended with, once. */
  synchronized @Nullable Throwable takeFailure() {
    Throwable taken = failure;
    failure = null;
    return taken;
  }

  /** Nobody will take anything any more. */
  synchronized void abandon() {
    abandoned = true;
    elements.clear();
  }

  synchronized boolean isAbandoned() {
    return abandoned;
  }

  private static void fire(@Nullable Signal waiting) {
    if (waiting != null) {
      waiting.fire();
    }
  }
}

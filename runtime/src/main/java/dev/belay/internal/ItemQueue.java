package dev.belay.internal;

import dev.belay.AsyncIterable;
import dev.belay.AsyncQueue;
import dev.belay.QueueShutDownException;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose every change happens inside a {@link Gate}, and whose every completion outside.
 *
 * <p>If anybody waits for an item, nothing is stored; if anybody waits for room, the store is full.
 *
 * @param <T> the type of the items
 */
public final class ItemQueue<T> implements AsyncQueue<T> {
  private final Gate gate = new Gate();
  private final Store<T> store;
  private final int capacity;
  private final Line<T> getters = new Line<>();
  private final Line<@Nullable Void> putters = new Line<>();
  private final Line<@Nullable Void> joiners = new Line<>();
  private long unfinished;
  private boolean shutDown;

  private ItemQueue(int capacity, Store<T> store) {
    this.capacity = capacity > 0 ? capacity : Integer.MAX_VALUE;
    this.store = store;
  }

  /** As {@link AsyncQueue#fifo}. */
  public static <T> AsyncQueue<T> fifo(int capacity) {
    return new ItemQueue<>(capacity, new Sequence<>(false));
  }

  /** As {@link AsyncQueue#lifo}. */
  public static <T> AsyncQueue<T> lifo(int capacity) {
    return new ItemQueue<>(capacity, new Sequence<>(true));
  }

  /** As {@link AsyncQueue#priority}. */
  public static <T> AsyncQueue<T> priority(int capacity, Comparator<? super T> order) {
    return new ItemQueue<>(capacity, new Heap<>(Objects.requireNonNull(order, "order")));
  }

  @Override
  public CompletableFuture<@Nullable Void> put(T item) {
    Objects.requireNonNull(item, "item");
    Waiter<T> getter = null;
    Throwable refusal = null;
    gate.enter();
    try {
      if (shutDown) {
        refusal = new QueueShutDownException();
      } else if (store.size() >= capacity) {
        Putter waiting = new Putter(item);
        putters.add(waiting);
        return waiting;
      } else {
        getter = accepted(item);
      }
    } catch (Throwable t) {
      refusal = t;
    } finally {
      gate.leave();
    }
    if (refusal != null) {
      return Settled.failure(refusal);
    }
    handOver(getter, item);
    return Delivered.ACCEPTED;
  }

  @Override
  public boolean offer(T item) {
    Objects.requireNonNull(item, "item");
    Waiter<T> getter;
    gate.enter();
    try {
      if (shutDown) {
        throw new QueueShutDownException();
      }
      if (store.size() >= capacity) {
        return false;
      }
      getter = accepted(item);
    } finally {
      gate.leave();
    }
    handOver(getter, item);
    return true;
  }

  /** Inside the gate, with room: who is to be given the item; null if it has been stored. */
  private @Nullable Waiter<T> accepted(T item) {
    Waiter<T> getter = getters.poll();
    if (getter == null) {
      store.add(item);
    }
    unfinished++;
    return getter;
  }

  private static <T> void handOver(@Nullable Waiter<T> getter, T item) {
    if (getter != null) {
      boolean unused = getter.succeed(item);
    }
  }

  @Override
  public CompletableFuture<T> get() {
    T item = null;
    Waiter<@Nullable Void> admitted = null;
    Throwable failure = null;
    gate.enter();
    try {
      item = store.take();
      if (item != null) {
        admitted = admit();
      } else if (shutDown) {
        failure = new QueueShutDownException();
      } else {
        Getter waiting = new Getter();
        getters.add(waiting);
        return waiting;
      }
    } catch (Throwable t) {
      failure = t;
    } finally {
      gate.leave();
    }
    tell(admitted);
    return failure != null ? Settled.failure(failure) : Delivered.of(item);
  }

  @Override
  public @Nullable T poll() {
    return taken(true);
  }

  /**
   * An item that is there.
   *
   * @param refuses whether to throw if there is none, and none can come
   * @return null if there is none
   */
  @Nullable T taken(boolean refuses) {
    T item;
    Waiter<@Nullable Void> admitted = null;
    gate.enter();
    try {
      item = store.take();
      if (item != null) {
        admitted = admit();
      } else if (shutDown && refuses) {
        throw new QueueShutDownException();
      }
    } finally {
      gate.leave();
    }
    tell(admitted);
    return item;
  }

  /** Inside the gate: fills the room that there is with what waits longest (F8). */
  private @Nullable Waiter<@Nullable Void> admit() {
    Waiter<@Nullable Void> told = null;
    while (store.size() < capacity && putters.poll() instanceof ItemQueue<?>.Putter waiting) {
      @SuppressWarnings("unchecked") // Only this queue's putters wait here.
      Putter putter = (Putter) waiting;
      try {
        store.add(putter.item);
        unfinished++;
      } catch (Throwable t) {
        putter.refusal = t;
      }
      putter.after = told;
      told = putter;
    }
    return told;
  }

  /** Outside the gate: completes those who have left a line, and stay linked. */
  private static void tell(@Nullable Waiter<@Nullable Void> first) {
    Waiter<@Nullable Void> next = first;
    while (next != null) {
      Waiter<@Nullable Void> told = next;
      next = told.after;
      told.after = null;
      Throwable refusal = told instanceof ItemQueue<?>.Putter putter ? putter.refusal : null;
      boolean unused = refusal == null ? told.succeed(null) : told.fail(refusal);
    }
  }

  private static <V extends @Nullable Object> void refuse(@Nullable Waiter<V> first) {
    Waiter<V> next = first;
    while (next != null) {
      Waiter<V> refused = next;
      next = refused.after;
      refused.after = null;
      boolean unused = refused.fail(new QueueShutDownException());
    }
  }

  @Override
  public int size() {
    gate.enter();
    try {
      return store.size();
    } finally {
      gate.leave();
    }
  }

  @Override
  public void taskDone() {
    Waiter<@Nullable Void> joined;
    gate.enter();
    try {
      if (unfinished == 0) {
        throw new IllegalStateException("taskDone() was called more often than items were put in");
      }
      unfinished--;
      joined = unfinished == 0 ? joiners.drain() : null;
    } finally {
      gate.leave();
    }
    tell(joined);
  }

  @Override
  public CompletableFuture<@Nullable Void> join() {
    gate.enter();
    try {
      if (unfinished == 0) {
        return Settled.VOID;
      }
      Joiner waiting = new Joiner();
      joiners.add(waiting);
      return waiting;
    } finally {
      gate.leave();
    }
  }

  @Override
  public void shutdown(boolean immediate) {
    Waiter<T> emptyHanded;
    Waiter<@Nullable Void> refused;
    Waiter<@Nullable Void> joined = null;
    gate.enter();
    try {
      shutDown = true;
      emptyHanded = getters.drain();
      refused = putters.drain();
      if (immediate) {
        // Nobody can have said that an item was dealt with while it was stored, unless too early.
        unfinished = Math.max(0, unfinished - store.size());
        store.clear();
        joined = unfinished == 0 ? joiners.drain() : null;
      }
    } finally {
      gate.leave();
    }
    refuse(emptyHanded);
    refuse(refused);
    tell(joined);
  }

  @Override
  public AsyncIterable<T> items() {
    return Generators.cold(() -> new QueueItems<>(this));
  }

  @Override
  public String toString() {
    gate.enter();
    try {
      return "AsyncQueue[size="
          + store.size()
          + (capacity == Integer.MAX_VALUE ? "" : ", capacity=" + capacity)
          + ", getters="
          + getters.length()
          + ", putters="
          + putters.length()
          + ", unfinished="
          + unfinished
          + (shutDown ? ", shut down]" : "]");
    } finally {
      gate.leave();
    }
  }

  private boolean inLine(Waiter<?> waiter) {
    gate.enter();
    try {
      return waiter.inLine;
    } finally {
      gate.leave();
    }
  }

  private <V extends @Nullable Object> boolean withdrawn(Line<V> line, Waiter<V> waiter) {
    gate.enter();
    try {
      return line.remove(waiter);
    } finally {
      gate.leave();
    }
  }

  private final class Getter extends Waiter<T> {

    @Override
    boolean handsOver() {
      return true;
    }

    @Override
    boolean isDecided() {
      return !inLine(this);
    }

    @Override
    boolean stops() {
      return withdrawn(getters, this);
    }
  }

  private final class Putter extends Waiter<@Nullable Void> {
    private final T item;
    private @Nullable Throwable refusal;

    Putter(T item) {
      this.item = item;
    }

    @Override
    boolean handsOver() {
      return true;
    }

    @Override
    boolean isDecided() {
      return !inLine(this);
    }

    @Override
    boolean stops() {
      return withdrawn(putters, this);
    }
  }

  private final class Joiner extends Waiter<@Nullable Void> {

    @Override
    boolean stops() {
      return withdrawn(joiners, this);
    }
  }
}

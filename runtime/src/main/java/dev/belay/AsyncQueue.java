package dev.belay;

import dev.belay.internal.ItemQueue;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Items that some bodies put in and others take out, each once (asyncio's {@code Queue}, clauses
 * F).
 *
 * <p>May be used from any threads. Items are handed to those who wait in the order in which they
 * began to wait, and nobody overtakes them (F7, F8). Whoever waits is resumed on the thread of the
 * call that ends the wait: before that call returns or, if it is made while an asynchronous method
 * runs on that thread, as soon as that one waits itself or ends (H9). No lock is held meanwhile
 * (H12).
 *
 * <p>A queue can be shut down: then it takes no more items, and {@link QueueShutDownException} is
 * what further calls fail with.
 *
 * @param <T> the type of the items, which are not null (F24)
 */
public interface AsyncQueue<T> {

  /**
   * A queue that hands out first what was put in first (F1).
   *
   * @param capacity how many items may be stored; 0 or less: any number (F6)
   * @param <T> the type of the items
   * @return an empty queue
   */
  static <T> AsyncQueue<T> fifo(int capacity) {
    return ItemQueue.fifo(capacity);
  }

  /**
   * A queue that hands out first what was put in last (F17).
   *
   * @param capacity how many items may be stored; 0 or less: any number (F6)
   * @param <T> the type of the items
   * @return an empty queue
   */
  static <T> AsyncQueue<T> lifo(int capacity) {
    return ItemQueue.lifo(capacity);
  }

  /**
   * A queue that hands out the smallest item first, and equal ones in the order of {@link #put}
   * (F17).
   *
   * @param capacity how many items may be stored; 0 or less: any number (F6)
   * @param order compares items. It must not use the queue. What it throws, the call fails with
   *     that needed it, and the queue is unchanged
   * @param <T> the type of the items
   * @return an empty queue
   */
  static <T> AsyncQueue<T> priority(int capacity, Comparator<? super T> order) {
    return ItemQueue.priority(capacity, order);
  }

  /**
   * Puts an item in, as soon as there is room.
   *
   * @param item the item
   * @return completes when the item has been accepted: at once if there is room (F2). Cancelling it
   *     takes the item back, unless it has been accepted (F13). Fails with {@link
   *     QueueShutDownException}, now or while it waits (F19)
   */
  CompletableFuture<@Nullable Void> put(T item);

  /**
   * Takes an item out, as soon as there is one.
   *
   * @return the item: at once if there is one (F2). Cancelling it leaves the item to others, unless
   *     it has been handed over (F10, F11); an item in a completed stage has been delivered,
   *     whether or not anybody looks at it (F12). Fails with {@link QueueShutDownException} when
   *     the queue has been shut down and is empty (F19)
   */
  CompletableFuture<T> get();

  /**
   * Puts an item in if that needs no waiting (F4).
   *
   * @param item the item
   * @return false if the queue is full
   * @throws QueueShutDownException if the queue has been shut down (F19)
   */
  boolean offer(T item);

  /**
   * Takes an item out if that needs no waiting (F4).
   *
   * @return the item, or null if there is none
   * @throws QueueShutDownException if the queue has been shut down and is empty (F19)
   */
  @Nullable T poll();

  /**
   * How many items are stored (F5).
   *
   * @return the number, which other threads may be changing
   */
  int size();

  /**
   * Says that an item that was taken out has been dealt with (F15).
   *
   * @throws IllegalStateException if it was called more often than items were put in
   */
  void taskDone();

  /**
   * Waits until everything that was put in has been dealt with.
   *
   * @return completes when {@link #taskDone} has been called once for each item that was accepted;
   *     at once if that is so (F16). Cancelling it concerns nobody else
   */
  CompletableFuture<@Nullable Void> join();

  /** As {@code shutdown(false)}: what is stored can still be taken out (F19). */
  default void shutdown() {
    shutdown(false);
  }

  /**
   * Accepts no more items and fails all that wait for room, or for an item that will not come (F19,
   * F23). Shutting down again does nothing, but that immediately may follow gently (F22).
   *
   * @param immediate whether to discard what is stored, and count it as dealt with (F21)
   */
  void shutdown(boolean immediate);

  /**
   * The items, for a loop: it ends when the queue has been shut down and is empty (F26).
   *
   * @return an iterable whose iterators share the items between them and with {@link #get}. An
   *     iterator that is cancelled or closed while it waits loses no item
   */
  AsyncIterable<T> items();
}

package dev.belay.benchmarks;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A queue for one reader on one thread, which promises what it does not have yet, and the source
 * that reads it. The promise knows one consumer and nothing else.
 */
final class ByHandFeed extends ByHand.Source {
  private final ArrayDeque<Integer> items = new ArrayDeque<>();
  private final ArrayDeque<Promised> readers = new ArrayDeque<>();
  private @Nullable Promised awaited;

  ByHandFeed(int count) {
    super(count);
  }

  void offer(Integer item) {
    Promised reader = readers.poll();
    if (reader == null) {
      items.add(item);
    } else {
      reader.complete(item);
    }
  }

  private Promised get() {
    Promised promised = new Promised();
    promised.item = items.poll();
    if (promised.item == null) {
      readers.add(promised);
    }
    return promised;
  }

  @Override
  int poll(ByHand.Consumer consumer) {
    Promised promised = awaited;
    if (promised == null) {
      if (next == count) {
        return ByHand.END;
      }
      next++;
      promised = get();
      if (promised.item == null) {
        awaited = promised;
        promised.consumer = consumer;
        return ByHand.PENDING;
      }
    }
    awaited = null;
    element = promised.item;
    return ByHand.ELEMENT;
  }

  /** An item that may come later. */
  private static final class Promised {
    private @Nullable Integer item;
    private ByHand.@Nullable Consumer consumer;

    void complete(Integer value) {
      item = value;
      if (consumer != null) {
        consumer.run();
      }
    }
  }
}

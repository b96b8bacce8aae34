package dev.belay.samples;

import dev.belay.AsyncQueue;
import dev.belay.AsyncResource;
import dev.belay.Yield;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells those who wait for posts that there are some. What they are is in the database. */
final class News {
  private final Set<AsyncQueue<Boolean>> readers = ConcurrentHashMap.newKeySet();

  /** A queue that has an item whenever something was published since the last one was taken. */
  @AsyncResource
  void subscription(Yield<AsyncQueue<Boolean>> open) {
    AsyncQueue<Boolean> reader = AsyncQueue.fifo(1);
    readers.add(reader);
    try {
      open.yield(reader);
    } finally {
      readers.remove(reader);
    }
  }

  /** Wakes all readers. One that has not taken the last item needs no other. */
  void published() {
    readers.forEach(reader -> reader.offer(true));
  }

  int readers() {
    return readers.size();
  }
}

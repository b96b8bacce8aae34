package dev.belay.stress;

import dev.belay.AsyncQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * One thread puts, another takes, and both cancel some of what they began: what was accepted
 * arrives once, and what was taken back does not arrive.
 */
final class QueueSoak {
  private static final int ITEMS = 20_000;

  private final AsyncQueue<Integer> queue;
  private final AtomicIntegerArray accepted = new AtomicIntegerArray(ITEMS);
  private final AtomicIntegerArray delivered = new AtomicIntegerArray(ITEMS);
  private final SplittableRandom putting;
  private final SplittableRandom taking;
  private long cancelled;

  private QueueSoak(AsyncQueue<Integer> queue, SplittableRandom random) {
    this.queue = queue;
    this.putting = random.split();
    this.taking = random.split();
  }

  static String run(Duration time) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    long end = System.nanoTime() + time.toNanos();
    long rounds = 0;
    long arrived = 0;
    long cancelled = 0;
    for (; System.nanoTime() < end; rounds++) {
      int capacity = random.nextInt(4);
      QueueSoak soak =
          new QueueSoak(
              switch ((int) (rounds % 3)) {
                case 0 -> AsyncQueue.fifo(capacity);
                case 1 -> AsyncQueue.lifo(capacity);
                default -> AsyncQueue.priority(capacity, Integer::compare);
              },
              random);
      Soak.race(soak::put, soak::take);
      arrived += soak.check();
      cancelled += soak.cancelled;
    }
    return rounds + " queues: " + arrived + " items arrived once, " + cancelled + " puts cancelled";
  }

  private void put() {
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      int item = i;
      CompletableFuture<Void> put = queue.put(item);
      if (putting.nextInt(4) == 0 && put.cancel(true)) {
        cancelled++;
        continue;
      }
      waiting.add(put.thenRun(() -> accepted.incrementAndGet(item)));
      if (waiting.size() == 8) {
        waiting.forEach(CompletableFuture::join);
        waiting.clear();
      }
    }
    waiting.forEach(CompletableFuture::join);
    queue.shutdown();
  }

  private void take() {
    for (boolean open = true; open; ) {
      // A body, so that the cancel goes through a machine now and then.
      CompletableFuture<Integer> get = taking.nextBoolean() ? queue.get() : Awaiting.of(queue::get);
      if (!get.isDone() && taking.nextInt(4) == 0) {
        get.cancel(true);
      }
      open =
          get.handle(
                  (item, failure) -> {
                    if (failure == null) {
                      delivered.incrementAndGet(item);
                    }
                    return !(failure instanceof IllegalStateException)
                        || failure instanceof java.util.concurrent.CancellationException;
                  })
              .join();
    }
  }

  private long check() {
    long arrived = 0;
    for (int i = 0; i < ITEMS; i++) {
      if (accepted.get(i) != delivered.get(i) || delivered.get(i) > 1) {
        throw new AssertionError(
            "item " + i + ": accepted " + accepted.get(i) + ", delivered " + delivered.get(i));
      }
      arrived += delivered.get(i);
    }
    return arrived;
  }
}

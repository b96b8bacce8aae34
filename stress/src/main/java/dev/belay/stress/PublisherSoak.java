package dev.belay.stress;

import dev.belay.AsyncIterable;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One thread brings the elements of a publisher, another requests them and now and then cancels:
 * each element arrives once and in its order, and the source is closed whatever happened.
 */
final class PublisherSoak {
  private static final int ELEMENTS = 2_000;

  private final Queue<CompletableFuture<Void>> pauses = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Publisher<Integer> publisher = Pausing.of(ELEMENTS, pauses, open).toPublisher();
  private final SplittableRandom random;
  private volatile boolean over;
  private long arrived;
  private boolean cancelled;

  private PublisherSoak(SplittableRandom random) {
    this.random = random;
  }

  static String run(Duration time) throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    long end = System.nanoTime() + time.toNanos();
    long rounds = 0;
    long arrived = 0;
    long cancelled = 0;
    for (; System.nanoTime() < end; rounds++) {
      PublisherSoak soak = new PublisherSoak(random.split());
      boolean back = rounds % 3 == 2;
      Soak.race(soak::bring, back ? soak::readBack : soak::request);
      arrived += soak.arrived;
      cancelled += soak.cancelled ? 1 : 0;
    }
    return rounds
        + " publishers: "
        + arrived
        + " elements arrived once and in order, "
        + cancelled
        + " were cancelled; each source was closed";
  }

  private void bring() {
    while (!over) {
      CompletableFuture<Void> pause = pauses.poll();
      if (pause == null) {
        Thread.yield();
      } else {
        pause.complete(null);
      }
    }
  }

  private void request() {
    try {
      Ordered subscriber = new Ordered();
      publisher.subscribe(subscriber);
      int last = random.nextInt(4) == 0 ? random.nextInt(ELEMENTS) : ELEMENTS;
      for (long requested = 0; !subscriber.ended; ) {
        if (subscriber.next >= last && last < ELEMENTS) {
          cancelled = true;
          subscriber.subscription.cancel();
          break;
        }
        if (requested - subscriber.next < 16) {
          int more = 1 + random.nextInt(5);
          requested += more;
          subscriber.subscription.request(more);
        }
      }
      while (open.get() != 0) {
        Thread.yield();
      }
      subscriber.check(cancelled);
      arrived = subscriber.next;
    } finally {
      over = true;
    }
  }

  /** Through a subscriber of ours, which must have the whole of it. */
  private void readBack() {
    try {
      AsyncIterable<Integer> back =
          AsyncIterable.<Integer>fromPublisher(publisher, 1 + random.nextInt(8));
      List<Integer> elements = back.prefetch(random.nextInt(4)).toList().join();
      if (!elements.equals(IntStream.range(0, ELEMENTS).boxed().toList()) || open.get() != 0) {
        throw new AssertionError(elements.size() + " elements, open: " + open.get());
      }
      arrived = elements.size();
    } finally {
      over = true;
    }
  }

  /** Takes note of what is out of order. Signals come one after the other. */
  private static final class Ordered implements Subscriber<Integer> {
    private final AtomicInteger inside = new AtomicInteger();
    private volatile Subscription subscription;
    private volatile String violation;
    private volatile int next;
    private volatile boolean ended;

    @Override
    public void onSubscribe(Subscription offered) {
      subscription = offered;
    }

    @Override
    public void onNext(Integer element) {
      if (inside.getAndIncrement() != 0) {
        violation = "two signals at a time";
      }
      if (element != next) {
        violation = element + " instead of " + next;
      }
      next = element + 1;
      inside.decrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
      violation = "failed with " + failure;
      ended = true;
    }

    @Override
    public void onComplete() {
      ended = true;
    }

    private void check(boolean cancelled) {
      if (violation != null || (!cancelled && next != ELEMENTS)) {
        throw new AssertionError("after " + next + " elements: " + violation);
      }
    }
  }
}

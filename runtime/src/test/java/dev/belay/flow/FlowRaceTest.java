package dev.belay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** However requests, elements, cancels and closes meet, nothing is lost, doubled or left open. */
class FlowRaceTest {
  private static final int ROUNDS = Integer.getInteger("belay.flow.rounds", 60);
  private static final int ELEMENTS = 100;

  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  /** Elements that come from other threads, of a source that counts how often it is closed. */
  private AsyncIterable<Long> source() {
    return AsyncIterable.<Integer>of(new Resource()).flatMap(n -> Counting.elsewhereUpTo(ELEMENTS));
  }

  private final class Resource implements Iterable<Integer>, AutoCloseable {
    @Override
    public java.util.Iterator<Integer> iterator() {
      open.incrementAndGet();
      return List.of(1).iterator();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void H2_H25_requestsFromTwoThreadsGiveEachElementOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Checking subscriber = new Checking();
      source().toPublisher().subscribe(subscriber);
      together(() -> request(subscriber), () -> request(subscriber));

      assertThat(subscriber.ended.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(subscriber.violation.get()).isNull();
      assertThat(subscriber.next).isEqualTo(ELEMENTS);
    }
    assertThat(closed.get()).isEqualTo(open.get()).isEqualTo(ROUNDS);
  }

  private static void request(Checking subscriber) {
    for (int i = 0; i <= ELEMENTS; i++) {
      subscriber.subscription.request(1 + i % 3);
    }
  }

  @Test
  void H25_aCancelThatMeetsElementsClosesOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int opened = open.get();
      Checking subscriber = new Checking();
      source().toPublisher().subscribe(subscriber);
      int requests = ThreadLocalRandom.current().nextInt(ELEMENTS);
      together(
          () -> subscriber.subscription.request(requests + 1), subscriber.subscription::cancel);
      awaitAllClosed();

      assertThat(subscriber.violation.get()).isNull();
      assertThat(open.get() - opened).isLessThanOrEqualTo(1);
    }
    assertThat(closed.get()).isEqualTo(open.get());
  }

  @Test
  void H25_A30_aCloseThatMeetsAPrefetchingPullClosesOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AsyncIterator<Long> iterator = source().prefetch(3).iterator();
      int pulls = ThreadLocalRandom.current().nextInt(ELEMENTS / 4);
      for (int i = 0; i < pulls; i++) {
        assertThat(iterator.advance().toCompletableFuture().get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(iterator.current()).isEqualTo(i);
      }
      AtomicReference<CompletableFuture<?>> pull = new AtomicReference<>();
      AtomicReference<CompletableFuture<?>> close = new AtomicReference<>();
      together(
          () -> pull.set(iterator.advance().toCompletableFuture()),
          () -> close.set(iterator.closeAsync().toCompletableFuture()));

      close.get().get(30, TimeUnit.SECONDS);
      assertThat(pull.get().handle((more, failure) -> true).get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(closed.get()).isEqualTo(open.get());
    }
  }

  @Test
  void H25_thereAndBackOverTwoThreads() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      CompletableFuture<List<Long>> list =
          AsyncIterable.<Long>fromPublisher(source().toPublisher(), 4).prefetch(2).toList();

      assertThat(list.get(30, TimeUnit.SECONDS))
          .isEqualTo(LongStream.range(0, ELEMENTS).boxed().toList());
    }
    assertThat(closed.get()).isEqualTo(open.get()).isEqualTo(ROUNDS);
  }

  /** A cancel tells nobody when the source has been closed. */
  private void awaitAllClosed() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (closed.get() < open.get() && System.nanoTime() - deadline < 0) {
      Thread.onSpinWait();
    }
    assertThat(closed.get()).isEqualTo(open.get());
  }

  private static void together(Runnable one, Runnable other) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              start.countDown();
              other.run();
            });
    thread.start();
    start.await();
    one.run();
    thread.join();
  }

  /** Takes note of elements out of order, and of signals at the same time. */
  private static final class Checking implements Subscriber<Long> {
    final CountDownLatch ended = new CountDownLatch(1);
    final AtomicReference<String> violation = new AtomicReference<>();
    private final AtomicInteger inside = new AtomicInteger();
    volatile Subscription subscription;
    volatile long next;

    @Override
    public void onSubscribe(Subscription offered) {
      subscription = offered;
    }

    @Override
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // Signals come one after the other.
    public void onNext(Long element) {
      if (inside.getAndIncrement() != 0) {
        violation.set("two signals at a time");
      }
      if (element != next) {
        violation.set(element + " instead of " + next);
      }
      next = element + 1;
      inside.decrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
      violation.set("failed with " + failure);
      ended.countDown();
    }

    @Override
    public void onComplete() {
      if (inside.get() != 0) {
        violation.set("two signals at a time");
      }
      ended.countDown();
    }
  }
}

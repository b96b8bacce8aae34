package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncQueue;
import dev.belay.QueueShutDownException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses F9 to F13, H9, H25: however threads and cancels meet, each item arrives once. */
// What a call does to others is what is tested.
@SuppressWarnings({"FutureReturnValueIgnored", "IgnoredStage"})
class QueueRaceTest {
  private static final int ROUNDS = 3_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void F9_producersAndConsumersNeverDeadlockAndLoseNothing(int capacity) throws Exception {
    int perProducer = 20_000;
    AsyncQueue<Integer> queue = AsyncQueue.fifo(capacity);
    BitSet seen = new BitSet();
    List<CompletableFuture<Void>> consumers = new ArrayList<>();
    List<Callable> racers = new ArrayList<>();
    for (int producer = 0; producer < 2; producer++) {
      int from = producer * perProducer;
      racers.add(() -> Producing.of(queue, from, from + perProducer).get(30, TimeUnit.SECONDS));
    }
    for (int consumer = 0; consumer < 2; consumer++) {
      CompletableFuture<Void> drained =
          Draining.of(
              queue.items(),
              item -> {
                synchronized (seen) {
                  assertThat(seen.get(item)).isFalse();
                  seen.set(item);
                }
                queue.taskDone();
              });
      consumers.add(drained);
    }

    race(racers);
    queue.join().get(30, TimeUnit.SECONDS);
    queue.shutdown();

    for (CompletableFuture<Void> consumer : consumers) {
      consumer.get(30, TimeUnit.SECONDS);
    }
    assertThat(seen.cardinality()).isEqualTo(2 * perProducer);
  }

  @Test
  void F11_H25_aCancelAgainstAHandOver() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
      CompletableFuture<Integer> get = queue.get();
      boolean[] cancelled = new boolean[1];

      race(List.of(() -> queue.put(1), () -> cancelled[0] = get.cancel(true)));

      assertThat(get).isDone();
      assertThat(get.isCancelled()).isEqualTo(cancelled[0]);
      assertThat(queue.size()).isEqualTo(cancelled[0] ? 1 : 0);
    }
  }

  @Test
  void F12_H25_aBodyThatIsCancelledWhileItWaitsLosesNothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
      CompletableFuture<Integer> body = Awaiting.one(queue::get);

      race(List.of(() -> queue.put(1), () -> body.cancel(true)));

      boolean cancelled =
          body.handle((item, failure) -> failure instanceof CancellationException)
              .get(30, TimeUnit.SECONDS);
      assertThat(queue.size()).isEqualTo(cancelled ? 1 : 0);
    }
  }

  @Test
  void F12_H25_anIteratorThatIsClosedWhileItWaitsLosesNothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
      var iterator = queue.items().iterator();
      CompletableFuture<Boolean> step = iterator.advance().toCompletableFuture();

      race(List.of(() -> queue.put(1), iterator::closeAsync));

      boolean delivered =
          step.handle((more, failure) -> failure == null && more).get(30, TimeUnit.SECONDS);
      assertThat(queue.size() + (delivered ? 1 : 0)).isEqualTo(1);
    }
  }

  @Test
  void F13_H25_aCancelledPutIsAcceptedOrTakenBack() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
      queue.put(1);
      CompletableFuture<Void> put = queue.put(2);
      CompletableFuture<Void> next = queue.put(3);
      boolean[] cancelled = new boolean[1];

      race(List.of(queue::poll, () -> cancelled[0] = put.cancel(true)));

      assertThat(put).isDone();
      assertThat(put.isCancelled()).isEqualTo(cancelled[0]);
      assertThat(queue.poll()).isEqualTo(cancelled[0] ? 3 : 2);
      assertThat(next).isDone();
      assertThat(queue.poll()).isEqualTo(cancelled[0] ? null : 3);
    }
  }

  @Test
  void F19_H25_shutdownAgainstPutAndGet() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
      boolean immediate = round % 2 == 0;
      CompletableFuture<?>[] racing = new CompletableFuture<?>[4];

      race(
          List.of(
              () -> {
                racing[0] = queue.put(1);
                racing[1] = queue.put(2);
                return null;
              },
              () -> {
                queue.shutdown(immediate);
                return null;
              },
              () -> {
                racing[2] = queue.get();
                racing[3] = queue.get();
                return null;
              }));

      int accepted = 0;
      int delivered = 0;
      for (int i = 0; i < racing.length; i++) {
        CompletableFuture<?> stage = racing[i];
        Throwable failure = stage.handle((value, thrown) -> thrown).get(30, TimeUnit.SECONDS);
        assertThat(failure == null || failure instanceof QueueShutDownException).isTrue();
        if (failure == null && i < 2) {
          accepted++;
        } else if (failure == null) {
          delivered++;
        }
      }
      assertThat(delivered + queue.size()).isLessThanOrEqualTo(accepted);
      if (!immediate) {
        assertThat(delivered + queue.size()).isEqualTo(accepted);
      }
    }
  }

  @Test
  void H9_aMillionHandOversInConstantStack() throws Exception {
    AsyncQueue<Integer> there = AsyncQueue.fifo(1);
    AsyncQueue<Integer> back = AsyncQueue.fifo(0); // offer does not wait for its consumer's turn
    AtomicInteger echoed = new AtomicInteger();
    CompletableFuture<Void> consumer = Draining.of(back.items(), item -> echoed.incrementAndGet());
    CompletableFuture<Void> echo = Draining.of(there.items(), back::offer);

    CompletableFuture<Void> producer = Producing.of(there, 0, 1_000_000);

    assertThat(producer).isCompletedWithValue(null);
    there.shutdown();
    back.shutdown();
    assertThat(echo).isCompletedWithValue(null);
    assertThat(consumer).isCompletedWithValue(null);
    assertThat(echoed.get()).isEqualTo(1_000_000);
  }

  @Test
  void H9_whoeverRunsGoesOnToWhereItWaitsBeforeThoseThatItHasWoken() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(3);
    List<Integer> sizes = new ArrayList<>();
    CompletableFuture<Void> consumer = Draining.of(queue.items(), item -> sizes.add(queue.size()));

    CompletableFuture<Void> producer = Producing.of(queue, 0, 8);

    // One is handed over and three are stored; the next waits, until the consumer has taken one.
    assertThat(producer).isCompletedWithValue(null);
    assertThat(sizes).startsWith(3, 3).hasSize(8);
    assertThat(queue.size()).isZero();
    assertThat(consumer).isNotDone();
  }

  @Test
  void H9_aLongChainOfHandOversInConstantStack() {
    AsyncQueue<Integer> first = AsyncQueue.fifo(0);
    AsyncQueue<Integer> last = first;
    List<CompletableFuture<Void>> relays = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      AsyncQueue<Integer> next = AsyncQueue.fifo(0);
      relays.add(Draining.of(last.items(), next::offer));
      last = next;
    }

    first.put(7);
    first.put(8);

    assertThat(last.poll()).isEqualTo(7);
    assertThat(last.poll()).isEqualTo(8);
    assertThat(relays).noneMatch(CompletableFuture::isDone);
  }

  private interface Callable extends java.util.concurrent.Callable<Object> {}

  private void race(List<? extends Callable> racers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(racers.size());
    List<Future<?>> running = new ArrayList<>();
    for (Callable racer : racers) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return racer.call();
              }));
    }
    for (Future<?> racer : running) {
      racer.get(60, TimeUnit.SECONDS);
    }
  }
}

package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterator;
import dev.belay.AsyncQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Clause F26: a queue as a sequence, which loses nothing either. */
// What a call does to others is what is tested, and what is left open; nothing fails here.
@SuppressWarnings({
  "FutureReturnValueIgnored",
  "IgnoredStage",
  "IteratorNotClosed",
  "ReleaseOnSuccessOnly"
})
class QueueItemsTest {
  private final AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
  private final List<Integer> seen = new ArrayList<>();

  @Test
  void F26_theLoopEndsWhenTheQueueIsShutDown() {
    CompletableFuture<Void> loop = loop();
    queue.put(1);
    queue.put(2);
    assertThat(loop).isNotDone();
    queue.shutdown();

    assertThat(loop).isCompletedWithValue(null);
    assertThat(seen).containsExactly(1, 2);
    assertThat(loop()).isCompletedWithValue(null);
  }

  @Test
  void F26_F19_whatIsStoredIsStillSeen() {
    queue.put(1);
    queue.put(2);
    queue.shutdown();

    assertThat(loop()).isCompletedWithValue(null);
    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void F26_iteratorsShareTheItems() {
    AsyncIterator<Integer> one = queue.items().iterator();
    AsyncIterator<Integer> other = queue.items().iterator();
    CompletionStage<Boolean> first = one.advance();
    CompletionStage<Boolean> second = other.advance();

    queue.put(1);
    queue.put(2);

    assertThat(first.toCompletableFuture()).isCompletedWithValue(true);
    assertThat(second.toCompletableFuture()).isCompletedWithValue(true);
    assertThat(List.of(one.current(), other.current())).containsExactly(1, 2);
  }

  @Test
  void F10_aCloseOrCancelOfAWaitingIteratorLeavesTheItemToOthers() {
    AsyncIterator<Integer> closed = queue.items().iterator();
    CompletionStage<Boolean> interrupted = closed.advance();
    assertThat(closed.closeAsync().toCompletableFuture()).isCompletedWithValue(null);
    assertThatThrownBy(() -> Stages.get(interrupted)).isInstanceOf(CancellationException.class);

    AsyncIterator<Integer> cancelled = queue.items().iterator();
    CompletableFuture<Boolean> step = cancelled.advance().toCompletableFuture();
    assertThat(step.cancel(true)).isTrue();
    assertThat(step).isCancelled();

    assertThat(queue.toString()).contains("getters=0");
    queue.put(1);
    assertThat(queue.poll()).isEqualTo(1);
  }

  @Test
  void F12_A32_anItemThatArrivesBeforeTheCloseIsStillSeen() {
    AsyncIterator<Integer> iterator = queue.items().iterator();
    CompletableFuture<Boolean> step = iterator.advance().toCompletableFuture();
    List<CompletableFuture<Void>> closes = new ArrayList<>();
    // Resumed by put, the loop closes the iterator at once, on the thread of the completion.
    step.thenRun(() -> seen.add(iterator.current()));
    step.thenRun(() -> closes.add(iterator.closeAsync().toCompletableFuture()));

    queue.put(1);

    assertThat(step).isCompletedWithValue(true);
    assertThat(closes.get(0)).isCompletedWithValue(null);
    queue.put(2);
    assertThat(queue.poll()).isEqualTo(2);
  }

  private CompletableFuture<Void> loop() {
    return Draining.of(queue.items(), seen::add);
  }
}

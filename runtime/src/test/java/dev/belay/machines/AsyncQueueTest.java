package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncQueue;
import dev.belay.QueueShutDownException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses F: what a queue does with items and with those who wait. */
// What a call does to others is what is tested.
@SuppressWarnings({"FutureReturnValueIgnored", "IgnoredStage"})
class AsyncQueueTest {
  private final List<String> trace = new ArrayList<>();

  /** Every kind of queue, for what they have in common. */
  enum Kind {
    FIFO,
    LIFO,
    PRIORITY;

    AsyncQueue<Integer> of(int capacity) {
      return switch (this) {
        case FIFO -> AsyncQueue.fifo(capacity);
        case LIFO -> AsyncQueue.lifo(capacity);
        case PRIORITY -> AsyncQueue.priority(capacity, Integer::compare);
      };
    }
  }

  @Test
  void F1_firstInFirstOut() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(0);

    for (int item : new int[] {3, 1, 2}) {
      queue.put(item);
    }

    assertThat(List.of(queue.poll(), queue.poll(), queue.poll())).containsExactly(3, 1, 2);
  }

  @Test
  void F17_lastInFirstOut() {
    AsyncQueue<Integer> queue = AsyncQueue.lifo(0);

    for (int item : new int[] {3, 1, 2}) {
      queue.put(item);
    }

    assertThat(List.of(queue.poll(), queue.poll(), queue.poll())).containsExactly(2, 1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void F2_F3_completeAtOnceOrWhenTheTimeComes(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(1);

    CompletableFuture<Integer> early = queue.get();
    assertThat(early).isNotDone();
    assertThat(queue.put(1)).isCompletedWithValue(null);
    assertThat(early).isCompletedWithValue(1);

    assertThat(queue.put(2)).isCompletedWithValue(null);
    CompletableFuture<Void> full = queue.put(3);
    assertThat(full).isNotDone();
    assertThat(queue.get()).isCompletedWithValue(2);
    assertThat(full).isCompletedWithValue(null);
    assertThat(queue.get()).isCompletedWithValue(3);
  }

  @ParameterizedTest
  @EnumSource
  void F4_F5_offerAndPollNeverWait(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(2);

    assertThat(queue.poll()).isNull();
    assertThat(queue.size()).isZero();
    assertThat(queue.offer(1)).isTrue();
    assertThat(queue.offer(2)).isTrue();
    assertThat(queue.offer(3)).isFalse();
    assertThat(queue.size()).isEqualTo(2);
    queue.put(4);
    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.poll()).isEqualTo(kind == Kind.LIFO ? 2 : 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void F6_zeroOrLessIsNoBound(int capacity) {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(capacity);

    for (int i = 0; i < 10_000; i++) {
      assertThat(queue.offer(i)).isTrue();
    }

    assertThat(queue.size()).isEqualTo(10_000);
  }

  @Test
  void F7_F18_itemsGoToThoseWhoWaitInTheirOrder() {
    AsyncQueue<Integer> queue = AsyncQueue.lifo(0);
    CompletableFuture<Integer> first = queue.get();
    CompletableFuture<Integer> second = queue.get();
    first.thenRun(() -> trace.add("poll " + queue.poll()));

    queue.put(1);
    queue.put(2);

    assertThat(first).isCompletedWithValue(1);
    assertThat(second).isCompletedWithValue(2);
    assertThat(trace).containsExactly("poll null");
  }

  @Test
  void F8_theLongestWaitingPutEntersInTheSameStep() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
    queue.put(1);
    CompletableFuture<Void> second = queue.put(2);
    CompletableFuture<Void> third = queue.put(3);
    second.thenRun(() -> trace.add("offer " + queue.offer(9)));

    assertThat(queue.poll()).isEqualTo(1);

    assertThat(trace).containsExactly("offer false");
    assertThat(third).isNotDone();
    assertThat(List.of(queue.poll(), queue.poll())).containsExactly(2, 3);
    assertThat(queue.poll()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void F10_F14_aCancelledGetLeavesTheItemToTheNext(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(0);
    CompletableFuture<Integer> first = queue.get();
    CompletableFuture<Integer> second = queue.get();
    CompletableFuture<Integer> third = queue.get();

    assertThat(second.cancel(true)).isTrue();
    assertThat(second).isCancelled();
    assertThat(second.cancel(true)).isFalse();
    assertThat(queue.toString()).contains("getters=2");
    assertThat(first.cancel(false)).isTrue();
    queue.put(1);

    assertThat(third).isCompletedWithValue(1);
    assertThat(third.cancel(true)).isFalse();
    assertThat(queue.toString()).contains("getters=0");
  }

  @Test
  void F11_F12_aBodyThatIsCancelledWhileItsItemArrivesKeepsIt() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
    List<CompletableFuture<?>> bodies = new ArrayList<>();
    CompletableFuture<Integer> get = queue.get();
    // The callback runs before the body is resumed, and cancels it when the item is there.
    get.thenRun(() -> trace.add("cancel " + bodies.get(0).cancel(true)));
    CompletableFuture<Integer> body =
        Awaiting.each(
            List.<Awaiting.Source<Integer>>of(
                () -> get, () -> CompletableFuture.completedFuture(trace.size())));
    CompletableFuture<Integer> keeping = Awaiting.one(() -> get.thenApply(item -> item));
    bodies.add(body);

    queue.put(7);

    assertThat(trace).containsExactly("cancel true");
    assertThat(body).isCancelled(); // at the next await
    assertThat(keeping).isCompletedWithValue(7);
  }

  @Test
  void F12_aCancelThatComesAfterTheItemIsDeliveredAtTheNextAwait() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
    List<CompletableFuture<?>> bodies = new ArrayList<>();
    CompletableFuture<Integer> get = queue.get();
    get.thenRun(() -> bodies.get(0).cancel(true));
    CompletableFuture<Integer> body = Awaiting.one(() -> get);
    bodies.add(body);

    queue.put(7);

    assertThat(body).isCompletedWithValue(7);
  }

  @ParameterizedTest
  @EnumSource
  void F13_F14_aCancelledPutTakesItsItemBack(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(1);
    queue.put(1);
    CompletableFuture<Void> second = queue.put(2);
    CompletableFuture<Void> third = queue.put(3);

    assertThat(second.cancel(true)).isTrue();
    assertThat(second).isCancelled();
    assertThat(queue.toString()).contains("putters=1");

    assertThat(queue.poll()).isEqualTo(1);
    assertThat(third).isCompletedWithValue(null);
    assertThat(third.cancel(true)).isFalse();
    assertThat(queue.poll()).isEqualTo(3);
    assertThat(queue.poll()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void F15_F16_joinWaitsForEveryAcceptedItem(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(1);
    assertThat(queue.join()).isCompletedWithValue(null);
    assertThatThrownBy(queue::taskDone)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("taskDone");

    queue.put(1);
    CompletableFuture<Void> waiting = queue.put(2);
    CompletableFuture<Void> joined = queue.join();
    CompletableFuture<Void> given = queue.join();
    assertThat(given.cancel(true)).isTrue();
    queue.poll();
    queue.taskDone();
    assertThat(waiting).isCompletedWithValue(null);
    assertThat(joined).isNotDone(); // the second was accepted before the first was done
    queue.poll();
    queue.taskDone();

    assertThat(joined).isCompletedWithValue(null);
    assertThat(given).isCancelled();
    queue.put(3);
    assertThat(joined).isCompletedWithValue(null);
    assertThat(queue.join()).isNotDone();
    queue.poll();
    queue.taskDone();
    assertThatThrownBy(queue::taskDone).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void F15_aWaitingPutDoesNotCount() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
    queue.put(1);
    CompletableFuture<Void> waiting = queue.put(2);
    queue.taskDone();

    assertThat(queue.join()).isCompletedWithValue(null);
    assertThat(waiting.cancel(true)).isTrue();
    queue.put(3);
    assertThat(queue.join()).isCompletedWithValue(null);
  }

  @ParameterizedTest
  @EnumSource
  void F19_F20_whatIsStoredCanStillBeTaken(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(1);
    queue.put(1);
    CompletableFuture<Void> waiting = queue.put(2);
    CompletableFuture<Void> joined = queue.join();

    queue.shutdown();

    assertFails(waiting);
    assertFails(queue.put(3));
    assertThatThrownBy(() -> queue.offer(4)).isInstanceOf(QueueShutDownException.class);
    assertThat(queue.get()).isCompletedWithValue(1);
    assertFails(queue.get());
    assertThatThrownBy(queue::poll).isInstanceOf(QueueShutDownException.class);
    assertThat(joined).isNotDone();
    queue.taskDone();
    assertThat(joined).isCompletedWithValue(null);
  }

  @ParameterizedTest
  @EnumSource
  void F19_F23_waitingGetsFailInTheirOrderWhenAllIsShut(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(0);
    CompletableFuture<Integer> first = queue.get();
    CompletableFuture<Integer> second = queue.get();
    first.whenComplete((item, failure) -> trace.add("first " + second.isDone() + " " + queue));
    second.whenComplete((item, failure) -> trace.add("second " + failure.getMessage()));

    queue.shutdown();

    assertFails(first);
    assertFails(second);
    assertThat(trace)
        .containsExactly(
            "first false AsyncQueue[size=0, getters=0, putters=0, unfinished=0, shut down]",
            "second the queue has been shut down");
  }

  @ParameterizedTest
  @EnumSource
  void F21_F22_anImmediateShutdownDiscardsAndMayFollow(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(2);
    queue.put(1);
    queue.put(2);
    queue.poll();
    CompletableFuture<Void> joined = queue.join();

    queue.shutdown();
    queue.shutdown();
    assertThat(queue.size()).isEqualTo(1);
    queue.shutdown(true);
    queue.shutdown(true);
    queue.shutdown();

    assertThat(queue.size()).isZero();
    assertFails(queue.get());
    assertThat(joined).isNotDone(); // one was taken and is not done
    queue.taskDone();
    assertThat(joined).isCompletedWithValue(null);
    assertThatThrownBy(queue::taskDone)
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(QueueShutDownException.class);
  }

  @Test
  void F21_discardingTheLastItemsCompletesJoin() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
    queue.put(1);
    CompletableFuture<Void> joined = queue.join();

    queue.shutdown(true);

    assertThat(joined).isCompletedWithValue(null);
  }

  @ParameterizedTest
  @EnumSource
  void F24_nullIsRefused(Kind kind) {
    AsyncQueue<Integer> queue = kind.of(0);
    CompletableFuture<Integer> waiting = queue.get();

    assertThatThrownBy(() -> queue.put(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> queue.offer(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> AsyncQueue.priority(0, null)).isInstanceOf(NullPointerException.class);

    assertThat(queue.join()).isCompletedWithValue(null);
    queue.put(1);
    assertThat(waiting).isCompletedWithValue(1);
  }

  @Test
  void F25_toStringTellsTheState() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
    queue.put(1);
    queue.put(2);

    assertThat(queue)
        .hasToString("AsyncQueue[size=1, capacity=1, getters=0, putters=1, unfinished=1]");
  }

  @Test
  void G28_onlyTheQueueCompletesItsStages() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
    CompletableFuture<Integer> get = queue.get();

    assertThat(get.complete(9)).isFalse();
    assertThat(get.completeExceptionally(new AssertionError())).isFalse();
    queue.put(1);

    assertThat(get).isCompletedWithValue(1);
  }

  private static void assertFails(CompletableFuture<?> stage) {
    assertThat(stage).isDone();
    assertThatThrownBy(() -> Stages.get(stage)).isInstanceOf(QueueShutDownException.class);
  }
}

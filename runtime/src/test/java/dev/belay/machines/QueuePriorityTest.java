package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Clause F17: the order of a priority queue, also when the comparator throws. */
// What a call does to others is what is tested.
@SuppressWarnings({"FutureReturnValueIgnored", "IgnoredStage"})
class QueuePriorityTest {
  private final Random random = new Random(1);
  private int untilFailure = Integer.MAX_VALUE;

  private record Job(int priority, int arrival) {}

  private final Comparator<Job> moody =
      (one, other) -> {
        if (untilFailure-- == 0) {
          throw new IllegalArgumentException("moody");
        }
        return Integer.compare(one.priority(), other.priority());
      };

  @Test
  void F17_smallestFirstAndEqualOnesInTheirOrder() {
    AsyncQueue<Job> queue = AsyncQueue.priority(0, moody);
    List<Job> model = new ArrayList<>();

    for (int i = 0; i < 20_000; i++) {
      if (model.isEmpty() || random.nextInt(5) < 3) {
        Job job = new Job(random.nextInt(50), i);
        queue.put(job);
        model.add(job);
      } else {
        assertThat(queue.poll()).isEqualTo(removeNext(model));
      }
    }
    while (!model.isEmpty()) {
      assertThat(queue.poll()).isEqualTo(removeNext(model));
    }
    assertThat(queue.poll()).isNull();
  }

  @Test
  void F17_aComparatorThatThrowsChangesNothing() {
    AsyncQueue<Job> queue = AsyncQueue.priority(0, moody);
    List<Job> model = new ArrayList<>();
    int failures = 0;

    for (int i = 0; i < 20_000; i++) {
      untilFailure = random.nextInt(12);
      boolean put = random.nextInt(5) < 3;
      Job job = new Job(random.nextInt(50), i);
      CompletableFuture<?> stage = put ? queue.put(job) : queue.size() > 0 ? queue.get() : null;
      untilFailure = Integer.MAX_VALUE;
      if (stage == null) {
        continue;
      }
      assertThat(stage).isDone();
      if (stage.isCompletedExceptionally()) {
        failures++;
        assertThatThrownBy(() -> Stages.get(stage)).hasMessage("moody");
      } else if (put) {
        model.add(job);
      } else {
        assertThat(stage).isCompletedWithValueMatching(removeNext(model)::equals);
      }
      assertThat(queue.size()).isEqualTo(model.size());
    }
    while (!model.isEmpty()) {
      assertThat(queue.poll()).isEqualTo(removeNext(model));
      queue.taskDone();
    }
    assertThat(failures).isGreaterThan(1_000);
  }

  @Test
  void F17_F8_aWaitingPutWhoseItemCannotBeComparedFailsAndTheNextEnters() {
    AsyncQueue<Job> queue = AsyncQueue.priority(2, moody);
    queue.put(new Job(1, 0));
    queue.put(new Job(2, 0));
    CompletableFuture<Void> bad = queue.put(new Job(3, 0));
    CompletableFuture<Void> good = queue.put(new Job(4, 0));
    untilFailure = 0; // taking compares nothing here, admitting does

    assertThat(queue.poll()).isEqualTo(new Job(1, 0));

    assertThatThrownBy(bad::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(good).isCompletedWithValue(null);
    assertThat(List.of(queue.poll(), queue.poll())).containsExactly(new Job(2, 0), new Job(4, 0));
  }

  @Test
  void F17_aComparatorThatUsesTheQueueIsToldSo() {
    List<AsyncQueue<Integer>> self = new ArrayList<>();
    AsyncQueue<Integer> queue =
        AsyncQueue.priority(
            0, (one, other) -> self.get(0).size() < 9 ? 0 : Integer.compare(one, other));
    self.add(queue);
    queue.put(1);

    assertThatThrownBy(() -> Stages.get(queue.put(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("comparator");
    assertThat(queue.size()).isEqualTo(1);
  }

  private static Job removeNext(List<Job> model) {
    Job next =
        model.stream()
            .min(Comparator.comparingInt(Job::priority).thenComparingInt(Job::arrival))
            .orElseThrow();
    model.remove(next);
    return next;
  }
}

package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncQueue;
import dev.belay.QueueShutDownException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** Wrong uses of queues. */
@SuppressWarnings("FutureReturnValueIgnored") // The test looks at what a wrong use returns.
final class QueueMisuses {
  private QueueMisuses() {}

  static List<Misuse> all() {
    List<Misuse> cases = new ArrayList<>();
    for (Callable<AsyncQueue<Integer>> kind :
        Arrays.<Callable<AsyncQueue<Integer>>>asList(
            () -> AsyncQueue.fifo(3),
            () -> AsyncQueue.lifo(-1),
            () -> AsyncQueue.priority(0, Integer::compare))) {
      cases.add(
          Misuse.of(
              "a null item is put",
              NullPointerException.class,
              "item",
              () -> storing(kind.call(), queue -> queue.put(null))));
      cases.add(
          Misuse.of(
              "a null item is offered",
              NullPointerException.class,
              "item",
              () -> storing(kind.call(), queue -> queue.offer(null))));
      cases.add(
          Misuse.of(
              "taskDone() without an item",
              IllegalStateException.class,
              "taskDone()",
              () -> {
                AsyncQueue<Integer> queue = kind.call();
                return new Misuse.Attempt(
                    done(queue),
                    () -> {
                      assertThat(queue.join()).isCompleted();
                      assertThat(queue.offer(1)).isTrue();
                      assertThat(queue.join()).isNotDone();
                    });
              }));
      cases.add(
          Misuse.of(
              "put after shutdown",
              QueueShutDownException.class,
              "",
              () -> shutDown(kind.call(), queue -> queue.put(8))));
      cases.add(
          Misuse.of(
              "offer after shutdown",
              QueueShutDownException.class,
              "",
              () -> shutDown(kind.call(), queue -> queue.offer(8))));
    }
    return cases;
  }

  private interface Use {
    Object of(AsyncQueue<Integer> queue);
  }

  private static Callable<?> done(AsyncQueue<Integer> queue) {
    return () -> {
      queue.taskDone();
      return null;
    };
  }

  private static Misuse.Attempt storing(AsyncQueue<Integer> queue, Use use) {
    assertThat(queue.put(7)).isCompleted();
    return new Misuse.Attempt(
        () -> use.of(queue),
        () -> {
          assertThat(queue.size()).isEqualTo(1);
          assertThat(queue.get()).isCompletedWithValue(7);
        });
  }

  private static Misuse.Attempt shutDown(AsyncQueue<Integer> queue, Use use) {
    Misuse.Attempt attempt = storing(queue, use);
    queue.shutdown();
    queue.shutdown();
    return attempt;
  }
}

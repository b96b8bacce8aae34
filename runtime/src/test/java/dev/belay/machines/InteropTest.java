package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Async;
import dev.belay.AsyncQueue;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.TaskGroup;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the stages of the JDK do, and what no lock of ours may be held for. */
class InteropTest {
  /** What the callback does needs every lock there is, on another thread. */
  private static void elsewhere(Runnable task) {
    CompletableFuture.runAsync(task).orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void H12_theCallbacksOfAQueueRunUnderNoLock() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
    CompletableFuture<Void> got =
        queue.get().thenRun(() -> elsewhere(() -> assertThat(queue.offer(2)).isTrue()));
    CompletableFuture<Void> joined = queue.join().thenRun(() -> elsewhere(queue::size));

    assertThat(queue.offer(1)).isTrue();
    queue.taskDone();
    assertThat(queue.poll()).isEqualTo(2);
    queue.taskDone();

    assertThat(got).isCompleted();
    assertThat(joined).isCompleted();
    CompletableFuture<Boolean> refused =
        queue
            .get()
            .handle(
                (item, failure) -> {
                  elsewhere(queue::shutdown);
                  return failure != null;
                });
    queue.shutdown();
    assertThat(refused).isCompletedWithValue(true);
  }

  @Test
  void H12_theTasksAndExitsOfAScopeRunUnderNoLock() {
    CompletableFuture<String> grouped =
        TaskGroup.scope()
            .use(
                group ->
                    group.fork(
                        () -> {
                          elsewhere(
                              () -> {
                                Object unused =
                                    group.fork(() -> CompletableFuture.completedFuture(1));
                              });
                          return CompletableFuture.completedFuture("grouped");
                        }));
    CompletableFuture<String> stacked =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(
                      () -> {
                        elsewhere(() -> stack.defer(() -> CompletableFuture.completedFuture(1)));
                        return CompletableFuture.completedFuture(2);
                      });
                  return CompletableFuture.completedFuture("stacked");
                });

    assertThat(grouped).isCompletedWithValue("grouped");
    assertThat(stacked).isCompletedWithValue("stacked");
  }

  @Test
  void H19_cancellingADependentLeavesTheBodyAlone() {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CompletableFuture<Integer> body = AsyncScope.ofValue(1).use(one -> stage);

    assertThat(body.thenApply(value -> value).cancel(true)).isTrue();
    assertThat(body.orTimeout(1, TimeUnit.NANOSECONDS)).failsWithin(30, TimeUnit.SECONDS);
    assertThat(body).isNotDone();
    assertThat(stage).isNotDone();

    assertThat(Async.timeout(Duration.ofNanos(1), () -> body)).failsWithin(30, TimeUnit.SECONDS);
    assertThat(stage).isCancelled();
  }
}

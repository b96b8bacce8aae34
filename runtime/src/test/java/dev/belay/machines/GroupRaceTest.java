package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.Opened;
import dev.belay.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
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

/** Clause H25 for groups and stacks: whoever comes first, everything ends and nothing is left. */
@SuppressWarnings("FutureReturnValueIgnored") // What becomes of the whole is what is tested.
class GroupRaceTest {
  private static final int ROUNDS = 2_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void G10_H25_failuresCancelsAndEndsThatMeet() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      boolean cancelling = round % 2 == 0;
      IOException failure = new IOException();
      AtomicInteger running = new AtomicInteger();
      List<CompletableFuture<String>> stages = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        stages.add(new CompletableFuture<>());
      }
      CompletableFuture<String> block = new CompletableFuture<>();
      CompletableFuture<String> use =
          TaskGroup.scope()
              .use(
                  group -> {
                    for (CompletableFuture<String> stage : stages) {
                      running.incrementAndGet();
                      group.fork(() -> stage).whenComplete((v, t) -> running.decrementAndGet());
                    }
                    return block;
                  });
      int[] left = {-1};
      CompletableFuture<Throwable> outcome =
          use.handle(
              (value, thrown) -> {
                left[0] = running.get();
                return thrown;
              });

      race(
          List.of(
              () -> stages.get(0).complete(""),
              () -> stages.get(1).completeExceptionally(failure),
              () -> block.complete("value"),
              () -> cancelling && use.cancel(true),
              () -> stages.get(2).completeExceptionally(failure)));
      stages.get(3).complete("");

      Throwable thrown = outcome.get(30, TimeUnit.SECONDS);
      assertThat(left[0]).isZero();
      if (cancelling && thrown instanceof CancellationException) {
        continue;
      }
      assertThat(thrown).isSameAs(failure);
      assertThat(thrown).hasNoSuppressedExceptions();
    }
  }

  @Test
  void G18_H25_forksThatMeetTheEnd() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AtomicInteger started = new AtomicInteger();
      CompletableFuture<String> block = new CompletableFuture<>();
      CompletableFuture<String> last = new CompletableFuture<>();
      TaskGroup[] groups = new TaskGroup[1];
      CompletableFuture<String> use =
          TaskGroup.scope()
              .use(
                  group -> {
                    groups[0] = group;
                    return block;
                  });
      CompletableFuture<?>[] forked = new CompletableFuture<?>[1];

      race(
          List.of(
              () -> block.complete("value"),
              () ->
                  forked[0] =
                      groups[0].fork(
                          () -> {
                            started.incrementAndGet();
                            return last;
                          })));

      boolean refused = forked[0].isCompletedExceptionally();
      assertThat(started.get()).isEqualTo(refused ? 0 : 1);
      assertThat(use.isDone()).isEqualTo(refused);
      last.complete("");
      assertThat(use).isCompletedWithValue("value");
    }
  }

  @Test
  void D45_H25_entersThatMeetTheClose() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      AtomicInteger open = new AtomicInteger();
      CompletableFuture<String> opening = new CompletableFuture<>();
      boolean[] asked = new boolean[1];
      AsyncScope<String> scope =
          AsyncScope.of(
              () -> {
                asked[0] = true;
                return opening;
              },
              value -> CompletableFuture.completedFuture(open.decrementAndGet()));
      Opened<AsyncStack> opened = AsyncStack.scope().open().get(30, TimeUnit.SECONDS);
      AsyncStack stack = opened.value();
      CompletableFuture<?>[] stages = new CompletableFuture<?>[3];

      race(
          List.of(
              () -> stages[0] = stack.enter(scope),
              () -> {
                open.incrementAndGet();
                return opening.complete("r") ? open : open.decrementAndGet();
              },
              () -> stages[1] = stack.closeAsync().toCompletableFuture(),
              () -> stages[2] = opened.close(null).toCompletableFuture()));

      stages[1].get(30, TimeUnit.SECONDS);
      stages[2].get(30, TimeUnit.SECONDS);
      assertThat(stages[0]).isDone();
      assertThat(open.get()).isEqualTo(asked[0] ? 0 : 1);
    }
  }

  private interface Racer extends java.util.concurrent.Callable<Object> {}

  private void race(List<? extends Racer> racers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(racers.size());
    List<Future<?>> running = new ArrayList<>();
    for (Racer racer : racers) {
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

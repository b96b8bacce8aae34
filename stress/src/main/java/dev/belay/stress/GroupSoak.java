package dev.belay.stress;

import dev.belay.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two threads complete, fail and cancel the tasks and the block of a group: it ends when all have
 * ended, with a failure if one was the first to come, and never otherwise.
 */
final class GroupSoak {
  private static final int TASKS = 6;

  private final List<CompletableFuture<String>> stages = new ArrayList<>();
  private final CompletableFuture<String> block = new CompletableFuture<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger leftBehind = new AtomicInteger();
  private final CompletableFuture<String> use;
  private final CompletableFuture<Throwable> outcome;

  private GroupSoak() {
    for (int i = 0; i < TASKS; i++) {
      stages.add(new CompletableFuture<>());
    }
    use =
        TaskGroup.scope()
            .use(
                group -> {
                  for (CompletableFuture<String> stage : stages) {
                    running.incrementAndGet();
                    group
                        .fork(() -> Awaiting.of(() -> stage))
                        .whenComplete((value, failure) -> running.decrementAndGet());
                  }
                  return Awaiting.of(() -> block);
                });
    outcome =
        use.handle(
            (value, failure) -> {
              leftBehind.set(running.get());
              return failure;
            });
  }

  static String run(Duration time) throws Exception {
    SplittableRandom random = new SplittableRandom(2);
    long end = System.nanoTime() + time.toNanos();
    long[] ends = new long[3];
    long rounds = 0;
    while (System.nanoTime() < end) {
      List<GroupSoak> groups = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        groups.add(new GroupSoak());
      }
      SplittableRandom one = random.split();
      SplittableRandom other = random.split();
      Soak.race(
          () -> groups.forEach(group -> group.disturb(one, 0)),
          () -> groups.forEach(group -> group.disturb(other, 1)));
      for (GroupSoak group : groups) {
        ends[group.check()]++;
        rounds++;
      }
    }
    return rounds
        + " groups: "
        + ends[0]
        + " ended well, "
        + ends[1]
        + " failed, "
        + ends[2]
        + " were cancelled; no task was left behind";
  }

  /** Ends every other task, in one way or another. */
  private void disturb(SplittableRandom random, int from) {
    for (int i = from; i < TASKS; i += 2) {
      switch (random.nextInt(16)) {
        case 0 -> stages.get(i).completeExceptionally(new IllegalStateException("task " + i));
        case 1 -> stages.get(i).cancel(true);
        case 2 -> use.cancel(true);
        default -> stages.get(i).complete("");
      }
      stages.get(i).complete("");
    }
    if (from == 0) {
      block.complete("value");
    }
  }

  private int check() {
    if (!outcome.isDone() || leftBehind.get() != 0 || running.get() != 0) {
      throw new AssertionError("ended " + outcome.isDone() + ", left " + leftBehind.get());
    }
    Throwable failure = outcome.join();
    if (failure == null) {
      return 0;
    }
    if (failure instanceof CancellationException) {
      return 2;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof CancellationException) {
        throw new AssertionError("a cancellation is suppressed", failure);
      }
    }
    return 1;
  }
}

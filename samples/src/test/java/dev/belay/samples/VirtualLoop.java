package dev.belay.samples;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A loop on the thread of a test, in which time passes only when nothing else is to be done. */
final class VirtualLoop implements Loop {
  private record Timer(Duration due, int number, CompletableFuture<Object> awake) {}

  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
  private Duration now = Duration.ZERO;
  private int started;

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public CompletionStage<?> sleep(Duration time) {
    Timer timer = new Timer(now.plus(time), started++, new CompletableFuture<>());
    timers.add(timer);
    return timer.awake();
  }

  Duration now() {
    return now;
  }

  /** Runs until there is nothing to be done. */
  void run() {
    for (; ; ) {
      Runnable task = ready.poll();
      if (task != null) {
        task.run();
        continue;
      }
      Timer next = timers.poll();
      if (next == null) {
        return;
      }
      now = next.due();
      next.awake().complete(next);
    }
  }
}

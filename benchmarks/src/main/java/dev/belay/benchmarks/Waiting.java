package dev.belay.benchmarks;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * What a task costs that waits, some calls deep, for a stage: bytes, and the time from its start to
 * its end, for many tasks of which all wait before the first goes on. On JDK 21 or newer.
 */
final class Waiting {
  private static final int ROUNDS = 7;

  private Waiting() {}

  /** A way to wait for a stage. */
  private interface Tasks extends AutoCloseable {
    Future<Integer> start(CompletableFuture<Integer> stage, int depth);

    @Override
    void close();
  }

  /**
   * Prints a table.
   *
   * @param args how many tasks
   */
  public static void main(String... args) throws Exception {
    int count = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
    System.out.printf("%d tasks, JDK %s%n", count, System.getProperty("java.version"));
    System.out.println("| | depth | bytes each | ns each |\n| --- | --- | --- | --- |");
    for (int depth : new int[] {1, 10, 50}) {
      try (Tasks tasks = new Bodies()) {
        print("Belay", tasks, count, depth);
      }
      try (Tasks tasks = new Calls()) {
        print("virtual threads", tasks, count, depth);
      }
    }
  }

  private static void print(String name, Tasks tasks, int count, int depth) throws Exception {
    long[] bytes = new long[ROUNDS];
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = used();
      List<CompletableFuture<Integer>> stages = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        stages.add(new CompletableFuture<>());
      }
      List<Future<Integer>> ends = new ArrayList<>(count);
      long begun = System.nanoTime();
      for (CompletableFuture<Integer> stage : stages) {
        ends.add(tasks.start(stage, depth));
      }
      for (CompletableFuture<Integer> stage : stages) {
        while (stage.getNumberOfDependents() == 0) {
          Thread.onSpinWait();
        }
      }
      long waiting = System.nanoTime() - begun;
      bytes[round] = used() - before;
      begun = System.nanoTime();
      stages.forEach(stage -> stage.complete(1));
      long sum = 0;
      for (Future<Integer> end : ends) {
        sum += end.get();
      }
      nanos[round] = waiting + System.nanoTime() - begun;
      if (sum != count) {
        throw new AssertionError(sum);
      }
    }
    System.out.printf(
        "| %s | %d | %d | %d |%n", name, depth, median(bytes) / count, median(nanos) / count);
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** After what is garbage has gone. */
  private static long used() {
    Runtime memory = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return memory.totalMemory() - memory.freeMemory();
  }

  /** Each call a body of its own. */
  private static final class Bodies implements Tasks {
    @Override
    public Future<Integer> start(CompletableFuture<Integer> stage, int depth) {
      return WaitingAsync.body(stage, depth);
    }

    @Override
    public void close() {}
  }

  @AsyncMethod
  static int body(CompletableFuture<Integer> stage, int depth) {
    if (depth == 1) {
      return await(stage);
    }
    return await(WaitingAsync.body(stage, depth - 1));
  }

  /** Each task a thread, each call a call. */
  private static final class Calls implements Tasks {
    private final ExecutorService executor = VirtualThreads.executor();

    @Override
    public Future<Integer> start(CompletableFuture<Integer> stage, int depth) {
      return executor.submit(() -> called(stage, depth));
    }

    private static int called(CompletableFuture<Integer> stage, int depth) {
      return depth == 1 ? stage.join() : called(stage, depth - 1);
    }

    @Override
    public void close() {
      executor.shutdown();
    }
  }
}

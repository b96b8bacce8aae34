package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import dev.belay.AsyncQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Producers and consumers at a queue of sixteen, as many of the ones as of the others. */
@OperationsPerInvocation(COUNT)
public class QueueTraffic extends Workload {
  private static final int CAPACITY = 16;

  @Param({"1", "4"})
  public int pairs;

  private ExecutorService producing;
  private ExecutorService consuming;

  @Setup
  public void start() {
    producing = Executors.newSingleThreadExecutor();
    consuming = Executors.newSingleThreadExecutor();
  }

  @TearDown
  public void stop() {
    producing.shutdown();
    consuming.shutdown();
  }

  /** Everybody on the thread of the benchmark. */
  @Benchmark
  public long belayOneLoop() {
    return outcome(traffic(Runnable::run, Runnable::run));
  }

  @Benchmark
  public long kotlinOneLoop() {
    return outcome(Coroutines.queueOnOneLoop(pairs, CAPACITY));
  }

  /** Producers begin on one thread and consumers on another. */
  @Benchmark
  public long belayThreads() {
    return outcome(traffic(producing, consuming));
  }

  @Benchmark
  public long kotlinThreads() {
    return outcome(Coroutines.queueOnThePool(pairs, CAPACITY));
  }

  private long traffic(Executor producers, Executor consumers) {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(CAPACITY);
    List<CompletableFuture<Long>> sums = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      CompletableFuture<?> unused = QueuesAsync.produce(producers, queue, i, pairs);
      sums.add(QueuesAsync.consume(consumers, queue, COUNT / pairs));
    }
    return sums.stream().mapToLong(CompletableFuture::join).sum();
  }
}

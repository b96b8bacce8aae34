package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;

/** Asynchronous methods that call asynchronous methods, down to one that awaits a stage. */
@OperationsPerInvocation(COUNT)
public class MethodDepth extends PoolWorkload {
  @Param({"1", "10", "100"})
  public int depth;

  @Benchmark
  public long byHand() {
    ByHandMethods calls = new ByHandMethods(pool, COUNT, depth);
    calls.run();
    loop.run();
    return outcome(calls.sum);
  }

  @Benchmark
  public long belay() {
    CompletableFuture<Long> sum = MethodsAsync.sum(pool, COUNT, depth);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long kotlin() {
    CompletableFuture<Long> sum = Coroutines.sumCalls(COUNT, depth, pool);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long futures() {
    long[] sum = {0};
    if (stages.equals("completed")) {
      for (int i = 0; i < COUNT; i++) {
        sum[0] += chain(i, depth).join();
      }
    } else {
      next(0, sum);
      loop.run();
    }
    return outcome(sum[0]);
  }

  private CompletableFuture<Integer> chain(int i, int levels) {
    return levels == 1 ? pool.open(i) : chain(i, levels - 1).thenApply(value -> value);
  }

  @SuppressWarnings("IgnoredStage") // a loop by callbacks: what fails shows in the sum
  private void next(int i, long[] sum) {
    if (i < COUNT) {
      chain(i, depth)
          .thenAccept(
              value -> {
                sum[0] += value;
                next(i + 1, sum);
              });
    }
  }
}

package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Loops in bodies, beside the same in plain Java; for each turn of the outermost. */
@OperationsPerInvocation(COUNT)
public class LoopsInBodies extends Workload {
  private final CompletableFuture<Integer> stage = CompletableFuture.completedFuture(1);
  private final CompletableFuture<Integer>[] stages = Numbers.completed();
  private final long computed = Loops.computingPlainly(stage, COUNT);
  private final long nested = Loops.nestedPlainly(stages, COUNT);

  @Benchmark
  public long byHandComputing() {
    return same(computed, Loops.computingPlainly(stage, COUNT));
  }

  @Benchmark
  public long belayComputing() {
    return same(computed, LoopsAsync.computing(stage, COUNT).join());
  }

  @Benchmark
  public long byHandNested() {
    return same(nested, Loops.nestedPlainly(stages, COUNT));
  }

  @Benchmark
  public long belayNested() {
    return same(nested, LoopsAsync.nested(stages, COUNT).join());
  }
}

package dev.belay.benchmarks;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What all benchmarks over elements have in common. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    // A heap that has not been touched costs a page fault for each few elements, and says nothing.
    jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public abstract class Workload {

  /** The result of a stage that must be there by now, and right. */
  static long outcome(CompletionStage<Long> stage) {
    return outcome(stage.toCompletableFuture().getNow(-1L));
  }

  static long outcome(long sum) {
    if (sum != Numbers.sum()) {
      throw new AssertionError("not the sum of the elements: " + sum);
    }
    return sum;
  }

  /** What must be what plain Java computes. */
  static long same(long expected, long actual) {
    if (expected != actual) {
      throw new AssertionError("not what plain Java computes: " + actual);
    }
    return actual;
  }
}

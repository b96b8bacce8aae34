package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A generator with nothing to wait for as a virtual thread, which hands its elements to another. On
 * JDK 21 or newer; with {@code -jvmArgsAppend -Djdk.virtualThreadScheduler.parallelism=1} both run
 * on one carrier.
 */
@OperationsPerInvocation(COUNT)
public class GeneratorThreads extends Workload {
  private ExecutorService threads;

  @Setup
  public void start() {
    threads = VirtualThreads.executor();
  }

  @TearDown
  public void stop() {
    threads.shutdown();
  }

  @Benchmark
  public long byHand() {
    return outcome(ByHand.sum(new ByHand.Ready(COUNT)));
  }

  @Benchmark
  public long belay() {
    return outcome(GeneratorsAsync.sum(GeneratorsAsync.ready(COUNT)));
  }

  @Benchmark
  public long virtualThreads() throws Exception {
    HandOver elements = new HandOver();
    Future<?> generator =
        threads.submit(
            () -> {
              for (int i = 0; i < COUNT; i++) {
                elements.give(Numbers.of(i));
              }
            });
    Future<Long> sum =
        threads.submit(
            () -> {
              long taken = 0;
              for (int i = 0; i < COUNT; i++) {
                taken += elements.take();
              }
              return taken;
            });
    long taken = sum.get();
    generator.get();
    return outcome(taken);
  }
}

package dev.belay.benchmarks;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * A body of so many statements, of which each tenth awaits a complete stage, beside the same in
 * plain Java; for each statement. HotSpot compiles no method of more than 8,000 bytes.
 */
@OperationsPerInvocation(BodySizes.TOTAL)
public class BodySizes extends Workload {
  static final int TOTAL = 2_000;

  @Param({"10", "100", "500", "2000"})
  int statements;

  private final CompletableFuture<Integer> stage = CompletableFuture.completedFuture(1);
  private SizedBody body;
  private long expected;

  @Setup
  public void compile() throws ReflectiveOperationException, IOException {
    body = SizedSource.of(statements).compiled();
    expected = body.plain(1, stage);
  }

  @Benchmark
  public long byHand() {
    long last = 0;
    for (int i = 0; i < TOTAL / statements; i++) {
      last = body.plain(1, stage);
    }
    return same(expected, last);
  }

  @Benchmark
  public long belay() {
    long last = 0;
    for (int i = 0; i < TOTAL / statements; i++) {
      last = body.belay(1, stage).join();
    }
    return same(expected, last);
  }
}

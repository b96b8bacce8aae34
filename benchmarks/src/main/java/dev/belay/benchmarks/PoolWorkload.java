package dev.belay.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** What benchmarks have in common whose stages come from a pool, complete or later. */
public abstract class PoolWorkload extends Workload {
  @Param({"completed", "pending"})
  public String stages;

  final EventLoop loop = new EventLoop();
  Pool pool;

  @Setup
  public void open() {
    pool = stages.equals("completed") ? Pool.completed() : Pool.pending(loop);
  }
}

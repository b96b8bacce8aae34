package dev.belay.benchmarks;

import java.util.concurrent.CompletableFuture;

/** The elements: boxed once, so that no benchmark measures boxing. */
public final class Numbers {
  /** How many elements one operation has. */
  public static final int COUNT = 1_000;

  private Numbers() {}

  /** An element; always one of {@link Integer}'s cached ones. */
  public static Integer of(int i) {
    return i & 127;
  }

  /** What all benchmarks over {@link #COUNT} elements must come to. */
  public static long sum() {
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += of(i);
    }
    return sum;
  }

  /** Completed stages of each element, made beforehand. */
  @SuppressWarnings("unchecked")
  public static CompletableFuture<Integer>[] completed() {
    CompletableFuture<Integer>[] stages = new CompletableFuture[128];
    for (int i = 0; i < stages.length; i++) {
      stages[i] = CompletableFuture.completedFuture(i);
    }
    return stages;
  }
}

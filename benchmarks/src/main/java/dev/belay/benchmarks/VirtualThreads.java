package dev.belay.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, for code that is compiled for a Java that has none. */
final class VirtualThreads {
  private VirtualThreads() {}

  /** Each task a thread. */
  static ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there are no virtual threads before JDK 21", e);
    }
  }
}

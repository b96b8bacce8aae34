package dev.belay.reactivestreams;

import static dev.belay.Async.await;

import dev.belay.AsyncGenerator;
import dev.belay.Yield;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** A generator with something to release, which remembers what became of it. */
final class Numbers {
  private final List<Integer> produced = new CopyOnWriteArrayList<>();
  private final CompletableFuture<@Nullable Void> released = new CompletableFuture<>();

  /** 1, 2, ...: each on a thread of its own choice. */
  @AsyncGenerator
  void upTo(int last, Yield<Integer> out) {
    try {
      for (int number = 1; number <= last; number++) {
        await(elsewhere());
        produced.add(number);
        out.yield(number);
      }
    } finally {
      await(elsewhere());
      released.complete(null);
    }
  }

  /** 1, and then the failure. */
  @AsyncGenerator
  static void failing(RuntimeException failure, Yield<Integer> out) {
    await(elsewhere());
    out.yield(1);
    throw failure;
  }

  private static CompletableFuture<@Nullable Void> elsewhere() {
    return CompletableFuture.runAsync(() -> {}, ForkJoinPool.commonPool());
  }

  List<Integer> produced() {
    return produced;
  }

  /** Completes when what the generator holds has been released. */
  CompletableFuture<@Nullable Void> released() {
    return released;
  }
}

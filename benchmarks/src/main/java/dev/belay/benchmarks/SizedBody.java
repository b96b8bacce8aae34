package dev.belay.benchmarks;

import java.util.concurrent.CompletableFuture;

/** The same statements as an asynchronous method, and as plain Java. */
public interface SizedBody {
  CompletableFuture<Long> belay(long start, CompletableFuture<Integer> stage);

  long plain(long start, CompletableFuture<Integer> stage);
}

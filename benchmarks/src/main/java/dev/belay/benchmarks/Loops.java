package dev.belay.benchmarks;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import java.util.concurrent.CompletableFuture;

/** Bodies with loops, and what they are in plain Java. */
final class Loops {
  private Loops() {}

  /** Computes, and waits only before and after. */
  @AsyncMethod
  static long computing(CompletableFuture<Integer> stage, int count) {
    long hash = await(stage);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 16; j++) {
        hash = hash * 31 + (i ^ j);
      }
    }
    return hash + await(stage);
  }

  static long computingPlainly(CompletableFuture<Integer> stage, int count) {
    long hash = stage.join();
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < 16; j++) {
        hash = hash * 31 + (i ^ j);
      }
    }
    return hash + stage.join();
  }

  /** Awaits in the innermost of everything. */
  @AsyncMethod
  static long nested(CompletableFuture<Integer>[] stages, int count) {
    long hash = 0;
    for (int i = 0; i < count; i++) {
      try {
        switch (i & 3) {
          case 0 -> hash += await(stages[i & 127]);
          case 1 -> hash ^= i;
          default -> {
            for (int j = 0; j < 2; j++) {
              hash = hash * 31 + await(stages[j]);
            }
          }
        }
      } finally {
        hash++;
      }
    }
    return hash;
  }

  static long nestedPlainly(CompletableFuture<Integer>[] stages, int count) {
    long hash = 0;
    for (int i = 0; i < count; i++) {
      try {
        switch (i & 3) {
          case 0 -> hash += stages[i & 127].join();
          case 1 -> hash ^= i;
          default -> {
            for (int j = 0; j < 2; j++) {
              hash = hash * 31 + stages[j].join();
            }
          }
        }
      } finally {
        hash++;
      }
    }
    return hash;
  }
}

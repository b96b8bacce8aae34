package dev.belay.benchmarks;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;

/** The templates that call each other. */
final class Methods {
  private Methods() {}

  @AsyncMethod
  static long sum(Pool pool, int count, int depth) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += await(MethodsAsync.deep(pool, i, depth));
    }
    return sum;
  }

  @AsyncMethod
  static int deep(Pool pool, int i, int depth) {
    if (depth == 1) {
      return await(pool.open(i));
    }
    return await(MethodsAsync.deep(pool, i, depth - 1));
  }
}

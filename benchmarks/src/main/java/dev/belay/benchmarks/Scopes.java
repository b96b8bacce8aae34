package dev.belay.benchmarks;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.AsyncScope;
import dev.belay.Yield;

/** The templates that open and close. */
final class Scopes {
  private Scopes() {}

  @AsyncResource
  static void session(Pool pool, int i, Yield<Integer> scope) {
    Integer session = await(pool.open(i));
    try {
      scope.yield(session);
    } finally {
      await(pool.close(session));
    }
  }

  /** One after the other. */
  @AsyncMethod
  static long sum(Pool pool, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      Integer session = using(ScopesAsync.session(pool, i));
      sum += session;
    }
    return sum;
  }

  /** The same with two functions in place of a template. */
  @AsyncMethod
  static long sumOfFunctions(Pool pool, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int number = i;
      Integer session = using(AsyncScope.of(() -> pool.open(number), pool::close));
      sum += session;
    }
    return sum;
  }

  /** The same, written out. */
  @AsyncMethod
  static long sumOfTries(Pool pool, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      Integer session = await(pool.open(i));
      try {
        sum += session;
      } finally {
        await(pool.close(session));
      }
    }
    return sum;
  }
}

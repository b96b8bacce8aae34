package dev.belay.benchmarks;

import static dev.belay.Async.await;
import static dev.belay.Async.each;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncIterable;
import dev.belay.AsyncMethod;
import dev.belay.Yield;
import java.util.concurrent.CompletableFuture;

/** The templates that are measured. */
final class Generators {
  private Generators() {}

  @AsyncGenerator
  static void ready(int count, Yield<Integer> out) {
    for (int i = 0; i < count; i++) {
      out.yield(Numbers.of(i));
    }
  }

  @AsyncGenerator
  static void completed(int count, CompletableFuture<Integer>[] stages, Yield<Integer> out) {
    for (int i = 0; i < count; i++) {
      out.yield(await(stages[i & 127]));
    }
  }

  @AsyncGenerator
  static void pending(int count, EventLoop loop, Yield<Integer> out) {
    for (int i = 0; i < count; i++) {
      out.yield(await(loop.later(Numbers.of(i))));
    }
  }

  /** Hands elements on, as a layer of an application does. */
  @AsyncGenerator
  static void passing(AsyncIterable<Integer> source, Yield<Integer> out) {
    for (Integer element : each(source)) {
      out.yield(element);
    }
  }

  @AsyncMethod
  static long sum(AsyncIterable<Integer> elements) {
    long sum = 0;
    for (Integer element : each(elements)) {
      sum += element;
    }
    return sum;
  }
}

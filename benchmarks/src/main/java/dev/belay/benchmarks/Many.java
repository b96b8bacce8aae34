package dev.belay.benchmarks;

import static dev.belay.Async.each;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncIterable;
import dev.belay.AsyncMethod;
import dev.belay.Yield;
import java.util.List;

/**
 * Three more generators and consumers of the elements of {@link Generators}, so that no call has
 * one target.
 */
final class Many {
  private Many() {}

  @AsyncGenerator
  static void listed(List<Integer> numbers, Yield<Integer> out) {
    for (Integer number : numbers) {
      out.yield(number);
    }
  }

  @AsyncGenerator
  static void indexed(Integer[] numbers, Yield<Integer> out) {
    int i = 0;
    while (i < numbers.length) {
      out.yield(numbers[i++]);
    }
  }

  @AsyncGenerator
  static void chunked(Integer[] numbers, Yield<Integer> out) {
    for (int from = 0; from < numbers.length; from += 10) {
      for (int i = from; i < from + 10; i++) {
        out.yield(numbers[i]);
      }
    }
  }

  @AsyncMethod
  static long negated(AsyncIterable<Integer> elements) {
    long sum = 0;
    for (Integer element : each(elements)) {
      sum -= element;
    }
    return -sum;
  }

  @AsyncMethod
  static long doubled(AsyncIterable<Integer> elements) {
    long sum = 0;
    for (Integer element : each(elements)) {
      sum += 2 * element;
    }
    return sum / 2;
  }

  @AsyncMethod
  static long shifted(AsyncIterable<Integer> elements) {
    long sum = 0;
    int count = 0;
    for (Integer element : each(elements)) {
      sum += element + 1;
      count++;
    }
    return sum - count;
  }
}

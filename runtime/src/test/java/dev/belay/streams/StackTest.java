package dev.belay.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many elements and operators, the stack stays small. */
class StackTest {
  private static final int MANY = 10_000_000;
  private static final long SMALL_STACK = 256 * 1024;

  private static AsyncIterable<Integer> numbers(int count) {
    return AsyncIterable.of((Iterable<Integer>) () -> range(count));
  }

  private static Iterator<Integer> range(int count) {
    return IntStream.range(0, count).iterator();
  }

  static Stream<AsyncIterable<Integer>> pipelines() {
    return Stream.of(
        numbers(MANY).map(n -> n).filter(n -> true).take(MANY).drop(1).takeWhile(n -> true),
        numbers(MANY).filter(n -> n == MANY - 1),
        numbers(MANY).drop(MANY - 1),
        numbers(MANY).flatMap(n -> n % 2 == 0 ? AsyncIterable.empty() : AsyncIterable.of(n)),
        numbers(MANY / 2).concat(numbers(MANY)),
        numbers(MANY).prefetch(16),
        numbers(MANY).prefetch(1));
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void H9_E13_tenMillionElements(AsyncIterable<Integer> pipeline) throws Throwable {
    assertThat(onSmallStack(() -> Async.run(() -> pipeline.reduce((first, last) -> last))))
        .contains(MANY - 1);
  }

  @Test
  void H10_thousandsOfOperators() throws Throwable {
    AsyncIterable<Integer> pipeline = numbers(3);
    AsyncIterable<Integer> source = Source.of(0, 1, 2);
    for (int i = 0; i < 5_000; i++) {
      pipeline = pipeline.map(n -> n + 1);
      source = source.filter(n -> true);
    }
    AsyncIterable<Integer> mapped = pipeline;
    AsyncIterable<Integer> filtered = source;

    assertThat(onSmallStack(() -> Async.run(mapped::toList)))
        .isEqualTo(List.of(5_000, 5_001, 5_002));
    assertThat(onSmallStack(() -> Async.run(filtered::toList))).isEqualTo(List.of(0, 1, 2));
  }

  @Test
  void H10_aLongConcatenation() throws Throwable {
    AsyncIterable<Integer> pipeline = AsyncIterable.empty();
    for (int i = 0; i < 2_000; i++) {
      pipeline = pipeline.concat(AsyncIterable.of(i));
    }
    AsyncIterable<Integer> all = pipeline;

    assertThat(onSmallStack(() -> Async.run(all::toList))).hasSize(2_000).endsWith(1_999);
  }

  private interface Work<T> {
    T run() throws Throwable;
  }

  private static <T> T onSmallStack(Work<T> work) throws Throwable {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.set(work.run());
              } catch (Throwable t) {
                thrown.set(t);
              }
            },
            "small stack",
            SMALL_STACK);
    thread.start();
    thread.join();
    if (thrown.get() != null) {
      throw thrown.get();
    }
    return result.get();
  }
}

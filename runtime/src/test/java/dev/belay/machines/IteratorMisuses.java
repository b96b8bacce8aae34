package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Wrong uses of iterators and operators. */
final class IteratorMisuses {
  private static final CompletableFuture<Integer> ONE = CompletableFuture.completedFuture(1);

  private IteratorMisuses() {}

  static List<Misuse> all() {
    List<Misuse> cases = new ArrayList<>();
    record Kind(String name, AsyncIterable<Integer> iterable) {}
    for (Kind kind :
        List.of(
            new Kind("a generator", AsyncIterable.of(1, 2)),
            new Kind("map", AsyncIterable.of(1, 2).map(n -> n)),
            new Kind("prefetch", AsyncIterable.of(1, 2).prefetch(2)),
            new Kind("flatMap", AsyncIterable.of(1).flatMap(n -> AsyncIterable.of(1, 2))),
            new Kind(
                "a publisher",
                AsyncIterable.fromPublisher(AsyncIterable.of(1, 2).toPublisher())))) {
      cases.add(
          Misuse.of(
              "current() before advance() of " + kind.name(),
              IllegalStateException.class,
              "there is no element",
              () -> {
                AsyncIterator<Integer> iterator = kind.iterable().iterator();
                return new Misuse.Attempt(iterator::current, () -> assertGives(iterator, 1, 2));
              }));
      cases.add(
          Misuse.of(
              "current() after the end of " + kind.name(),
              IllegalStateException.class,
              "there is no element",
              () -> {
                AsyncIterator<Integer> iterator = kind.iterable().iterator();
                assertGives(iterator, 1, 2);
                return new Misuse.Attempt(iterator::current, () -> assertGives(iterator));
              }));
      cases.add(
          Misuse.of(
              "current() after closing " + kind.name() + " twice",
              IllegalStateException.class,
              "there is no element",
              () -> {
                AsyncIterator<Integer> iterator = kind.iterable().iterator();
                assertThat(iterator.advance()).isCompletedWithValue(true);
                assertThat(iterator.closeAsync()).isCompletedWithValue(null);
                assertThat(iterator.closeAsync()).isCompletedWithValue(null);
                return new Misuse.Attempt(iterator::current, () -> assertGives(iterator));
              }));
    }
    cases.add(
        Misuse.of(
            "overlapping advance()",
            IllegalStateException.class,
            "unfinished",
            () -> {
              AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
              AsyncIterator<Integer> iterator = queue.items().map(n -> 10 * n).iterator();
              CompletionStage<Boolean> first = iterator.advance();
              return new Misuse.Attempt(
                  iterator::advance,
                  () -> {
                    assertThat(queue.put(7)).isCompleted();
                    assertThat(first).isCompletedWithValue(true);
                    assertThat(iterator.current()).isEqualTo(70);
                  });
            }));
    cases.add(
        Misuse.of(
            "current() while advance() is unfinished",
            IllegalStateException.class,
            "there is no element",
            () -> {
              AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
              AsyncIterator<Integer> iterator = queue.items().iterator();
              CompletionStage<Boolean> first = iterator.advance();
              return new Misuse.Attempt(
                  iterator::current,
                  () -> {
                    assertThat(queue.put(7)).isCompleted();
                    assertThat(first).isCompletedWithValue(true);
                    assertThat(iterator.current()).isEqualTo(7);
                  });
            }));
    cases.add(
        Misuse.of(
            "a value sent to a conversation that has not started",
            IllegalStateException.class,
            "has not started",
            () -> {
              Echo echo = new Echo(CompletableFuture.completedFuture("x"), ONE, new ArrayList<>());
              return new Misuse.Attempt(
                  () -> echo.send("early"),
                  () -> assertThat(echo.advance()).isCompletedWithValue(true));
            }));
    for (int count : new int[] {-1, Integer.MIN_VALUE}) {
      AsyncIterable<Integer> source = AsyncIterable.of(1);
      Misuse.Check unharmed = () -> assertGives(source.iterator(), 1);
      for (Callable<?> call :
          List.<Callable<?>>of(
              () -> source.take(count),
              () -> source.drop(count),
              () -> source.prefetch(count),
              () -> AsyncIterable.fromPublisher(source.toPublisher(), count))) {
        cases.add(
            Misuse.of(
                "a number of elements that is " + count,
                IllegalArgumentException.class,
                String.valueOf(count),
                () -> new Misuse.Attempt(call, unharmed)));
      }
    }
    return cases;
  }

  private static void assertGives(AsyncIterator<Integer> iterator, Integer... elements) {
    for (Integer element : elements) {
      assertThat(iterator.advance()).isCompletedWithValue(true);
      assertThat(iterator.current()).isEqualTo(element);
    }
    assertThat(iterator.advance()).isCompletedWithValue(false);
  }
}

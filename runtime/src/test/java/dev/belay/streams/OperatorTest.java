package dev.belay.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators do with their source and give to their consumer. */
// The test waits in another way; what is left open is what is tested.
@SuppressWarnings({"DroppedRelease", "IteratorNotClosed"})
class OperatorTest {

  /** An operator that passes its elements on, under its name. */
  record Named(String name, Function<AsyncIterable<Integer>, AsyncIterable<Integer>> operator) {
    AsyncIterable<Integer> over(AsyncIterable<Integer> source) {
      return operator.apply(source);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Named> operators() {
    return Stream.of(
        new Named("map", s -> s.map(n -> n)),
        new Named("filter", s -> s.filter(n -> true)),
        new Named("take", s -> s.take(Long.MAX_VALUE)),
        new Named("takeWhile", s -> s.takeWhile(n -> true)),
        new Named("drop", s -> s.drop(0)),
        new Named("flatMap", s -> s.flatMap(n -> AsyncIterable.of(Collections.singletonList(n)))),
        new Named("concat", s -> s.concat(AsyncIterable.empty())),
        new Named("prefetch", s -> s.prefetch(2)));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void E15_A49_nothingHappensBeforeTheFirstRequestAndEachIterationIsNew(Named operator) {
    Source<Integer> source = Source.of(1, 2);
    AsyncIterable<Integer> operated = operator.over(source);

    AsyncIterator<Integer> iterator = operated.iterator();
    assertThat(source.trace).isEmpty();
    iterator.closeAsync();
    assertThat(source.trace).isEmpty();

    assertThat(Async.run(operated::toList)).containsExactly(1, 2);
    assertThat(Async.run(operated::toList)).containsExactly(1, 2);
    assertThat(source.trace).filteredOn("iterator"::equals).hasSize(2);
    assertThat(source.trace).filteredOn("close"::equals).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void A5_A6_A29_theEndRepeatsAndClosingAfterItDoesNothing(Named operator) {
    Source<Integer> source = Source.of(1);
    AsyncIterator<Integer> iterator = operator.over(source).iterator();

    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(iterator.advance()).isCompletedWithValue(false);
    assertThat(iterator.advance()).isCompletedWithValue(false);
    assertThat(iterator.closeAsync()).isCompleted();
    assertThat(iterator.closeAsync()).isCompleted();
    assertThat(source.trace).filteredOn("close"::equals).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void A16_anOverlappingRequestIsRefusedAndDisturbsNothing(Named operator) {
    Source<Integer> source = Source.manual(1, 2);
    AsyncIterator<Integer> iterator = operator.over(source).iterator();

    CompletableFuture<Boolean> first = iterator.advance().toCompletableFuture();
    assertThat(iterator.advance()).isCompletedExceptionally();
    assertThatThrownBy(iterator::current).isInstanceOf(IllegalStateException.class);

    source.answer();
    assertThat(first).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void A20_A31_A33_closingEarlyEndsTheRequestInFlight(Named operator) {
    Source<Integer> source = Source.manual(1, 2);
    AsyncIterator<Integer> iterator = operator.over(source).iterator();
    assertThatThrownBy(iterator::current).isInstanceOf(IllegalStateException.class);

    CompletableFuture<Boolean> pending = iterator.advance().toCompletableFuture();
    assertThat(iterator.closeAsync()).isCompleted();

    assertThat(pending.handle((more, failure) -> failure))
        .isCompletedWithValueMatching(CancellationException.class::isInstance);
    assertThat(iterator.advance()).isCompletedWithValue(false);
    assertThat(source.trace).containsExactly("iterator", "advance", "close");
  }

  @ParameterizedTest
  @MethodSource("operators")
  void A12_nullIsAnElement(Named operator) {
    AsyncIterable<Integer> nulls = AsyncIterable.of(null, 1, null);

    assertThat(Async.run(operator.over(nulls)::toList)).containsExactly(null, 1, null);
  }

  @Test
  void E16_takeAsksForNoMoreThanItNeeds() {
    Source<Integer> source = Source.of(1, 2, 3);

    assertThat(Async.run(source.take(2)::toList)).containsExactly(1, 2);
    assertThat(source.trace).containsExactly("iterator", "advance", "advance", "close");
    source.trace.clear();

    assertThat(Async.run(source.take(0)::toList)).isEmpty();
    assertThat(source.trace).containsExactly("iterator", "close");
  }

  @Test
  void E16_anEarlyDecisionClosesTheSource() {
    Source<Integer> source = Source.of(1, 2, 3);
    List<String> early = List.of("iterator", "advance", "close");

    assertThat(Async.run(() -> source.some(n -> n == 1))).isTrue();
    assertThat(source.trace).isEqualTo(early);
    source.trace.clear();
    assertThat(Async.run(() -> source.every(n -> n > 1))).isFalse();
    assertThat(source.trace).isEqualTo(early);
    source.trace.clear();
    assertThat(Async.run(() -> source.find(n -> n == 1))).contains(1);
    assertThat(source.trace).isEqualTo(early);
    source.trace.clear();
    assertThat(Async.run(source.takeWhile(n -> n > 1)::toList)).isEmpty();
    assertThat(source.trace).isEqualTo(early);
  }

  @Test
  void E16_flatMapClosesEachIterableBeforeItAsksForTheNext() {
    Source<Integer> inner = Source.of(7);
    Source<String> outer = Source.of("a", "b");

    assertThat(Async.run(outer.flatMap(name -> inner).map(n -> trace(inner, outer, n))::toList))
        .containsExactly(7, 7);

    assertThat(outer.trace)
        .containsExactly("iterator", "advance", "7", "advance", "7", "advance", "close");
    assertThat(inner.trace)
        .containsExactly(
            "iterator",
            "advance",
            "7",
            "advance",
            "close",
            "iterator",
            "advance",
            "7",
            "advance",
            "close");
  }

  private static Integer trace(Source<?> inner, Source<?> outer, Integer n) {
    inner.trace.add(n.toString());
    outer.trace.add(n.toString());
    return n;
  }

  @Test
  void E8_aNullFromFlatMapFailsTheRequestAndClosesTheSource() {
    Source<Integer> source = Source.of(1);

    assertThatThrownBy(() -> Async.run(source.flatMap(n -> (AsyncIterable<Integer>) null)::toList))
        .isInstanceOf(NullPointerException.class);
    assertThat(source.trace).containsExactly("iterator", "advance", "close");
  }

  @Test
  void E10_A10_anEndLikeExceptionIsAFailure() {
    NoSuchElementException failure = new NoSuchElementException();

    assertThatThrownBy(
            () ->
                Async.run(
                    () ->
                        AsyncIterable.of(1)
                            .forEach(
                                n -> {
                                  throw failure;
                                })))
        .isSameAs(failure);
  }

  @Test
  void E15_terminalOperatorsOfNothing() {
    AsyncIterable<Integer> nothing = AsyncIterable.empty();

    assertThat(nothing.toList()).isCompletedWithValue(List.of());
    assertThat(nothing.reduce(Integer::sum)).isCompletedWithValue(Optional.empty());
    assertThat(nothing.reduce("x", (s, n) -> s + n)).isCompletedWithValue("x");
    assertThat(nothing.some(n -> true)).isCompletedWithValue(false);
    assertThat(nothing.every(n -> false)).isCompletedWithValue(true);
    assertThat(nothing.find(n -> true)).isCompletedWithValue(Optional.empty());
    assertThat(nothing.forEach(n -> {})).isCompletedWithValue(null);
    assertThat(nothing.collect(Collectors.counting())).isCompletedWithValue(0L);
  }

  @Test
  void A12_toListHoldsNullsAndCannotBeChanged() {
    List<Integer> list = Async.run(AsyncIterable.of(1, (Integer) null)::toList);

    assertThat(list).isEqualTo(Arrays.asList(1, null));
    assertThatThrownBy(() -> list.add(2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void A12_anOptionalCannotHoldNullSoThatFindingItFails() {
    AsyncIterable<Integer> nulls = AsyncIterable.of((Integer) null, 1);

    assertThatThrownBy(() -> Async.run(() -> nulls.find(n -> n == null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("null");
    assertThatThrownBy(() -> Async.run(() -> nulls.reduce((a, b) -> null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("null");
    assertThat(nulls.some(n -> n == null)).isCompletedWithValue(true);
  }

  @Test
  void E12_theEndAsAValue() {
    AsyncIterator<Integer> iterator = AsyncIterable.of(1).iterator();

    assertThat(iterator.nextOrDefault(0)).isCompletedWithValue(1);
    assertThat(iterator.nextOrDefault(0)).isCompletedWithValue(0);
    assertThat(iterator.nextOrDefault(-1)).isCompletedWithValue(-1);

    IllegalArgumentException failure = new IllegalArgumentException();
    AsyncIterator<Integer> failing =
        AsyncIterable.of(1)
            .<Integer>map(
                n -> {
                  throw failure;
                })
            .iterator();
    assertThatThrownBy(() -> Async.run(() -> failing.nextOrDefault(0))).isSameAs(failure);
  }

  @Test
  void E12_G20_cancellingItCancelsTheRequest() {
    Source<Integer> source = Source.manual(1);
    AsyncIterator<Integer> iterator = source.map(n -> n).iterator();

    CompletableFuture<Integer> next = iterator.nextOrDefault(0);
    assertThat(next.cancel(true)).isTrue();

    assertThat(next).isCancelled();
    assertThat(source.trace).containsExactly("iterator", "advance", "close");
  }

  @Test
  void G20_cancellingATerminalOperatorClosesTheSourceFirst() {
    Source<Integer> source = Source.manual(1);
    CompletableFuture<List<Integer>> list = source.map(n -> n).filter(n -> true).toList();

    assertThat(list.cancel(true)).isTrue();

    assertThat(list).isCancelled();
    assertThat(source.trace).containsExactly("iterator", "advance", "close");
  }

  @Test
  void prefetchReadsAheadAsFarAsThereIsRoom() {
    Source<Integer> source = Source.of(1, 2, 3, 4, 5);
    AsyncIterator<Integer> iterator = source.prefetch(2).iterator();

    List<Long> asked = new ArrayList<>();
    List<Integer> elements = new ArrayList<>();
    while (iterator.advance().toCompletableFuture().join()) {
      elements.add(iterator.current());
      asked.add(source.trace.stream().filter("advance"::equals).count());
    }

    assertThat(elements).containsExactly(1, 2, 3, 4, 5);
    assertThat(asked).containsExactly(3L, 4L, 5L, 6L, 6L);
  }

  @Test
  void aFailureReadAheadIsMetAfterTheElementsBeforeIt() {
    IllegalArgumentException failure = new IllegalArgumentException();
    AsyncIterator<Integer> iterator =
        Source.of(1, 2, 0)
            .map(
                n -> {
                  if (n == 0) {
                    throw failure;
                  }
                  return n;
                })
            .prefetch(9)
            .iterator();

    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThatThrownBy(() -> Async.run(iterator::advance)).isSameAs(failure);
    assertThat(iterator.advance()).isCompletedWithValue(false);
  }
}

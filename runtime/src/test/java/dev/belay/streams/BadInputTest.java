package dev.belay.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be meant is refused where it is said, and not when the elements come. */
class BadInputTest {
  private final Source<Integer> source = Source.of(1);

  @SuppressWarnings("FutureReturnValueIgnored") // No future comes back.
  static Stream<Function<AsyncIterable<Integer>, ?>> nulls() {
    return Stream.of(
        s -> s.map(null),
        s -> s.filter(null),
        s -> s.takeWhile(null),
        s -> s.flatMap(null),
        s -> s.concat(null),
        s -> s.reduce(null),
        s -> s.reduce(0, null),
        s -> s.forEach(null),
        s -> s.some(null),
        s -> s.every(null),
        s -> s.find(null),
        s -> s.collect(null),
        s -> AsyncIterable.of((Iterable<Integer>) null),
        s -> AsyncIterable.of((Object[]) null));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullIsRefused(Function<AsyncIterable<Integer>, ?> call) {
    assertThatThrownBy(() -> call.apply(source)).isInstanceOf(NullPointerException.class);
    assertThat(source.trace).isEmpty();
  }

  static Stream<Function<AsyncIterable<Integer>, ?>> negatives() {
    return Stream.of(s -> s.take(-1), s -> s.drop(-1), s -> s.prefetch(-1));
  }

  @ParameterizedTest
  @MethodSource("negatives")
  void aNegativeNumberIsRefused(Function<AsyncIterable<Integer>, ?> call) {
    assertThatThrownBy(() -> call.apply(source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThat(source.trace).isEmpty();
  }

  @Test
  void aSourceWithoutAnIteratorFailsTheRequest() {
    AsyncIterable<Integer> broken = () -> null;

    assertThat(broken.map(n -> n).iterator().advance()).isCompletedExceptionally();
    assertThat(broken.toList()).isCompletedExceptionally();
    assertThat(broken.prefetch(1).toList()).isCompletedExceptionally();
    assertThat(broken.flatMap(AsyncIterable::of).collect(Collectors.toList()))
        .isCompletedExceptionally();
    assertThat(AsyncIterable.of(List.of(1)).concat(broken).toList()).isCompletedExceptionally();
  }
}

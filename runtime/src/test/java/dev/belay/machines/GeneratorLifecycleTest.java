package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses A.1: laziness, advance, end and failure. */
// The test waits in another way; what is left open is what is tested.
@SuppressWarnings({"DroppedRelease", "IgnoredStage", "IteratorNotClosed"})
class GeneratorLifecycleTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();

  @Test
  void A1_nothingRunsBeforeTheFirstAdvance() {
    AsyncIterator<Integer> numbers = Numbers.of(new Stages(Timing.DONE), trace, 1).iterator();

    assertThat(trace).isEmpty();
    assertThat(numbers.advance().toCompletableFuture()).isCompletedWithValue(true);
    assertThat(trace).containsExactly("start");
  }

  @Test
  void A2_theBodyRunsOnTheCallingThreadUpToTheFirstSuspension() {
    AsyncIterator<Integer> numbers = Numbers.of(new Stages(Timing.LATER), trace, 1).iterator();

    assertThat(numbers.advance().toCompletableFuture()).isNotDone();
    assertThat(trace).containsExactly("start");
  }

  @ParameterizedTest
  @EnumSource
  void A3_A4_A5_A6_elementsInOrderThenEndForEver(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 3).iterator();

    for (int i = 0; i < 3; i++) {
      assertThat(stages.outcome(numbers.advance())).isTrue();
      assertThat(numbers.current()).isEqualTo(i);
      assertThat(trace).containsExactly("start");
    }
    assertThat(stages.outcome(numbers.advance())).isFalse();
    assertThat(stages.outcome(numbers.advance())).isFalse();
    assertThat(trace).containsExactly("start", "closed");
  }

  @ParameterizedTest
  @EnumSource
  void A7_A8_aFailureIsDeliveredOnceAsTheSameObject(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    IOException failure = new IOException("from the stage");
    AsyncIterator<?> iterator = awaiting(() -> stages.failed(failure)).iterator();

    assertThatThrownBy(() -> stages.outcome(iterator.advance())).isSameAs(failure);
    assertThat(stages.outcome(iterator.advance())).isFalse();
    assertThat(failure.getSuppressed()).isEmpty();
  }

  @Test
  void A7_errorsToo() {
    AssertionError failure = new AssertionError();
    AsyncIterator<?> iterator =
        awaiting(
                () -> {
                  throw failure;
                })
            .iterator();

    assertThatThrownBy(() -> Stages.get(iterator.advance())).isSameAs(failure);
  }

  @ParameterizedTest
  @EnumSource
  void A11_A12_anyValueIsAnElement(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    Object[] values = {null, new Exception(), false, CompletableFuture.failedFuture(new Error())};
    for (Object value : values) {
      AsyncIterator<Object> iterator =
          GeneratorLifecycleTest.<Object>awaiting(() -> stages.of(value)).iterator();

      assertThat(stages.outcome(iterator.advance())).isTrue();
      assertThat(iterator.current()).isSameAs(value);
      assertThat(stages.outcome(iterator.advance())).isFalse();
    }
  }

  @Test
  void A10_anEndLikeExceptionIsAFailure() {
    java.util.NoSuchElementException failure = new java.util.NoSuchElementException();
    AsyncIterator<?> iterator =
        awaiting(
                () -> {
                  throw failure;
                })
            .iterator();

    assertThatThrownBy(() -> Stages.get(iterator.advance())).isSameAs(failure);
  }

  @ParameterizedTest
  @EnumSource
  void A13_anEmptyGeneratorRunsItsBodyAndEnds(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 0).iterator();

    assertThat(stages.outcome(numbers.advance())).isFalse();
    assertThat(trace).containsExactly("start", "closed");
  }

  @Test
  void A14_anAdvanceMayBeObservedManyTimes() throws Throwable {
    Stages stages = new Stages(Timing.LATER);
    CompletionStage<Boolean> advance = Numbers.of(stages, trace, 1).iterator().advance();
    List<Boolean> seen = new ArrayList<>();

    advance.thenAccept(seen::add);
    assertThat(stages.outcome(advance)).isTrue();
    advance.thenAccept(seen::add);

    assertThat(seen).containsExactly(true, true);
  }

  @Test
  void A19_A49_eachIteratorIsAFreshRun() throws Throwable {
    Stages stages = new Stages(Timing.LATER);
    AsyncIterable<Integer> numbers = Numbers.of(stages, trace, 2);
    AsyncIterator<Integer> one = numbers.iterator();
    AsyncIterator<Integer> other = numbers.iterator();

    assertThat(stages.outcome(one.advance())).isTrue();
    assertThat(stages.outcome(one.advance())).isTrue();
    assertThat(stages.outcome(other.advance())).isTrue();

    assertThat(one.current()).isEqualTo(1);
    assertThat(other.current()).isEqualTo(0);
  }

  @Test
  void A50_aFinishedRunForgetsOnce() throws Throwable {
    int[] forgotten = {0};
    AsyncIterator<?> iterator =
        Generators.<String>cold(
                () ->
                    new GeneratorMachine<>() {
                      @Override
                      public @Nullable Object resume() {
                        int at = resumed();
                        return at == 0 ? yieldAt(1, "only") : END;
                      }

                      @Override
                      protected void forget() {
                        forgotten[0]++;
                      }
                    })
            .iterator();

    iterator.advance();
    assertThat(forgotten[0]).isZero();
    iterator.advance();
    iterator.advance();
    iterator.closeAsync();
    assertThat(forgotten[0]).isEqualTo(1);
  }

  @Test
  void currentIsRefusedWhenThereIsNoElement() {
    AsyncIterator<Integer> numbers = Numbers.of(new Stages(Timing.DONE), trace, 1).iterator();

    assertThatThrownBy(numbers::current).isInstanceOf(IllegalStateException.class);
    numbers.advance();
    assertThat(numbers.current()).isZero();
    numbers.advance();
    assertThatThrownBy(numbers::current).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void G28_theStageOfASynchronousAdvanceCannotBeCorrupted() {
    AsyncIterator<Integer> numbers = Numbers.of(new Stages(Timing.DONE), trace, 9).iterator();
    CompletableFuture<Boolean> advance = numbers.advance().toCompletableFuture();

    assertThatThrownBy(() -> advance.obtrudeValue(false))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> advance.obtrudeException(new Exception()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(advance.cancel(true)).isFalse();
    assertThat(numbers.advance().toCompletableFuture()).isCompletedWithValue(true);
  }

  private interface Source<T> {
    CompletionStage<T> get() throws Throwable;
  }

  /** {@code out.yield(await(source.get()))}. */
  private static <T> AsyncIterable<T> awaiting(Source<T> source) {
    return Generators.cold(
        () ->
            new GeneratorMachine<T>() {
              @Override
              @SuppressWarnings("unchecked")
              public @Nullable Object resume() throws Throwable {
                int at = resumed();
                if (at <= 1) {
                  if (at == 0 && pending(source.get())) {
                    return suspendAt(1);
                  }
                  if (at == 1 && closing()) {
                    return END;
                  }
                  return yieldAt(2, (T) taken());
                }
                return END;
              }
            });
  }
}

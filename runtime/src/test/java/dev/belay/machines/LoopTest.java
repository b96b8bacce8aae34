package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import dev.belay.internal.MethodMachine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses E: loops over children, foreign iterators and borrowed ones. */
class LoopTest {
  private static final int MANY = 10_000_000;

  private final List<String> trace = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void E1_E2_E3_allElementsInOrderAndTheIteratorIsClosed(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    List<Integer> seen = new ArrayList<>();

    stages.outcome(loop(foreign(Numbers.of(stages, trace, 3)), element -> seen.add(element)));
    stages.outcome(loop(Numbers.of(stages, trace, 3), element -> seen.add(element)));

    assertThat(seen).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(trace).containsExactly("start", "closed", "start", "closed");
  }

  @ParameterizedTest
  @EnumSource
  void E3_E11_breakAwaitsTheClose(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);

    stages.outcome(loop(Numbers.of(stages, trace, 3), element -> false));
    stages.outcome(loop(foreign(Numbers.of(stages, trace, 3)), element -> false));

    assertThat(trace).containsExactly("start", "closed", "start", "closed");
  }

  @ParameterizedTest
  @EnumSource
  void E3_aFailingBodyClosesTheIterator(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    IllegalArgumentException failure = new IllegalArgumentException();
    Predicate<Integer> body =
        element -> {
          throw failure;
        };

    assertThatThrownBy(() -> stages.outcome(loop(Numbers.of(stages, trace, 3), body)))
        .isSameAs(failure);
    assertThatThrownBy(() -> stages.outcome(loop(foreign(Numbers.of(stages, trace, 3)), body)))
        .isSameAs(failure);

    assertThat(trace).containsExactly("start", "closed", "start", "closed");
    assertThat(failure.getSuppressed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void E3_G20_cancellationClosesTheIterator(Timing timing) throws Throwable {
    for (boolean child : new boolean[] {true, false}) {
      Stages stages = new Stages(timing);
      AsyncIterable<Integer> numbers = Numbers.of(stages, trace, 3);
      CompletableFuture<Integer> loop = loop(child ? numbers : foreign(numbers), element -> true);

      assertThat(loop.cancel(true)).isTrue();

      assertThatThrownBy(() -> stages.outcome(loop)).isInstanceOf(CancellationException.class);
      assertThat(trace).containsExactly("start", "closed");
      trace.clear();
    }
  }

  @Test
  void E4_aBorrowedIteratorStaysOpen() throws Throwable {
    Stages stages = new Stages(Timing.LATER);
    AsyncIterator<Integer> numbers = Numbers.of(stages, trace, 3).iterator();

    assertThat(stages.outcome(loop(Async.borrow(numbers), element -> false))).isEqualTo(1);
    assertThat(trace).containsExactly("start");
    assertThat(stages.outcome(loop(Async.borrow(numbers), element -> true))).isEqualTo(2);
    assertThat(stages.outcome(numbers.advance())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void E5_E6_aFailingCloseIsSuppressedOrThrown(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    IllegalStateException closeFailure = new IllegalStateException();
    for (boolean child : new boolean[] {true, false}) {
      IllegalArgumentException failure = new IllegalArgumentException();
      AsyncIterable<Integer> own = failingToClose(stages, closeFailure);
      AsyncIterable<Integer> iterable = child ? own : foreign(own);

      assertThatThrownBy(() -> stages.outcome(loop(iterable, element -> false)))
          .isSameAs(closeFailure);
      assertThatThrownBy(
              () ->
                  stages.outcome(
                      loop(
                          iterable,
                          element -> {
                            throw failure;
                          })))
          .isSameAs(failure)
          .hasSuppressedException(closeFailure);
    }
  }

  @Test
  void E7_E9_aPullThatGoesWrongIsAFailureOfTheLoop() {
    IllegalArgumentException failure = new IllegalArgumentException();
    List<CompletionStage<Boolean>> stages = new ArrayList<>();
    stages.add(CompletableFuture.failedFuture(failure));
    stages.add(CompletableFuture.completedFuture(null));
    stages.add(null);
    for (CompletionStage<Boolean> advance : stages) {
      trace.clear();
      assertThatThrownBy(() -> Stages.get(loop(pulling(() -> advance), element -> true)))
          .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
      assertThat(trace).containsExactly("closed");
    }
    AsyncIterable<Integer> throwing =
        pulling(
            () -> {
              throw failure;
            });
    assertThatThrownBy(() -> Stages.get(loop(throwing, element -> true))).isSameAs(failure);
  }

  @Test
  void E8_noIteratorNoLoop() {
    assertThatThrownBy(() -> Stages.get(loop(null, element -> true)))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Stages.get(loop(() -> null, element -> true)))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void E13_aLoopOfReadyElementsNoticesACancel() {
    List<CompletableFuture<Integer>> self = new ArrayList<>();
    CompletableFuture<Integer> first = new CompletableFuture<>();
    AsyncIterable<Integer> endless =
        Generators.cold(
            () ->
                new GeneratorMachine<>() {
                  @Override
                  public @Nullable Object resume() throws Throwable {
                    int at = resumed();
                    if (at == 0 && pending(first)) {
                      return suspendAt(1);
                    }
                    if (at == 1) {
                      taken();
                    }
                    return closing() ? END : yieldAt(2, 1);
                  }
                });
    CompletableFuture<Integer> loop =
        loop(
            endless,
            element -> {
              self.get(0).cancel(true);
              return true;
            });
    self.add(loop);

    first.complete(0);

    assertThat(loop).isCancelled();
  }

  @Test
  void E13_H9_tenMillionReadyElements() throws Throwable {
    AsyncIterable<Integer> elements = AsyncIterable.of(Collections.nCopies(MANY, 1));

    assertThat(Stages.get(loop(Relay.of(elements, trace), element -> true))).isEqualTo(MANY);
  }

  @Test
  void E14_aSynchronousIterable() throws Throwable {
    assertThat(Stages.get(loop(AsyncIterable.of(1, 2, 3), element -> true))).isEqualTo(3);
    assertThat(Stages.get(loop(AsyncIterable.<Integer>empty(), element -> true))).isZero();

    class Closing implements Iterable<Integer>, AutoCloseable {
      @Override
      public Iterator<Integer> iterator() {
        trace.add("iterator");
        return List.of(1, 2).iterator();
      }

      @Override
      public void close() {
        trace.add("closed");
      }
    }

    Stages.get(loop(AsyncIterable.of(new Closing()), element -> false));
    Stages.get(loop(AsyncIterable.of(new Closing()), element -> true));
    assertThat(trace).containsExactly("iterator", "closed", "iterator", "closed");
  }

  @ParameterizedTest
  @EnumSource
  void H10_deeplyNestedGenerators(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncIterable<Integer> nested = Numbers.of(stages, trace, 3);
    List<String> ignored = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      nested = Relay.of(nested, ignored);
    }

    assertThat(stages.outcome(loop(nested, element -> true))).isEqualTo(3);
    assertThat(stages.outcome(loop(nested, element -> false))).isEqualTo(1);
    assertThat(trace).containsExactly("start", "closed", "start", "closed");
    assertThat(ignored).hasSize(4_000);
  }

  /** {@code int n = 0; for (T t : each(iterable)) { n++; if (!body.test(t)) break; } return n;}. */
  private static <T> CompletableFuture<Integer> loop(AsyncIterable<T> iterable, Predicate<T> body) {
    return MethodMachine.start(
        new MethodMachine<Integer>() {
          private AsyncIterator<T> iterator;
          private Throwable failure;
          private int count;

          @Override
          public @Nullable Object resume() throws Throwable {
            int at = resumed();
            if (at == 0) {
              iterator = iterate(iterable);
            }
            if (at <= 1) {
              try {
                for (; ; ) {
                  Object outcome = pulling(iterator);
                  if (outcome == WAITING) {
                    return suspendAt(1);
                  }
                  if (outcome == END) {
                    break;
                  }
                  count++;
                  if (!body.test(element(iterator, outcome))) {
                    break;
                  }
                }
              } catch (Throwable t) {
                failure = t;
              }
            }
            if (closingIterator(iterator, failure)) {
              return suspendAt(2);
            }
            if (failure != null) {
              throw failure;
            }
            return complete(count);
          }
        });
  }

  /** The same iterable, but not one of which a loop knows that it makes machines. */
  private static <T> AsyncIterable<T> foreign(AsyncIterable<T> iterable) {
    return () -> iterable.iterator();
  }

  private AsyncIterable<Integer> pulling(Awaiting.Source<Boolean> advance) {
    return () ->
        new AsyncIterator<>() {
          @Override
          public CompletionStage<Boolean> advance() {
            try {
              return advance.get();
            } catch (RuntimeException e) {
              throw e;
            } catch (Throwable t) {
              throw new AssertionError(t);
            }
          }

          @Override
          public Integer current() {
            return 0;
          }

          @Override
          public CompletionStage<Void> closeAsync() {
            trace.add("closed");
            return CompletableFuture.failedFuture(new IllegalStateException("suppressed"));
          }
        };
  }

  private static AsyncIterable<Integer> failingToClose(Stages stages, Throwable failure) {
    return Generators.cold(
        () ->
            new GeneratorMachine<>() {
              @Override
              public @Nullable Object resume() throws Throwable {
                int at = resumed();
                if (at == 0) {
                  return yieldAt(1, 1);
                }
                closing();
                if (at == 1 && pendingRelease(stages.failed(failure))) {
                  return suspendAt(2);
                }
                taken();
                return END;
              }
            });
  }
}

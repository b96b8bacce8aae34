package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clauses A.2: several requests at a time, and requests by the body itself. */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class GeneratorRequestsTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final Stages later = new Stages(Timing.LATER);

  @Test
  void A15_A16_anOverlappingAdvanceFailsAndDisturbsNothing() throws Throwable {
    AsyncIterator<Integer> numbers = Numbers.of(later, trace, 2).iterator();

    CompletionStage<Boolean> first = numbers.advance();
    assertThatThrownBy(() -> Stages.get(numbers.advance()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("unfinished");

    assertThat(later.outcome(first)).isTrue();
    assertThat(numbers.current()).isZero();
    assertThat(later.outcome(numbers.advance())).isTrue();
  }

  @Test
  void A17_A34_theBodyCannotAskItself() throws Throwable {
    List<AsyncIterator<Object>> self = new ArrayList<>();
    AsyncIterator<Object> iterator =
        Generators.<Object>cold(
                () ->
                    new GeneratorMachine<>() {
                      @Override
                      public @Nullable Object resume() throws Throwable {
                        return switch (resumed()) {
                          case 0 -> yieldAt(1, self.get(0).advance());
                          case 1 -> yieldAt(2, self.get(0).closeAsync());
                          default -> END;
                        };
                      }
                    })
            .iterator();
    self.add(iterator);

    for (int i = 0; i < 2; i++) {
      assertThat(Stages.get(iterator.advance())).isTrue();
      CompletionStage<?> refused = (CompletionStage<?>) iterator.current();
      assertThatThrownBy(() -> Stages.get(refused)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Stages.get(iterator.advance())).isFalse();
  }

  @Test
  void A18_anAdvanceFromTheCallbackOfTheLastOne() throws Throwable {
    AsyncIterator<Integer> numbers = Numbers.of(later, trace, 100).iterator();
    CompletableFuture<Integer> sum = new CompletableFuture<>();

    drain(numbers, 0, sum);

    assertThat(later.outcome(sum)).isEqualTo(4950);
    assertThat(trace).containsExactly("start", "closed");
  }

  private static void drain(
      AsyncIterator<Integer> numbers, int sum, CompletableFuture<Integer> result) {
    numbers
        .advance()
        .whenComplete(
            (more, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failure);
              } else if (more) {
                drain(numbers, sum + numbers.current(), result);
              } else {
                result.complete(sum);
              }
            });
  }

  @Test
  void G20_cancellingAnAdvanceThrowsAtTheAwait() throws Throwable {
    CompletableFuture<Integer> awaited = new CompletableFuture<>();
    AsyncIterator<Integer> iterator =
        Generators.<Integer>cold(() -> new CatchingGenerator(awaited, trace)).iterator();

    CompletableFuture<Boolean> advance = iterator.advance().toCompletableFuture();
    assertThat(advance.cancel(true)).isTrue();

    assertThat(awaited).isCancelled();
    assertThat(trace).containsExactly("cancelled");
    assertThat(Stages.get(advance)).isTrue();
    assertThat(iterator.current()).isEqualTo(-1);
    assertThat(advance.cancel(true)).isFalse();
  }

  @Test
  void G24_cancellingAFinishedAdvanceDoesNotTouchTheNext() throws Throwable {
    AsyncIterator<Integer> numbers = Numbers.of(later, trace, 2).iterator();
    CompletableFuture<Boolean> first = numbers.advance().toCompletableFuture();
    later.outcome(first);
    CompletionStage<Boolean> second = numbers.advance();

    assertThat(first.cancel(true)).isFalse();
    assertThat(later.outcome(second)).isTrue();
  }

  /** {@code try { out.yield(await(stage)); } catch (CancellationException e) { yield(-1); }}. */
  private static final class CatchingGenerator extends GeneratorMachine<Integer> {
    private final CompletionStage<Integer> stage;
    private final List<String> trace;

    CatchingGenerator(CompletionStage<Integer> stage, List<String> trace) {
      this.stage = stage;
      this.trace = trace;
    }

    @Override
    public @Nullable Object resume() throws Throwable {
      int at = resumed();
      if (at > 1) {
        return END;
      }
      try {
        if (at == 0 && pending(stage)) {
          return suspendAt(1);
        }
        if (at == 1 && closing()) {
          return END;
        }
        return yieldAt(2, (Integer) taken());
      } catch (CancellationException e) {
        trace.add("cancelled");
        return yieldAt(3, -1);
      }
    }
  }
}

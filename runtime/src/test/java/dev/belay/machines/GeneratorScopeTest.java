package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scopes around the yields of a generator (A24, D18), and closes that meet them. */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class GeneratorScopeTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void A24_D18_closingRunsTheRelease(Timing timing) throws Throwable {
    for (boolean own : new boolean[] {true, false}) {
      trace.clear();
      Stages stages = new Stages(timing);
      AsyncIterator<String> iterator = using(session(stages, own), true).iterator();
      assertThat(stages.outcome(iterator.advance())).isTrue();
      assertThat(iterator.current()).isEqualTo("a");

      stages.outcome(iterator.closeAsync());

      assertThat(trace).containsExactly("opened a", "committed a", "released a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void D5_theReleaseIsAwaitedBeforeTheEnd(Timing timing) throws Throwable {
    for (boolean own : new boolean[] {true, false}) {
      trace.clear();
      Stages stages = new Stages(timing);
      AsyncIterator<String> iterator = using(session(stages, own), true).iterator();

      assertThat(stages.outcome(iterator.advance())).isTrue();
      assertThat(stages.outcome(iterator.advance())).isFalse();

      assertThat(trace).containsExactly("opened a", "committed a", "released a");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void A31_D19_closedWhileOpening(Timing timing) throws Throwable {
    for (boolean own : new boolean[] {true, false}) {
      for (boolean asks : new boolean[] {true, false}) {
        trace.clear();
        Stages stages = new Stages(timing);
        AsyncIterator<String> iterator = using(session(stages, own), asks).iterator();
        CompletionStage<Boolean> advance = iterator.advance();

        CompletionStage<?> close = iterator.closeAsync();

        stages.outcome(close);
        assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
        assertThat(Stages.get(iterator.advance())).isFalse();
        assertThat(trace).isEmpty();
      }
    }
  }

  @Test
  void A31_D19_aScopeOfSomebodyElseThatOpensAfterTheCloseIsClosed() throws Throwable {
    CompletableFuture<Opened<String>> opening = new CompletableFuture<>();
    for (boolean asks : new boolean[] {true, false}) {
      AsyncScope<String> deaf =
          () ->
              new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                  CompletableFuture<Opened<String>> late = opening.thenApply(this::arrive);
                  return late.isCancelled();
                }

                private Opened<String> arrive(Opened<String> opened) {
                  complete(opened);
                  return opened;
                }
              };
      AsyncIterator<String> iterator = using(deaf, asks).iterator();
      CompletionStage<Boolean> advance = iterator.advance();

      Stages.get(iterator.closeAsync());
      assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
    }
    opening.complete(
        new Opened<>() {
          @Override
          public String value() {
            return "late";
          }

          @Override
          public CompletionStage<Boolean> close(Throwable failure) {
            trace.add("closed");
            return CompletableFuture.completedFuture(false);
          }
        });
    assertThat(trace).containsExactly("closed", "closed");
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void A35_closedWhileReleasing(Timing timing) throws Throwable {
    for (boolean own : new boolean[] {true, false}) {
      trace.clear();
      Stages stages = new Stages(timing);
      AsyncIterator<String> iterator = using(session(stages, own), true).iterator();
      stages.outcome(iterator.advance());
      CompletableFuture<Boolean> advance = iterator.advance().toCompletableFuture();
      assertThat(advance).isNotDone();

      CompletionStage<?> close = iterator.closeAsync();

      stages.outcome(close);
      assertThat(advance).isCompletedWithValue(false);
      assertThat(trace).containsExactly("opened a", "committed a", "released a");
    }
  }

  private AsyncScope<String> session(Stages stages, boolean own) {
    AsyncScope<String> scope = Session.scope(stages, trace, "a");
    return own ? scope : () -> scope.open();
  }

  /**
   * {@code String s = using(scope); out.yield(s);}
   *
   * @param asks whether the body asks, after entering, whether it is being closed
   */
  private static AsyncIterable<String> using(AsyncScope<String> scope, boolean asks) {
    return Generators.cold(
        () ->
            new GeneratorMachine<String>() {
              private Opened<?> opened;
              private Throwable failure;

              @Override
              @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
              public @Nullable Object resume() throws Throwable {
                int at = resumed();
                if (at <= 1) {
                  if (entering(at == 0 ? scope : null)) {
                    return suspendAt(1);
                  }
                  if (asks && closing()) {
                    return END;
                  }
                  at = 0;
                  opened = entered();
                }
                leave:
                if (at <= 2) {
                  try {
                    if (at == 0) {
                      return yieldAt(2, (String) opened.value());
                    }
                    if (closing()) {
                      break leave;
                    }
                  } catch (Throwable t) {
                    failure = t;
                  }
                }
                if (exiting(opened, failure)) {
                  return suspendAt(3);
                }
                if (failure != null && !exited()) {
                  throw failure;
                }
                return END;
              }
            });
  }
}

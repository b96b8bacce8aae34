package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.ResourceMachine;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses D.2: resource templates, in a body and through {@link AsyncScope#open}. */
class ResourceTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void D24_openAndCloseByHand(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    Opened<String> opened = stages.outcome(Session.scope(stages, trace, "a").open());

    assertThat(opened.value()).isEqualTo("a");
    assertThat(stages.outcome(opened.close(null))).isFalse();
    assertThat(trace).containsExactly("opened a", "committed a", "released a");
  }

  @ParameterizedTest
  @EnumSource
  void D25_aFailureThatIsNotCaughtIsNotSuppressed(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    Exception failure = new Exception();
    Opened<String> opened = stages.outcome(Session.scope(stages, trace, "a").open());

    assertThat(stages.outcome(opened.close(failure))).isFalse();
    assertThat(trace).containsExactly("opened a", "released a");
  }

  @Test
  void D25_aFailureThatIsCaughtIsSuppressed() throws Throwable {
    Exception failure = new Exception();
    AsyncScope<String> scope = template(caught -> {}, false);

    assertThat(Stages.get(Stages.get(scope.open()).close(failure))).isTrue();
    assertThat(
            Stages.<Object>get(
                Using.use(
                    template(caught -> {}, false), s -> CompletableFuture.failedFuture(failure))))
        .isNull();
  }

  @Test
  void D26_anotherFailureReplacesAndHoldsTheFirst() throws Throwable {
    Exception failure = new Exception();
    IllegalArgumentException other = new IllegalArgumentException();
    Handler replacing =
        caught -> {
          throw other;
        };

    Opened<String> opened = Stages.get(template(replacing, false).open());
    assertThatThrownBy(() -> Stages.get(opened.close(failure)))
        .isSameAs(other)
        .hasSuppressedException(failure);
    assertThatThrownBy(
            () ->
                Stages.get(
                    Using.use(
                        template(replacing, false), s -> CompletableFuture.failedFuture(failure))))
        .isSameAs(other);
    assertThat(other.getSuppressed()).containsExactly(failure);
  }

  @ParameterizedTest
  @EnumSource
  void D28_aTemplateThatDoesNotYield(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);

    assertThatThrownBy(() -> stages.outcome(notYielding(stages).open()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("did not yield");
    assertThatThrownBy(
            () -> stages.outcome(Using.use(notYielding(stages), s -> stages.of("unreachable"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(trace).containsExactly("ran", "ran");
  }

  @Test
  void D29_aSecondYieldFailsAndTheTemplateIsClosed() throws Throwable {
    for (boolean asks : new boolean[] {true, false}) {
      trace.clear();
      Opened<String> opened = Stages.get(yieldingTwice(asks).open());
      assertThatThrownBy(() -> Stages.get(opened.close(null)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("second time");
      assertThatThrownBy(
              () ->
                  Stages.get(
                      Using.use(yieldingTwice(asks), s -> CompletableFuture.completedFuture(""))))
          .isInstanceOf(IllegalStateException.class);
      assertThat(trace).containsExactly("finally", "finally");
    }
  }

  @Test
  void D30_aYieldAfterTheFailureWasThrownIn() throws Throwable {
    Exception failure = new Exception();
    AsyncScope<String> scope = template(caught -> {}, true);

    Opened<String> opened = Stages.get(scope.open());
    assertThatThrownBy(() -> Stages.get(opened.close(failure)))
        .isInstanceOf(IllegalStateException.class)
        .hasSuppressedException(failure);
  }

  @Test
  void D32_aSecondUseFailsAndLeavesTheFirstAlone() throws Throwable {
    Stages stages = new Stages(Timing.LATER);
    AsyncScope<String> scope = Session.scope(stages, trace, "a");
    CompletableFuture<String> first = scope.use(stages::of);

    assertThatThrownBy(() -> Stages.get(scope.open())).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Stages.get(scope.use(stages::of)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Stages.get(Using.use(scope, stages::of)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(stages.outcome(first)).isEqualTo("a");
    assertThat(trace).containsExactly("opened a", "committed a", "released a");
  }

  @Test
  void D1_closingTwiceReleasesOnce() throws Throwable {
    Stages stages = new Stages(Timing.LATER);
    Opened<String> opened = stages.outcome(Session.scope(stages, trace, "a").open());

    CompletionStage<Boolean> one = opened.close(null);
    CompletionStage<Boolean> other = opened.close(new Exception());

    assertThat(stages.outcome(one)).isFalse();
    assertThat(Stages.get(other)).isFalse();
    assertThat(trace).containsExactly("opened a", "committed a", "released a");
  }

  @Test
  void D19_aCancelledOpeningThatSucceedsAllTheSameIsReleased() throws Throwable {
    CompletableFuture<String> acquired = new CompletableFuture<>();
    CompletableFuture<Object> released = new CompletableFuture<>();
    AsyncScope<String> scope =
        ResourceMachine.scope(
            new ResourceMachine<>() {
              @Override
              public @Nullable Object resume() throws Throwable {
                int at = resumed();
                if (at == 0 && pending(acquired)) {
                  return suspendAt(1);
                }
                if (at == 1) {
                  try {
                    taken();
                  } catch (CancellationException e) {
                    trace.add("swallowed");
                  }
                  return yieldAt(2, "resource");
                }
                if (at == 2) {
                  try {
                    received();
                  } catch (CancellationException e) {
                    trace.add("releasing");
                  }
                  if (pending(released)) {
                    return suspendAt(3);
                  }
                }
                taken();
                return END;
              }
            });
    CompletableFuture<Opened<String>> open = scope.open();

    assertThat(open.cancel(true)).isTrue();

    assertThat(trace).containsExactly("swallowed", "releasing");
    assertThat(open).isNotDone();
    released.complete(null);
    assertThat(open).isCancelled();
  }

  private interface Handler {
    void handle(Throwable caught) throws Throwable;
  }

  /**
   * {@code try { yield("a"); } catch (Throwable t) { handler.handle(t); if (again) yield("b"); }}.
   */
  private static AsyncScope<String> template(Handler handler, boolean again) {
    return ResourceMachine.scope(
        new ResourceMachine<String>() {
          @Override
          public @Nullable Object resume() throws Throwable {
            int at = resumed();
            if (at == 0) {
              return yieldAt(1, "a");
            }
            if (closing()) {
              return END;
            }
            if (at == 1) {
              try {
                received();
              } catch (Throwable t) {
                handler.handle(t);
                if (again) {
                  return yieldAt(2, "b");
                }
              }
            }
            return END;
          }
        });
  }

  private AsyncScope<String> notYielding(Stages stages) {
    return ResourceMachine.scope(
        new ResourceMachine<String>() {
          @Override
          public @Nullable Object resume() throws Throwable {
            int at = resumed();
            if (at == 0 && pending(stages.of(""))) {
              return suspendAt(1);
            }
            taken();
            trace.add("ran");
            return END;
          }
        });
  }

  private AsyncScope<String> yieldingTwice(boolean asks) {
    return ResourceMachine.scope(
        new ResourceMachine<String>() {
          @Override
          public @Nullable Object resume() throws Throwable {
            int at = resumed();
            try {
              if (at == 0) {
                return yieldAt(1, "a");
              }
              if (at == 1) {
                received();
                return yieldAt(2, "b");
              }
              if (asks && closing()) {
                return END;
              }
              received();
              trace.add("not to be reached");
              return END;
            } finally {
              if (running()) {
                trace.add("finally");
              }
            }
          }
        });
  }
}

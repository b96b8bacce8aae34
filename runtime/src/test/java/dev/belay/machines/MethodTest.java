package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.internal.MethodMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asynchronous methods: their future, and clauses G.3 on cancellation. */
class MethodTest {
  private final List<String> trace = new ArrayList<>();

  @Test
  void G20_cancelReachesTheAwaitedStageAndTheBody() {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    CompletableFuture<String> cleanup = new CompletableFuture<>();
    CompletableFuture<String> method = method(awaited, null, cleanup);

    assertThat(method.cancel(true)).isTrue();

    assertThat(awaited).isCancelled();
    assertThat(trace).containsExactly("finally");
    assertThat(method).isNotDone();
    cleanup.complete("");
    assertThat(method).isCancelled();
  }

  @Test
  void G20_cancellingWaitsForAnAwaitedMethodToUnwind() {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    CompletableFuture<String> cleanup = new CompletableFuture<>();
    CompletableFuture<String> inner = method(awaited, null, cleanup);
    CompletableFuture<String> outer = Awaiting.one(() -> inner);

    assertThat(outer.cancel(true)).isTrue();

    assertThat(awaited).isCancelled();
    assertThat(outer).isNotDone();
    cleanup.complete("");
    assertThat(inner).isCancelled();
    assertThat(outer).isCancelled();
  }

  @Test
  void G21_aCaughtCancellationIsOverAndTheResultCounts() throws Throwable {
    CompletableFuture<String> method =
        method(new CompletableFuture<>(), "caught", CompletableFuture.completedFuture(""));

    assertThat(method.cancel(true)).isTrue();

    assertThat(method).isCompletedWithValue("caught");
    assertThat(method.isCancelled()).isFalse();
  }

  @Test
  void G22_anotherFailureWhileUnwindingIsTheResult() {
    IllegalArgumentException failure = new IllegalArgumentException();
    CompletableFuture<String> method =
        method(new CompletableFuture<>(), null, CompletableFuture.failedFuture(failure));

    method.cancel(true);

    assertThatThrownBy(() -> Stages.get(method)).isSameAs(failure);
  }

  @Test
  void G23_aCancelWhileRunningIsDeliveredAtTheNextAwaitEvenIfItsStageIsComplete() {
    List<CompletableFuture<String>> self = new ArrayList<>();
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> method =
        Awaiting.each(
            List.of(
                () -> first,
                () -> {
                  trace.add("" + self.get(0).cancel(true));
                  return CompletableFuture.completedFuture("value");
                },
                () -> {
                  trace.add("not to be reached");
                  return first;
                }));
    self.add(method);

    first.complete("");

    assertThat(method).isCancelled();
    assertThat(trace).containsExactly("true");
  }

  @Test
  void G23_workThatIsDoneIsNotThrownAway() throws Throwable {
    List<CompletableFuture<String>> self = new ArrayList<>();
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> method =
        MethodMachine.start(
            new MethodMachine<String>() {
              @Override
              public @Nullable Object resume() throws Throwable {
                int at = resumed();
                if (at == 0 && pending(first)) {
                  return suspendAt(1);
                }
                taken();
                trace.add("" + self.get(0).cancel(true));
                return complete("done");
              }
            });
    self.add(method);

    first.complete("");

    assertThat(method).isCompletedWithValue("done");
    assertThat(trace).containsExactly("true");
  }

  @Test
  void G24_cancelAfterTheEndIsFalse() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> method = Awaiting.one(() -> first);
    first.complete("value");

    assertThat(method.cancel(true)).isFalse();
    assertThat(Awaiting.one(() -> first).cancel(true)).isFalse();
    assertThat(method).isCompletedWithValue("value");
  }

  @Test
  void G28_theTaskIsCompletedByItsBodyAlone() throws Exception {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    CompletableFuture<String> method = Awaiting.one(() -> awaited);

    assertThat(method.complete("other")).isFalse();
    assertThat(method.completeExceptionally(new Exception())).isFalse();
    assertThatThrownBy(() -> method.obtrudeValue("other"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> method.obtrudeException(new Exception()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(method.completeAsync(() -> "copy").get(30, TimeUnit.SECONDS)).isEqualTo("copy");
    assertThat(method.completeOnTimeout("copy", 1, TimeUnit.NANOSECONDS).get(30, TimeUnit.SECONDS))
        .isEqualTo("copy");
    assertThatThrownBy(() -> method.orTimeout(1, TimeUnit.NANOSECONDS).get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(method.newIncompleteFuture().getClass()).isEqualTo(CompletableFuture.class);
    assertThat(method).isNotDone();

    awaited.complete("own");
    assertThat(method).isCompletedWithValue("own");
  }

  @Test
  void H24_aBodyThatAwaitsItself() {
    List<CompletableFuture<String>> self = new ArrayList<>();
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> method = Awaiting.each(List.of(() -> first, () -> self.get(0)));
    self.add(method);

    first.complete("");

    assertThatThrownBy(() -> Stages.get(method)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void B24_aResultFromFinallyOverridesTheFirst() throws Throwable {
    CompletableFuture<String> method =
        MethodMachine.start(
            new MethodMachine<String>() {
              @Override
              @SuppressWarnings("finally")
              public @Nullable Object resume() {
                resumed();
                try {
                  return complete("first");
                } finally {
                  if (running()) {
                    return complete("second");
                  }
                }
              }
            });

    assertThat(Stages.get(method)).isEqualTo("second");
  }

  /**
   * What the processor makes of
   *
   * <pre>
   *   try {
   *     return await(stage);
   *   } catch (CancellationException e) {
   *     if (caught == null) throw e;
   *     return caught;
   *   } finally {
   *     trace.add("finally");
   *     await(cleanup);
   *   }
   * </pre>
   */
  private CompletableFuture<String> method(
      CompletionStage<String> stage, String caught, CompletionStage<String> cleanup) {
    return MethodMachine.start(
        new MethodMachine<String>() {
          private Throwable failure;
          private String result;

          @Override
          public @Nullable Object resume() throws Throwable {
            int at = resumed();
            if (at <= 1) {
              try {
                if (at == 0 && pending(stage)) {
                  return suspendAt(1);
                }
                result = (String) taken();
              } catch (CancellationException e) {
                if (caught == null) {
                  failure = e;
                } else {
                  result = caught;
                }
              } catch (Throwable t) {
                failure = t;
              }
            }
            if (at <= 1) {
              trace.add("finally");
              if (pending(cleanup)) {
                return suspendAt(2);
              }
            }
            taken();
            if (failure != null) {
              throw failure;
            }
            return complete(result);
          }
        });
  }
}

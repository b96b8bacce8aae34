package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncScope;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cancels around the scopes of compiled bodies, and stages of ill conduct that they await. */
class CompiledStagesTest {
  private static final Source SOURCE =
      Source.of(
          "Cancelled",
          """
          public final class Cancelled
              implements dev.belay.processor.behaviour.CancelledBodies {
            @AsyncResource
            private static void held(
                CompletionStage<String> opening,
                CompletionStage<?> closing,
                List<String> trace,
                Yield<String> scope) {
              String resource = await(opening);
              try {
                scope.yield(resource);
              } catch (CancellationException e) {
                trace.add("told");
                throw e;
              } finally {
                trace.add("releasing");
                await(closing);
                trace.add("released");
              }
            }

            @AsyncMethod
            private static String used(
                AsyncScope<String> scope,
                CompletionStage<String> inside,
                CompletionStage<String> behind,
                List<String> trace) {
              {
                String resource = using(scope);
                trace.add("in the block");
                await(inside);
              }
              trace.add("behind");
              return await(behind);
            }

            @AsyncMethod
            private static int summed(
                Supplier<? extends CompletionStage<Integer>> stages, int count) {
              int sum = 0;
              for (int i = 0; i < count; i++) {
                sum += await(stages.get());
              }
              return sum;
            }

            @AsyncMethod
            private static Throwable failing(CompletionStage<?> stage) {
              try {
                await(stage);
                return null;
              } catch (Throwable t) {
                return t;
              }
            }

            @Override
            public AsyncScope<String> resource(
                CompletionStage<String> opening, CompletionStage<?> closing, List<String> trace) {
              return CancelledAsync.held(opening, closing, trace);
            }

            @Override
            public CompletableFuture<String> use(
                AsyncScope<String> scope,
                CompletionStage<String> inside,
                CompletionStage<String> behind,
                List<String> trace) {
              return CancelledAsync.used(scope, inside, behind, trace);
            }

            @Override
            public CompletableFuture<Integer> sum(
                Supplier<? extends CompletionStage<Integer>> stages, int count) {
              return CancelledAsync.summed(stages, count);
            }

            @Override
            public CompletableFuture<Throwable> thrown(CompletionStage<?> stage) {
              return CancelledAsync.failing(stage);
            }
          }
          """);

  private static CancelledBodies bodies;

  private final List<String> trace = new ArrayList<>();
  private final CompletableFuture<String> opening = new CompletableFuture<>();
  private final CompletableFuture<Object> closing = new CompletableFuture<>();
  private final CompletableFuture<String> inside = new CompletableFuture<>();
  private final CompletableFuture<String> behind = new CompletableFuture<>();

  @BeforeAll
  static void compile() throws ReflectiveOperationException {
    Constructor<?> constructor =
        Compiler.machines(List.of(SOURCE)).load().loadClass("cases.Cancelled").getConstructor();
    bodies = (CancelledBodies) constructor.newInstance();
  }

  private CompletableFuture<String> use() {
    return bodies.use(bodies.resource(opening, closing, trace), inside, behind, trace);
  }

  @Test
  void D19_cancelledWhileItOpensTheScopeIsNotEntered() {
    CompletableFuture<String> use = use();

    assertThat(use.cancel(true)).isTrue();

    assertThat(use).isCancelled();
    assertThat(opening).isCancelled();
    assertThat(trace).isEmpty();
  }

  @Test
  void D19_aResourceThatComesAllTheSameIsReleasedAtOnce() {
    CompletableFuture<String> use =
        bodies.use(
            AsyncScope.of(
                opening::minimalCompletionStage,
                resource -> {
                  trace.add("released " + resource);
                  return closing;
                }),
            inside,
            behind,
            trace);
    assertThat(use.cancel(true)).isTrue();
    assertThat(use).isCancelled();

    opening.complete("late");

    assertThat(trace).containsExactly("released late");
  }

  @Test
  void D20_cancelledInTheBlockTheReleaseIsToldAndMayAwait() {
    CompletableFuture<String> use = use();
    opening.complete("resource");

    assertThat(use.cancel(true)).isTrue();
    assertThat(inside).isCancelled();
    assertThat(use).isNotDone();
    closing.complete(null);

    assertThat(use).isCancelled();
    assertThat(trace).containsExactly("in the block", "told", "releasing", "released");
  }

  @Test
  void D21_cancelledWhileItReleasesTheReleaseIsNotCutShort() {
    CompletableFuture<String> use = use();
    opening.complete("resource");
    inside.complete("done");

    assertThat(use.cancel(true)).isTrue();
    assertThat(closing).isNotDone();
    assertThat(use).isNotDone();
    closing.complete(null);

    assertThat(use).isCancelled();
    assertThat(behind).isCancelled();
    assertThat(trace).containsExactly("in the block", "releasing", "released", "behind");
  }

  @Test
  void H3_aStageMayCallBackBeforeItReturns() {
    CompletableFuture<Integer> inline =
        bodies.sum(() -> hostile(callback -> callback.accept(1, null)), 100_000);
    CompletableFuture<Integer> elsewhere =
        bodies.sum(
            () ->
                hostile(
                    callback -> CompletableFuture.runAsync(() -> callback.accept(1, null)).join()),
            1_000);

    assertThat(inline).isCompletedWithValue(100_000);
    assertThat(elsewhere.join()).isEqualTo(1_000);
  }

  @Test
  void H4_aStageThatCallsBackTwiceOrLateResumesNobody() {
    List<BiConsumer<Object, Throwable>> callbacks = new ArrayList<>();
    CompletableFuture<Integer> sum = bodies.sum(() -> hostile(callbacks::add), 2);
    callbacks.get(0).accept(1, null);

    callbacks.get(0).accept(10, null);
    callbacks.get(0).accept(null, new IOException());
    assertThat(sum).isNotDone();
    callbacks.get(1).accept(100, null);

    assertThat(sum).isCompletedWithValue(101);
    CompletableFuture<Integer> cancelled = bodies.sum(() -> hostile(callbacks::add), 1);
    assertThat(cancelled.cancel(true)).isTrue();
    callbacks.get(2).accept(1, null);
    assertThat(cancelled).isCancelled();
  }

  @Test
  void H14_wrappersThatStagesAddAreRemovedAndOthersStay() {
    IOException failure = new IOException();
    CompletionException bare = new CompletionException("of the user's", null);
    ExecutionException executed = new ExecutionException(failure);

    assertThat(
            thrown(
                CompletableFuture.failedFuture(
                    new CompletionException(new CompletionException(failure)))))
        .isSameAs(failure);
    assertThat(thrown(CompletableFuture.failedFuture(failure).thenApply(x -> x))).isSameAs(failure);
    assertThat(thrown(CompletableFuture.failedFuture(bare))).isSameAs(bare);
    assertThat(thrown(CompletableFuture.failedFuture(executed))).isSameAs(executed);
    CompletableFuture<Object> later = new CompletableFuture<>();
    CompletableFuture<Throwable> thrown =
        bodies.thrown(later.thenApply(x -> x).minimalCompletionStage());
    later.completeExceptionally(failure);
    assertThat(thrown).isCompletedWithValue(failure);
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    assertThat(thrown(cancelled.thenApply(x -> x))).isInstanceOf(CancellationException.class);
  }

  private static Throwable thrown(CompletionStage<?> stage) {
    return bodies.thrown(stage).join();
  }

  /** Knows nothing but whenComplete, and does with it what it is told to. */
  @SuppressWarnings("unchecked")
  private static CompletionStage<Integer> hostile(Consumer<BiConsumer<Object, Throwable>> conduct) {
    return (CompletionStage<Integer>)
        Proxy.newProxyInstance(
            CompiledStagesTest.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("whenComplete")) {
                throw new UnsupportedOperationException(method.getName());
              }
              conduct.accept((BiConsumer<Object, Throwable>) arguments[0]);
              return null;
            });
  }
}

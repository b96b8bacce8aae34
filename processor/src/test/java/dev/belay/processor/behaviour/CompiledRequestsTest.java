package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterator;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that overlap, and closes, of generators that the processor has compiled (A.2, A.3). */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class CompiledRequestsTest {
  private static final Source SOURCE =
      Source.of(
          "Requested",
          """
          public final class Requested
              implements dev.belay.processor.behaviour.RequestedBodies {
            @AsyncGenerator
            private static void twoOf(
                Supplier<? extends CompletionStage<String>> stage,
                Supplier<? extends CompletionStage<?>> cleanup,
                List<String> trace,
                Yield<String> out) {
              trace.add("start");
              try {
                out.yield(await(stage.get()));
                trace.add("between");
                out.yield("second");
              } catch (RuntimeException e) {
                trace.add("caught");
                throw e;
              } finally {
                trace.add("finally");
                await(cleanup.get());
                trace.add("clean");
              }
              trace.add("behind");
            }

            @AsyncGenerator
            private static void asking(List<AsyncIterator<Object>> self, Yield<Object> out) {
              out.yield(self.get(0).advance());
              out.yield(self.get(0).closeAsync());
            }

            @AsyncMethod
            private static String acquired(CompletionStage<?> gate, List<String> trace) {
              try {
                trace.add("acquired");
                return "resource";
              } finally {
                await(gate);
              }
            }

            @AsyncGenerator
            private static void holding(
                CompletionStage<?> gate,
                CompletionStage<String> work,
                List<String> trace,
                Yield<String> out) {
              String resource = await(RequestedAsync.acquired(gate, trace));
              try {
                out.yield(await(work));
              } finally {
                trace.add("released " + resource);
              }
            }

            @AsyncMethod
            private static String cleaned(
                CompletionStage<String> stage, Supplier<? extends CompletionStage<?>> cleanup) {
              try {
                return await(stage);
              } finally {
                await(cleanup.get());
              }
            }

            @AsyncGenerator
            private static void through(
                CompletionStage<String> stage,
                Supplier<? extends CompletionStage<?>> cleanup,
                Yield<String> out) {
              out.yield(await(RequestedAsync.cleaned(stage, cleanup)));
            }

            @Override
            public AsyncIterable<String> two(
                Supplier<? extends CompletionStage<String>> stage,
                Supplier<? extends CompletionStage<?>> cleanup,
                List<String> trace) {
              return RequestedAsync.twoOf(stage, cleanup, trace);
            }

            @Override
            public AsyncIterable<Object> askingItself(List<AsyncIterator<Object>> self) {
              return RequestedAsync.asking(self);
            }

            @Override
            public AsyncIterable<String> acquiring(
                CompletionStage<?> gate, CompletionStage<String> work, List<String> trace) {
              return RequestedAsync.holding(gate, work, trace);
            }

            @Override
            public AsyncIterable<String> awaitingAMethod(
                CompletionStage<String> stage, Supplier<? extends CompletionStage<?>> cleanup) {
              return RequestedAsync.through(stage, cleanup);
            }
          }
          """);

  private static RequestedBodies bodies;

  private final List<String> trace = new ArrayList<>();
  private final CompletableFuture<String> stage = new CompletableFuture<>();
  private final CompletableFuture<Object> cleanup = new CompletableFuture<>();
  private final AsyncIterator<String> two =
      bodies.two(() -> stage, () -> cleanup, trace).iterator();

  @BeforeAll
  static void compile() throws ReflectiveOperationException {
    Constructor<?> constructor =
        Compiler.machines(List.of(SOURCE)).load().loadClass("cases.Requested").getConstructor();
    bodies = (RequestedBodies) constructor.newInstance();
  }

  @Test
  void A16_anOverlappingAdvanceIsRefusedAndDisturbsNothing() {
    CompletionStage<Boolean> first = two.advance();

    assertThat(failure(two.advance())).isInstanceOf(IllegalStateException.class);
    stage.complete("first");

    assertThat(value(first)).isEqualTo(true);
    assertThat(two.current()).isEqualTo("first");
    assertThat(value(two.advance())).isEqualTo(true);
  }

  @Test
  void A17_A34_aBodyThatAsksItselfIsRefusedAndGoesOn() {
    List<AsyncIterator<Object>> self = new ArrayList<>();
    AsyncIterator<Object> iterator = bodies.askingItself(self).iterator();
    self.add(iterator);

    for (int request = 0; request < 2; request++) {
      assertThat(value(iterator.advance())).isEqualTo(true);
      assertThat(failure((CompletionStage<?>) iterator.current()))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(value(iterator.advance())).isEqualTo(false);
  }

  @Test
  @SuppressWarnings("IgnoredStage") // The assertion learns when it is done.
  void A18_theNextRequestMayComeFromTheCallbackOfTheLast() {
    CompletableFuture<Boolean> second = new CompletableFuture<>();
    CompletionStage<?> unused =
        two.advance()
            .whenComplete(
                (more, failure) -> two.advance().thenAccept(again -> second.complete(again)));

    stage.complete("first");

    assertThat(second).isCompletedWithValue(true);
    assertThat(two.current()).isEqualTo("second");
  }

  @Test
  void A19_twoRunsShareNothing() {
    var iterable = bodies.two(() -> stage, () -> cleanup, trace);
    AsyncIterator<String> one = iterable.iterator();
    AsyncIterator<String> other = iterable.iterator();
    stage.complete("first");

    assertThat(value(one.advance())).isEqualTo(true);
    assertThat(value(one.advance())).isEqualTo(true);
    assertThat(value(other.advance())).isEqualTo(true);

    assertThat(one.current()).isEqualTo("second");
    assertThat(other.current()).isEqualTo("first");
    assertThat(trace).containsExactly("start", "between", "start");
  }

  @Test
  void A20_closingBeforeTheStartRunsNothing() {
    assertThat(two.closeAsync().toCompletableFuture()).isCompleted();

    assertThat(value(two.advance())).isEqualTo(false);
    assertThat(trace).isEmpty();
  }

  @Test
  void A29_closingTwiceAndAfterTheEndRunsNothing() {
    stage.complete("first");
    cleanup.complete(null);
    assertThat(value(two.advance())).isEqualTo(true);
    assertThat(two.closeAsync().toCompletableFuture()).isCompleted();
    assertThat(trace).containsExactly("start", "finally", "clean");

    assertThat(two.closeAsync().toCompletableFuture()).isCompleted();

    assertThat(value(two.advance())).isEqualTo(false);
    assertThat(trace).containsExactly("start", "finally", "clean");
  }

  @Test
  void A30_A33_requestsDuringTheUnwindingWaitForIt() {
    stage.complete("first");
    assertThat(value(two.advance())).isEqualTo(true);
    List<CompletableFuture<?>> answers =
        List.of(
            two.closeAsync().toCompletableFuture(),
            two.closeAsync().toCompletableFuture(),
            two.advance().toCompletableFuture());
    assertThat(answers).noneMatch(CompletableFuture::isDone);

    cleanup.complete(null);

    assertThat(answers).allMatch(CompletableFuture::isDone);
    assertThat(value(answers.get(2))).isEqualTo(false);
    assertThat(trace).containsExactly("start", "finally", "clean");
  }

  @Test
  void A31_closingAtAnAwaitCancelsItAndReturnsFromThere() {
    CompletionStage<Boolean> advance = two.advance();

    CompletableFuture<?> close = two.closeAsync().toCompletableFuture();
    assertThat(close).isNotDone();
    cleanup.complete(null);

    assertThat(close).isCompleted();
    assertThat(stage).isCancelled();
    assertThat(failure(advance)).isInstanceOf(CancellationException.class);
    assertThat(trace).containsExactly("start", "finally", "clean");
  }

  @Test
  void A32_closingFromElsewhereWhileTheBodyRunsActsAtTheNextYield() {
    List<AsyncIterator<String>> self = new ArrayList<>();
    List<CompletionStage<?>> closes = new ArrayList<>();
    AsyncIterator<String> iterator =
        bodies
            .two(
                () -> {
                  closes.add(CompletableFuture.supplyAsync(() -> self.get(0).closeAsync()).join());
                  return CompletableFuture.completedFuture("first");
                },
                () -> cleanup,
                trace)
            .iterator();
    self.add(iterator);

    assertThat(value(iterator.advance())).isEqualTo(true);
    assertThat(trace).containsExactly("start", "finally");
    cleanup.complete(null);

    assertThat(closes.get(0).toCompletableFuture()).isCompleted();
    assertThat(trace).containsExactly("start", "finally", "clean");
  }

  @Test
  void A32_G20_whatAMethodBringsAllTheSameIsReleased() {
    CompletableFuture<String> never = new CompletableFuture<>();
    CompletableFuture<Object> gate = new CompletableFuture<>();
    AsyncIterator<String> iterator = bodies.acquiring(gate, never, trace).iterator();
    CompletionStage<Boolean> advance = iterator.advance();

    CompletableFuture<?> close = iterator.closeAsync().toCompletableFuture();
    assertThat(close).isNotDone();
    gate.complete(null);

    assertThat(close).isCompleted();
    assertThat(failure(advance)).isInstanceOf(CancellationException.class);
    assertThat(trace).containsExactly("acquired", "released resource");
  }

  @Test
  void A36_aFinallyThatFailsBehindAnInterruptedAwaitFailsTheClose() {
    IOException broken = new IOException();
    CompletionStage<Boolean> advance = two.advance();

    CompletionStage<Void> close = two.closeAsync();
    cleanup.completeExceptionally(broken);

    assertThat(failure(close)).isSameAs(broken);
    assertThat(failure(advance)).isInstanceOf(CancellationException.class);
    assertThat(value(two.advance())).isEqualTo(false);
  }

  /** Found by injecting two faults: this failure reached nobody. */
  @Test
  void A36_aReleaseThatFailsInTheAwaitedMethodFailsTheClose() {
    IOException broken = new IOException();
    AsyncIterator<String> iterator = bodies.awaitingAMethod(stage, () -> cleanup).iterator();
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<Void> close = iterator.closeAsync();
    cleanup.completeExceptionally(broken);

    assertThat(failure(close)).isSameAs(broken);
    assertThat(failure(advance)).isInstanceOf(CancellationException.class);
  }

  private static Object value(CompletionStage<?> stage) {
    assertThat(stage.toCompletableFuture()).isCompleted();
    return stage.toCompletableFuture().join();
  }

  private static Throwable failure(CompletionStage<?> stage) {
    assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
    return stage.handle((value, failure) -> failure).toCompletableFuture().join();
  }
}

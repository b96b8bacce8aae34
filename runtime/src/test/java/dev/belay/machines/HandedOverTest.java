package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncQueue;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.TaskGroup;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.ResourceMachine;
import dev.belay.undelivered.UndeliveredFailures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that has been handed over, and no failure, is lost to a cancellation that is due. */
class HandedOverTest {
  private final CompletableFuture<Object> gate = new CompletableFuture<>();
  private final CompletableFuture<Object> never = new CompletableFuture<>();
  private final AtomicInteger released = new AtomicInteger();
  private CompletableFuture<?> running;

  /** Awaits the gate; then cancels itself, and awaits. */
  private <T> CompletableFuture<T> cancelledBefore(Awaiting.Source<T> second) {
    @SuppressWarnings("unchecked") // Nobody looks at the first.
    Awaiting.Source<T> first = () -> (CompletionStage<T>) gate;
    CompletableFuture<T> result =
        Awaiting.each(
            List.of(
                first,
                () -> {
                  running.cancel(true);
                  return second.get();
                }));
    running = result;
    gate.complete(null);
    return result;
  }

  @Test
  void F11_F12_anItemThatIsThere() {
    AsyncQueue<String> queue = AsyncQueue.fifo(0);
    assertThat(queue.put("item")).isCompleted();

    assertThat(cancelledBefore(queue::get)).isCompletedWithValue("item");
  }

  @Test
  void F11_F12_anItemThatHasArrived() {
    AsyncQueue<String> queue = AsyncQueue.fifo(0);
    CompletableFuture<String> got = queue.get();
    assertThat(queue.put("item")).isCompleted();

    assertThat(cancelledBefore(() -> got)).isCompletedWithValue("item");
  }

  @Test
  void F11_F13_anItemThatIsAccepted() {
    AsyncQueue<String> queue = AsyncQueue.fifo(0);

    assertThat(cancelledBefore(() -> queue.put("item"))).isCompletedWithValue(null);
    assertThat(queue.get()).isCompletedWithValue("item");
  }

  @Test
  void F12_G23_theCancelIsDeliveredAtTheNextAwait() {
    AsyncQueue<Object> queue = AsyncQueue.fifo(0);
    assertThat(queue.put("item")).isCompleted();
    CompletableFuture<Object> result =
        Awaiting.each(
            List.of(
                () -> gate,
                () -> {
                  running.cancel(true);
                  return queue.get();
                },
                () -> CompletableFuture.completedFuture("complete")));
    running = result;
    gate.complete(null);

    assertThatThrownBy(() -> Stages.get(result)).isInstanceOf(CancellationException.class);
    assertThat(queue.size()).isZero();
  }

  @Test
  void D19_aResourceThatIsOpen() throws Throwable {
    AsyncScope<String> scope = AsyncScope.of(() -> completed("resource"), this::release);

    CompletableFuture<Opened<String>> result = cancelledBefore(scope::open);

    assertThat(Stages.get(Stages.get(result).close(null))).isFalse();
    assertThat(released).hasValue(1);
  }

  /** How a stage that has a value already looks. */
  enum Look {
    PLAIN,
    MINIMAL,
    HOSTILE;

    <T> CompletionStage<T> of(T value) {
      return switch (this) {
        case PLAIN -> CompletableFuture.completedFuture(value);
        case MINIMAL -> CompletableFuture.completedStage(value);
        case HOSTILE -> NastyStage.of(callback -> callback.accept(value, null));
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void D19_G23_whatATemplateAcquiresIsReleasedByIt(Look look) {
    Acquiring.Pool.Item item = () -> release(null);
    AsyncScope<?> scope =
        AsyncScope.of(() -> gate, r -> completed(null))
            .both(
                ResourceMachine.scope(
                    new Acquiring.Resource(
                        () -> {
                          running.cancel(true);
                          return look.of(item);
                        })),
                (a, b) -> b);
    CompletableFuture<Object> use = scope.use(any -> never);
    running = use;

    gate.complete(null);

    assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(CancellationException.class);
    assertThat(released).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void A32_aCloseCostsNoValue(Look look) throws Throwable {
    Acquiring.Pool.Item item = () -> release(null);
    CompletableFuture<CompletionStage<Void>> closed = new CompletableFuture<>();
    AsyncIterator<?>[] iterator = new AsyncIterator<?>[1];
    iterator[0] =
        AsyncIterable.of(1)
            .flatMap(
                n ->
                    dev.belay.internal.Generators.cold(
                        () ->
                            new Acquiring.Generator(
                                () -> {
                                  CompletableFuture.runAsync(
                                          () -> closed.complete(iterator[0].closeAsync()))
                                      .join();
                                  return look.of(item);
                                },
                                completed("element"))))
            .iterator();

    CompletionStage<Boolean> advance = iterator[0].advance();

    Object unused = Stages.get(closed.get());
    assertThat(advance.toCompletableFuture()).isDone();
    assertThat(released).hasValue(1);
  }

  @Test
  void G20_aReleaseIsNotLeftBehind() {
    CompletableFuture<Object> closing = new CompletableFuture<>();
    Opened<?> opened = AsyncScope.of(() -> completed("resource"), r -> closing).open().join();
    CompletableFuture<Object> result =
        Awaiting.each(
            List.of(() -> gate, () -> untyped(opened.close(null)), () -> completed("complete")));
    gate.complete(null);

    assertThat(result.cancel(true)).isTrue();
    assertThat(result).isNotDone();
    closing.complete(null);

    assertThat(result).isCancelled();
  }

  @SuppressWarnings("unchecked") // An object is all that is asked for.
  private static CompletionStage<Object> untyped(CompletionStage<?> stage) {
    return (CompletionStage<Object>) stage;
  }

  /** {@code try { return v; } finally { await(gate); }}. */
  private final class InFinally extends MethodMachine<Object> {
    @Override
    public @Nullable Object resume() throws Throwable {
      if (resumed() == 0 && pendingRelease(gate)) {
        return suspendAt(1);
      }
      Object unused = taken();
      return complete("inner");
    }
  }

  @Test
  void G23_G39_aCancelThatAFinallyBlockHasOutlivedIsDueAgain() {
    for (UnaryOperator<CompletableFuture<Object>> around :
        List.<UnaryOperator<CompletableFuture<Object>>>of(
            inner -> inner,
            inner -> Async.timeout(null, () -> inner),
            inner -> Awaiting.one(() -> inner),
            inner -> AsyncScope.ofValue(1).use(one -> inner))) {
      CompletableFuture<Object> opened = new CompletableFuture<>();
      CompletableFuture<Object> inner =
          MethodMachine.start(
              new MethodMachine<Object>() {
                @Override
                public @Nullable Object resume() throws Throwable {
                  if (resumed() == 0 && pendingRelease(opened)) {
                    return suspendAt(1);
                  }
                  Object unused = taken();
                  return complete("inner");
                }
              });
      CompletableFuture<Object> next = new CompletableFuture<>();
      CompletableFuture<Object> outer =
          Awaiting.each(List.of(() -> around.apply(inner), () -> next));

      assertThat(outer.cancel(true)).isTrue();
      assertThat(outer).isNotDone();
      opened.complete(null);

      assertThat(inner).isCompletedWithValue("inner");
      assertThat(outer).isCancelled();
      assertThat(next).isCancelled();
    }
  }

  @Test
  void G23_G39_workThatNeedsNoFurtherAwaitIsNotThrownAway() {
    CompletableFuture<Object> inner = MethodMachine.start(new InFinally());
    CompletableFuture<Object> outer = Awaiting.one(() -> inner);

    assertThat(outer.cancel(true)).isTrue();
    gate.complete(null);

    assertThat(outer).isCompletedWithValue("inner");
  }

  @Test
  void G5_H26_aFailureAfterACancelOfGather() {
    IOException failure = new IOException();
    CompletableFuture<Object> closing = new CompletableFuture<>();
    CompletableFuture<?> gathered =
        Async.gather(
            AsyncScope.of(() -> completed("resource"), r -> closing).use(r -> never),
            new CompletableFuture<>());

    assertThat(gathered.cancel(true)).isTrue();
    assertThat(gathered).isNotDone();
    closing.completeExceptionally(failure);

    assertThatThrownBy(() -> Stages.get(gathered)).isSameAs(failure);
  }

  @Test
  void G13_G14_H26_aReleaseThatFailsInACancelledTask() {
    IOException failure = new IOException();
    CompletableFuture<Object> closing = new CompletableFuture<>();
    CompletableFuture<Object> use =
        TaskGroup.scope()
            .use(
                group -> {
                  Object unused =
                      group.fork(
                          () ->
                              AsyncScope.of(() -> completed("resource"), r -> closing)
                                  .use(r -> never));
                  return never;
                });

    assertThat(use.cancel(true)).isTrue();
    closing.completeExceptionally(failure);

    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
  }

  @Test
  void G27_H26_aFailureBehindACancelledShield() {
    IOException failure = new IOException();
    CompletableFuture<Object> stage = new CompletableFuture<>();

    assertThat(Async.shield(stage).cancel(true)).isTrue();
    assertThat(stage).isNotDone();
    stage.completeExceptionally(failure);

    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  /** Found by injecting two faults: the failure was told twice. */
  @Test
  void D19_H4_H26_aLateReleaseThatCallsBackTwiceIsToldOnce() {
    IOException failure = new IOException();
    CompletionStage<Object> closing =
        NastyStage.of(
            callback -> {
              callback.accept(null, failure);
              callback.accept(null, failure);
            });
    CompletableFuture<String> resource = new CompletableFuture<>();
    CompletableFuture<?> opening =
        AsyncScope.of(resource::minimalCompletionStage, r -> closing).open();

    assertThat(opening.cancel(true)).isTrue();
    resource.complete("late");

    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  @Test
  void D19_H4_aLateResourceThatComesTwiceIsReleasedOnce() {
    List<BiConsumer<Object, Throwable>> callbacks = new ArrayList<>();
    CompletableFuture<?> opening =
        AsyncScope.of(() -> NastyStage.of(callbacks::add), this::release).open();

    assertThat(opening.cancel(true)).isTrue();
    for (BiConsumer<Object, Throwable> callback : List.copyOf(callbacks)) {
      callback.accept("late", null);
      callback.accept("late", null);
    }

    assertThat(released).hasValue(1);
  }

  private static <T> CompletableFuture<T> completed(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private CompletionStage<?> release(Object resource) {
    released.incrementAndGet();
    return completed(null);
  }
}

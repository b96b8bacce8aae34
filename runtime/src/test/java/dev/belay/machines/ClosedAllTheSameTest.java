package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.TaskGroup;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.ResourceMachine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clauses A31, A32, D19, G20: a generator is closed where it awaits something of Belay's own, which
 * brings a value all the same. Nothing that it brings is dropped, and the close waits for no await
 * behind it.
 */
class ClosedAllTheSameTest {
  private final CompletableFuture<Object> gate = new CompletableFuture<>();
  private final CompletableFuture<String> never = new CompletableFuture<>();
  private final AtomicInteger released = new AtomicInteger();
  private final List<String> trace = new ArrayList<>();

  private final Acquiring.Pool.Item item =
      () -> {
        released.incrementAndGet();
        return CompletableFuture.completedFuture(null);
      };

  /** How a method brings its value although it is cancelled. */
  enum Survival {
    /** {@code try { return value; } finally { await(gate); }}. */
    IN_FINALLY {
      @Override
      <T> CompletableFuture<T> method(CompletableFuture<Object> gate, T value) {
        return MethodMachine.start(
            new MethodMachine<T>() {
              @Override
              public @Nullable Object resume() throws Throwable {
                if (resumed() == 0 && pendingRelease(gate)) {
                  return suspendAt(1);
                }
                Object unused = taken();
                return complete(value);
              }
            });
      }
    },
    /** {@code try { await(new CompletableFuture<>()); } catch (CancellationException e) { }}. */
    BY_CATCHING {
      @Override
      <T> CompletableFuture<T> method(CompletableFuture<Object> gate, T value) {
        return MethodMachine.start(
            new MethodMachine<T>() {
              @Override
              public @Nullable Object resume() throws Throwable {
                if (resumed() == 0 && pending(new CompletableFuture<>())) {
                  return suspendAt(1);
                }
                try {
                  Object unused = taken();
                } catch (CancellationException e) {
                  return complete(value);
                }
                throw new AssertionError("it completes only when it is cancelled");
              }
            });
      }
    };

    abstract <T> CompletableFuture<T> method(CompletableFuture<Object> gate, T value);
  }

  private static List<UnaryOperator<CompletableFuture<Acquiring.Pool.Item>>> around() {
    return List.of(
        inner -> inner,
        inner -> Async.timeout(null, () -> inner),
        inner -> Awaiting.one(() -> inner),
        inner -> AsyncScope.ofValue(1).use(one -> inner));
  }

  @ParameterizedTest
  @EnumSource
  void A32_G20_whatAMethodBringsIsReleasedAtTheNextAwait(Survival survival) throws Throwable {
    int rounds = 0;
    for (var wrapping : around()) {
      CompletableFuture<Object> opened = new CompletableFuture<>();
      AsyncIterator<String> iterator =
          generator(() -> wrapping.apply(survival.method(opened, item)), never);
      CompletionStage<Boolean> advance = iterator.advance();

      CompletionStage<Void> close = iterator.closeAsync();
      opened.complete(null);

      Stages.get(close);
      assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
      assertThat(Stages.get(iterator.advance())).isFalse();
      assertThat(released).hasValue(++rounds);
    }
  }

  @ParameterizedTest
  @EnumSource
  void A32_G20_whatAMethodBringsIsReleasedAtTheNextYield(Survival survival) throws Throwable {
    AsyncIterator<String> iterator =
        generator(() -> survival.method(gate, item), CompletableFuture.completedFuture("element"));
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<Void> close = iterator.closeAsync();
    gate.complete(null);

    Stages.get(close);
    assertThat(Stages.get(advance)).isTrue();
    assertThat(released).hasValue(1);
  }

  @Test
  void A31_whatFailsWithTheCancellationIsReturnedFrom() throws Throwable {
    AsyncIterator<String> iterator = generator(() -> Awaiting.one(() -> deaf()), never);
    CompletionStage<Boolean> advance = iterator.advance();

    Stages.get(iterator.closeAsync());

    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
    assertThat(never).isNotDone();
    assertThat(released).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource
  void A32_E3_anElementOfSomebodyElseIsNotDropped(Survival survival) throws Throwable {
    AsyncIterable<Acquiring.Pool.Item> source =
        () ->
            new AsyncIterator<>() {
              @Override
              public CompletionStage<Boolean> advance() {
                return survival.method(gate, true);
              }

              @Override
              public Acquiring.Pool.Item current() {
                return item;
              }

              @Override
              public CompletionStage<Void> closeAsync() {
                trace.add("closed");
                return CompletableFuture.completedFuture(null);
              }
            };
    AsyncIterator<CompletionStage<?>> iterator =
        source.<CompletionStage<?>>map(Acquiring.Pool.Item::release).iterator();
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<Void> close = iterator.closeAsync();
    gate.complete(null);

    Stages.get(close);
    assertThat(Stages.get(advance)).isTrue();
    assertThat(released).hasValue(1);
    assertThat(trace).containsExactly("closed");
  }

  @ParameterizedTest
  @EnumSource
  void D19_A31_aScopeThatOpensAllTheSameIsReleased(Survival survival) throws Throwable {
    Opened<String> opened =
        new Opened<>() {
          @Override
          public String value() {
            return "resource";
          }

          @Override
          public CompletionStage<Boolean> close(Throwable failure) {
            released.incrementAndGet();
            return CompletableFuture.completedFuture(false);
          }
        };
    AsyncIterator<String> iterator =
        using(() -> survival.method(gate, opened), () -> never).iterator();
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<Void> close = iterator.closeAsync();
    gate.complete(null);

    Stages.get(close);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
    assertThat(released).hasValue(1);
  }

  /** Found by injecting two faults: the failure reached nobody. */
  @Test
  void D19_A36_anOpeningThatFailsWhileItUnwindsFailsTheClose() {
    IOException failure = new IOException();
    CompletableFuture<Object> closing = new CompletableFuture<>();
    AsyncIterator<String> iterator =
        using(
                AsyncScope.of(() -> CompletableFuture.completedFuture(1), one -> closing)
                    .both(AsyncScope.of(() -> deaf(), any -> closing), (one, other) -> ""),
                () -> never)
            .iterator();
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<Void> close = iterator.closeAsync();
    assertThat(close.toCompletableFuture()).isNotDone();
    closing.completeExceptionally(failure);

    assertThatThrownBy(() -> Stages.get(close)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
  }

  /**
   * {@code try { await(deaf); } catch (CancellationException e) { } out.yield(""); released();}.
   */
  private final class Surviving extends ResourceMachine<String> {
    @Override
    public @Nullable Object resume() throws Throwable {
      int at = resumed();
      if (at == 0 && pending(deaf())) {
        return suspendAt(1);
      }
      if (at == 1) {
        try {
          Object unused = taken();
        } catch (CancellationException e) {
          trace.add("survived");
        }
        return yieldAt(2, "");
      }
      try {
        Object unused = received();
      } finally {
        released.incrementAndGet();
      }
      return END;
    }
  }

  @Test
  void D19_A31_aTemplateThatSurvivesTheCloseIsReleasedAtOnce() throws Throwable {
    for (boolean nested : new boolean[] {false, true}) {
      trace.clear();
      released.set(0);
      AsyncIterable<String> using =
          using(
              ResourceMachine.scope(new Surviving()),
              () -> {
                trace.add("entered");
                return never;
              });
      AsyncIterator<String> iterator =
          (nested ? Relay.of(using, new ArrayList<>()) : using).iterator();
      CompletionStage<Boolean> advance = iterator.advance();

      Stages.get(iterator.closeAsync());

      assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
      assertThat(trace).containsExactly("survived");
      assertThat(released).hasValue(1);
    }
  }

  /** {@code { TaskGroup g = using(group); g.fork(task); } await(never);}. */
  @Test
  void A31_G14_aCloseThatEndsAGroupActsBehindIt() throws Throwable {
    CompletableFuture<Object> task = new CompletableFuture<>();
    AsyncIterator<String> iterator =
        Generators.<String>cold(
                () ->
                    new GeneratorMachine<>() {
                      private Opened<?> opened;

                      @Override
                      public @Nullable Object resume() throws Throwable {
                        int at = resumed();
                        if (at == 0) {
                          boolean unused = entering(TaskGroup.scope());
                          opened = entered();
                          Object unusedTask = ((TaskGroup) opened.value()).fork(() -> task);
                        }
                        if (at <= 1) {
                          if (exiting(opened, null)) {
                            return suspendAt(1);
                          }
                          if (pending(never)) {
                            return suspendAt(2);
                          }
                        }
                        return closing() ? END : yieldAt(3, (String) taken());
                      }
                    })
            .iterator();
    CompletionStage<Boolean> advance = iterator.advance();

    CompletionStage<Void> close = iterator.closeAsync();

    assertThat(task).isCancelled();
    Stages.get(close);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
  }

  @ParameterizedTest
  @EnumSource
  void G5_G21_whatCancelledStagesBringIsGathered(Survival survival) throws Throwable {
    CompletableFuture<List<Acquiring.Pool.Item>> gathered =
        Async.gather(survival.method(gate, item), CompletableFuture.completedFuture(item));

    assertThat(gathered.cancel(true)).isTrue();
    gate.complete(null);

    assertThat(Stages.get(gathered)).containsExactly(item, item);
  }

  @Test
  void G5_F12_aStageThatIsGivenUpLeavesTheOthersWhatTheyBring() throws Throwable {
    CompletableFuture<Acquiring.Pool.Item> method = Survival.IN_FINALLY.method(gate, item);
    CompletableFuture<?> gathered = Async.gather(method, new CompletableFuture<>());

    assertThat(gathered.cancel(true)).isTrue();
    gate.complete(null);

    assertThat(gathered).isCancelled();
    assertThat(Stages.get(method)).isSameAs(item);
  }

  @Test
  void G3_F12_aFailureLeavesTheOthersWhatTheyBring() throws Throwable {
    CompletableFuture<Acquiring.Pool.Item> method = Survival.IN_FINALLY.method(gate, item);
    CompletableFuture<?> gathered =
        Async.gather(method, CompletableFuture.failedFuture(new ArithmeticException()));

    assertThatThrownBy(() -> Stages.get(gathered)).isInstanceOf(ArithmeticException.class);
    gate.complete(null);

    assertThat(Stages.get(method)).isSameAs(item);
  }

  @Test
  void G5_G36_aFutureThatIsBeingCompletedIsWaitedFor() throws Throwable {
    CompletableFuture<Acquiring.Pool.Item> source = new CompletableFuture<>();
    CompletableFuture<?> limited = Async.timeout(null, () -> source);
    CompletableFuture<?> gathered = Async.gather(source);
    // Callbacks run last in, first out: this one before ours.
    Object unused =
        source.whenComplete(
            (value, failure) -> {
              assertThat(limited.cancel(true)).isTrue();
              assertThat(gathered.cancel(true)).isTrue();
            });

    source.complete(item);

    assertThat(Stages.get(limited)).isSameAs(item);
    assertThat(Stages.get(gathered)).isEqualTo(List.of(item));
  }

  private static <T> CompletionStage<T> deaf() {
    return new CompletableFuture<T>().minimalCompletionStage();
  }

  private static AsyncIterator<String> generator(
      Acquiring.Pool pool, CompletionStage<String> work) {
    return Generators.<String>cold(() -> new Acquiring.Generator(pool, work)).iterator();
  }

  /** {@code using(scope); out.yield(await(work.get()));}. */
  private static AsyncIterable<String> using(
      AsyncScope<String> scope, Awaiting.Source<String> work) {
    return Generators.cold(
        () ->
            new GeneratorMachine<String>() {
              private Opened<?> opened;

              @Override
              @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
              public @Nullable Object resume() throws Throwable {
                int at = resumed();
                if (at <= 1) {
                  if (entering(at == 0 ? scope : null)) {
                    return suspendAt(1);
                  }
                  if (at == 1 && closing()) {
                    return END;
                  }
                  at = 0;
                  opened = entered();
                }
                leave:
                if (at <= 3) {
                  if (at == 0 && pending(work.get())) {
                    return suspendAt(2);
                  }
                  if (at <= 2) {
                    if (at == 2 && closing()) {
                      break leave;
                    }
                    return yieldAt(3, (String) taken());
                  }
                  boolean unused = closing();
                }
                return exiting(opened, null) ? suspendAt(4) : END;
              }
            });
  }
}

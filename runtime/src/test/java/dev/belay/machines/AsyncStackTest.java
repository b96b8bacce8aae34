package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.Opened;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses D.3: resources whose number is known only when they are opened. */
class AsyncStackTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final IOException failure = new IOException("of the body");

  /** A resource that traces what it is told; {@code suppresses} and {@code fails} when closed. */
  private AsyncScope<String> resource(
      Stages stages, String name, boolean suppresses, Throwable fails) {
    return () ->
        stages
            .of(name)
            .<Opened<String>>thenApply(opened -> opened(stages, name, suppresses, fails))
            .toCompletableFuture();
  }

  private Opened<String> opened(Stages stages, String name, boolean suppresses, Throwable fails) {
    return new Opened<>() {
      @Override
      public String value() {
        return name;
      }

      @Override
      public CompletionStage<Boolean> close(Throwable told) {
        trace.add(name + " " + (told == null ? null : told.getMessage()));
        return fails == null ? stages.of(suppresses) : stages.failed(fails);
      }
    };
  }

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  @Test
  void D36_anEmptyStackDoesNothingAndIsItself() throws Throwable {
    AsyncStack stack = Stages.get(AsyncStack.scope().use(CompletableFuture::completedFuture));

    assertThat(stack).hasToString("AsyncStack[closed, exits=0, opening=0]");
    assertThatThrownBy(
            () ->
                Stages.get(
                    AsyncStack.scope()
                        .use(
                            empty -> {
                              throw failure;
                            })))
        .isSameAs(failure)
        .hasNoSuppressedExceptions();
  }

  @ParameterizedTest
  @EnumSource
  void D37_D39_allKindsShareOneOrderAndAreUndoneInReverse(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    CompletableFuture<String> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  CompletableFuture<String> first =
                      stack.enter(resource(stages, "first", false, null));
                  return first.thenCompose(
                      value -> {
                        stack.push(
                            told -> {
                              trace.add("pushed " + told);
                              return stages.of(false);
                            });
                        stack.defer(
                            () -> {
                              trace.add("deferred");
                              return stages.of("ignored");
                            });
                        stack.push(opened(stages, "opened", false, null));
                        return stack
                            .enter(resource(stages, "last", false, null))
                            .thenApply(last -> value + " " + last);
                      });
                });

    assertThat(stages.outcome(use)).isEqualTo("first last");
    assertThat(trace)
        .containsExactly("last null", "opened null", "deferred", "pushed null", "first null");
  }

  @ParameterizedTest
  @EnumSource
  void D37_whatCannotBeOpenedIsNotRegistered(Timing timing) {
    Stages stages = new Stages(timing);
    CompletableFuture<String> use =
        AsyncStack.scope()
            .use(
                stack ->
                    stack
                        .enter(resource(stages, "first", false, null))
                        .thenCompose(
                            first ->
                                stack.enter(
                                    AsyncScope.<String>of(
                                        () -> stages.failed(failure),
                                        x -> {
                                          throw new AssertionError();
                                        }))));

    assertThatThrownBy(() -> stages.outcome(use))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isSameAs(failure),
            thrown -> assertThat(thrown).hasCause(failure));
    assertThat(trace).containsExactly("first of the body");
  }

  @ParameterizedTest
  @EnumSource
  void D38_aDeferredReleaseNeverSuppressesAndAFailingOneStaysBehind(Timing timing) {
    Stages stages = new Stages(timing);
    IOException release = new IOException("of the release");
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(() -> stages.failed(release));
                  stack.defer(() -> stages.of(true));
                  return stages.failed(failure);
                });

    assertThatThrownBy(() -> stages.outcome(use)).isSameAs(failure).hasSuppressedException(release);
    CompletableFuture<Object> alone =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(() -> stages.failed(release));
                  return done("value");
                });
    assertThatThrownBy(() -> stages.outcome(alone)).isSameAs(release);
  }

  @ParameterizedTest
  @EnumSource
  void D40_D41_eachIsToldTheFailureThatStands(Timing timing) {
    Stages stages = new Stages(timing);
    IOException second = new IOException("second");
    IOException third = new IOException("third");
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.push(opened(stages, "a", false, null));
                  stack.push(opened(stages, "b", false, third));
                  stack.push(opened(stages, "c", true, null));
                  stack.push(opened(stages, "d", false, second));
                  stack.push(opened(stages, "e", false, null));
                  return stages.failed(failure);
                });

    assertThatThrownBy(() -> stages.outcome(use)).isSameAs(third).hasNoSuppressedExceptions();
    assertThat(trace)
        .containsExactly("e of the body", "d of the body", "c second", "b null", "a third");
    assertThat(second).hasSuppressedException(failure);
  }

  @ParameterizedTest
  @EnumSource
  void D41_aSuppressedFailureIsANormalEnd(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.push(opened(stages, "outer", false, null));
                  stack.push(opened(stages, "inner", true, null));
                  return stages.failed(failure);
                });

    assertThat(stages.outcome(use)).isNull();
    assertThat(trace).containsExactly("inner of the body", "outer null");
  }

  @Test
  void D42_linksFormNoCircleAndStay() {
    IOException cause = new IOException("cause");
    IOException exit = new IOException("exit", failure);
    failure.addSuppressed(cause);
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.push(told -> CompletableFuture.failedFuture(failure));
                  stack.push(told -> CompletableFuture.failedFuture(exit));
                  stack.push(told -> CompletableFuture.failedFuture(told));
                  return CompletableFuture.failedFuture(failure);
                });

    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
    assertThat(failure.getSuppressed()).containsExactly(cause);
    assertThat(exit.getSuppressed()).isEmpty();
    assertThat(exit).hasCause(failure);
  }

  @ParameterizedTest
  @EnumSource
  void D43_moveHandsEverythingToANewStack(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    CompletableFuture<AsyncStack> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.push(opened(stages, "a", false, null));
                  AsyncStack moved = stack.move();
                  assertThat(stack).hasToString("AsyncStack[moved]");
                  assertRefuses(stack, "moved");
                  assertThat(stack.closeAsync().toCompletableFuture()).isCompletedWithValue(null);
                  moved.push(opened(stages, "b", false, null));
                  return done(moved);
                });

    AsyncStack moved = stages.outcome(use);
    assertThat(trace).isEmpty();
    stages.outcome(moved.closeAsync());
    assertThat(trace).containsExactly("b null", "a null");
    assertRefuses(moved, "closed");
  }

  @Test
  void D43_D37_whatIsBeingOpenedMovesAlong() throws Throwable {
    CompletableFuture<String> opening = new CompletableFuture<>();
    AsyncStack stack = Stages.get(AsyncStack.scope().open()).value();
    CompletableFuture<String> entered = stack.enter(tracing(opening));

    AsyncStack moved = stack.move();
    opening.complete("late");

    assertThat(entered).isCompletedWithValue("late");
    assertThat(trace).isEmpty();
    Stages.get(moved.closeAsync());
    assertThat(trace).containsExactly("closed late");
  }

  @ParameterizedTest
  @EnumSource
  void D44_closingByHandUndoesAtOnceAndLeavingNothingTwice(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    CompletableFuture<String> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.push(opened(stages, "a", false, null));
                  return stack.closeAsync().thenApply(nothing -> "closed " + trace);
                });

    assertThat(stages.outcome(use)).isEqualTo("closed [a null]");
    assertThat(trace).hasSize(1);
  }

  @Test
  void D44_concurrentClosesShareOneUnwindingAndLaterOnesDoNothing() throws Throwable {
    CompletableFuture<Object> release = new CompletableFuture<>();
    Opened<AsyncStack> opened = Stages.get(AsyncStack.scope().open());
    AsyncStack stack = opened.value();
    stack.defer(() -> release);

    CompletableFuture<Void> first = stack.closeAsync().toCompletableFuture();
    CompletableFuture<Void> second = stack.closeAsync().toCompletableFuture();
    CompletableFuture<Boolean> left = opened.close(null).toCompletableFuture();
    assertThat(first.cancel(true)).isFalse();
    assertThat(List.of(first, second, left)).noneMatch(CompletableFuture::isDone);
    release.completeExceptionally(failure);

    for (CompletableFuture<?> close : List.of(first, second, left)) {
      assertThatThrownBy(() -> Stages.get(close)).isSameAs(failure);
    }
    assertThat(Stages.get(stack.closeAsync())).isNull();
  }

  @Test
  void D44_aBodyThatIsCancelledWhileItClosesByHandWaitsForTheUnwinding() {
    CompletableFuture<Object> release = new CompletableFuture<>();
    CompletableFuture<Void> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(() -> release);
                  return stack.closeAsync();
                });

    assertThat(use.cancel(true)).isTrue();
    assertThat(use).isNotDone();
    release.complete(null);
    assertThat(use).isCancelled();
  }

  @Test
  void D45_anExitMayRegisterMoreWhichIsUndoneNext() throws Throwable {
    CompletableFuture<String> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.push(opened(new Stages(Timing.DONE), "first", false, null));
                  stack.defer(
                      () -> {
                        stack.push(opened(new Stages(Timing.DONE), "more", false, null));
                        return stack.enter(tracing(done("resource")));
                      });
                  return done("value");
                });

    assertThat(Stages.get(use)).isEqualTo("value");
    assertThat(trace).containsExactly("closed resource", "more null", "first null");
  }

  @Test
  void D45_anExitThatClosesItsStackIsToldSo() throws Throwable {
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(stack::closeAsync);
                  stack.defer(() -> done(stack.move()));
                  return done("value");
                });

    assertThatThrownBy(() -> Stages.get(use))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void D45_D19_closingCancelsWhatIsBeingOpenedAndReleasesWhatComesLate() throws Throwable {
    CompletableFuture<String> deaf =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
          }
        };
    CompletableFuture<String> obedient = new CompletableFuture<>();
    AsyncStack stack = Stages.get(AsyncStack.scope().open()).value();
    stack.push(opened(new Stages(Timing.DONE), "first", false, null));
    CompletableFuture<String> one = stack.enter(tracing(obedient));
    CompletableFuture<String> other = stack.enter(tracing(deaf));

    CompletableFuture<Void> closed = stack.closeAsync().toCompletableFuture();

    assertThat(obedient).isCancelled();
    assertThat(one).isCancelled();
    assertThat(other).isCancelled();
    assertThat(closed).isCompletedWithValue(null);
    deaf.complete("late");
    assertThat(trace).containsExactly("first null", "closed late");
  }

  @Test
  void D45_D19_anOpeningOfOurOwnUnwindsBeforeWhatItMayDependOn() throws Throwable {
    CompletableFuture<String> cleanup = new CompletableFuture<>();
    AsyncScope<String> slow =
        () ->
            AsyncScope.of(() -> done(""), x -> cleanup)
                .<Opened<String>>use(x -> new CompletableFuture<>());
    AsyncStack stack = Stages.get(AsyncStack.scope().open()).value();
    stack.push(opened(new Stages(Timing.DONE), "first", false, null));
    CompletableFuture<String> entered = stack.enter(slow);

    CompletableFuture<Void> closed = stack.closeAsync().toCompletableFuture();

    assertThat(entered).isNotDone();
    assertThat(trace).isEmpty();
    cleanup.complete("");
    assertThat(entered).isCancelled();
    assertThat(closed).isCompletedWithValue(null);
    assertThat(trace).containsExactly("first null");
  }

  @Test
  void D19_cancellingAnEnterConcernsOnlyThat() throws Throwable {
    CompletableFuture<String> opening = new CompletableFuture<>();
    AsyncStack stack = Stages.get(AsyncStack.scope().open()).value();
    CompletableFuture<String> entered = stack.enter(tracing(opening));

    assertThat(entered.cancel(true)).isTrue();

    assertThat(entered).isCancelled();
    assertThat(stack.enter(tracing(done("next")))).isCompletedWithValue("next");
    Stages.get(stack.closeAsync());
    assertThat(trace).containsExactly("closed next");
  }

  @Test
  void D20_aCancelledBodyUndoesEverythingWithTheCancellation() {
    List<Throwable> told = new ArrayList<>();
    CompletableFuture<Object> release = new CompletableFuture<>();
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(() -> release);
                  stack.push(
                      standing -> {
                        told.add(standing);
                        return done(null);
                      });
                  return new CompletableFuture<>();
                });

    assertThat(use.cancel(true)).isTrue();
    assertThat(use).isNotDone();
    release.complete(null);
    assertThat(use).isCancelled();
    assertThat(told).hasSize(1).first().isInstanceOf(CancellationException.class);
  }

  @Test
  void D13_exitsThatThrowOrReturnNull() {
    IllegalStateException thrown = new IllegalStateException("thrown");
    CompletableFuture<Object> use =
        AsyncStack.scope()
            .use(
                stack -> {
                  stack.defer(
                      () -> {
                        throw thrown;
                      });
                  stack.defer(() -> null);
                  stack.push(told -> null);
                  return CompletableFuture.failedFuture(failure);
                });

    assertThatThrownBy(() -> Stages.get(use))
        .isInstanceOf(NullPointerException.class)
        .satisfies(
            npe -> {
              assertThat(npe.getSuppressed()).hasSize(3).contains(failure, thrown);
              assertThat(npe.getSuppressed()[1]).isInstanceOf(NullPointerException.class);
            });
  }

  private void assertRefuses(AsyncStack stack, String why) {
    assertThatThrownBy(
            () ->
                Stages.get(
                    stack.enter(
                        () -> {
                          throw new AssertionError("opened");
                        })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> stack.push(told -> null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> stack.defer(() -> null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(stack::move)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  private AsyncScope<String> tracing(CompletionStage<String> opening) {
    return AsyncScope.of(
        () -> opening,
        resource -> {
          trace.add("closed " + resource);
          return done(null);
        });
  }
}

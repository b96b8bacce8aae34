package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.TaskGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clauses G.2: no task outlives its group, and no failure is lost. */
// What becomes of tasks that nobody looks at.
@SuppressWarnings({"FutureReturnValueIgnored", "IgnoredStage"})
class TaskGroupTest {
  private final IOException failure = new IOException("of the task");
  private final CompletableFuture<String> work = new CompletableFuture<>();
  private final CompletableFuture<String> cleanup = new CompletableFuture<>();
  private final CompletableFuture<String> block = new CompletableFuture<>();

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  /** A task that, when it ends, has something to do for a while. */
  private CompletableFuture<String> careful(CompletionStage<String> body) {
    return AsyncScope.of(() -> done(""), x -> cleanup).use(x -> body);
  }

  @ParameterizedTest
  @EnumSource
  void G9_leavingWaitsForAllTasksAndForThoseOfTasks(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    List<String> ended = new ArrayList<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(
                      () ->
                          stages
                              .of("outer")
                              .thenCompose(
                                  value ->
                                      group.fork(
                                          () -> stages.of("inner").thenApply(ended(ended)))));
                  return stages.of("value");
                });

    assertThat(stages.outcome(use)).isEqualTo("value");
    assertThat(ended).containsExactly("inner");
  }

  private static java.util.function.Function<String, String> ended(List<String> ended) {
    return value -> {
      ended.add(value);
      return value;
    };
  }

  @Test
  void G9_aTaskStartedByTheLastTaskIsWaitedFor() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> first).thenRun(() -> group.fork(() -> work));
                  return done("value");
                });

    first.complete("");
    assertThat(use).isNotDone();
    work.complete("");
    assertThat(use).isCompletedWithValue("value");
  }

  @Test
  void G10_theFirstFailureCancelsTheOthersAndTheBlockAndWaits() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> careful(work));
                  group.fork(() -> failing);
                  return block;
                });

    failing.completeExceptionally(failure);

    assertThat(work).isCancelled();
    assertThat(block).isCancelled();
    assertThat(use).isNotDone();
    cleanup.complete("");
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure).hasNoSuppressedExceptions();
  }

  @Test
  void G10_aBlockThatRunsIsCancelledAtItsNextAwait() {
    List<String> seen = new ArrayList<>();
    CompletableFuture<String> use =
        Using.use(
            TaskGroup.scope(),
            group -> {
              CompletableFuture<String> forked =
                  group.fork(
                      () -> {
                        throw failure;
                      });
              seen.add("fork " + forked.isCompletedExceptionally());
              return done("value").thenApply(ended(seen));
            });

    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure).hasNoSuppressedExceptions();
    assertThat(seen).containsExactly("fork true", "value");
  }

  @Test
  void G10_H24_aBlockThatAwaitsTheFailingTaskSeesItsFailure() {
    List<Throwable> seen = new ArrayList<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group ->
                    Awaiting.one(
                        () ->
                            group
                                .fork(() -> work)
                                .whenComplete((value, thrown) -> seen.add(thrown))));

    work.completeExceptionally(failure);

    assertThat(seen).containsExactly(failure);
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure).hasNoSuppressedExceptions();
  }

  @ParameterizedTest
  @EnumSource
  void G11_aFailingBlockCancelsTheTasks(Timing timing) {
    Stages stages = new Stages(timing);
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> careful(work));
                  return stages.failed(failure);
                });
    work.whenComplete((value, thrown) -> cleanup.complete(""));

    assertThatThrownBy(() -> stages.outcome(use)).isSameAs(failure).hasNoSuppressedExceptions();
    assertThat(work).isCancelled();
  }

  @Test
  void G12_laterFailuresAreSuppressedOnceInTheirOrder() {
    IOException second = new IOException("second");
    IOException third = new IOException("third");
    IOException ofBlock = new IOException("of the block");
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> failing);
                  group.fork(() -> Replacing.with(second));
                  group.fork(() -> Replacing.with(failure));
                  group.fork(() -> Replacing.with(third));
                  group.fork(() -> Replacing.with(second));
                  group.fork(() -> work);
                  return Replacing.with(ofBlock);
                });

    failing.completeExceptionally(failure);

    assertThat(work).isCancelled();
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
    assertThat(failure.getSuppressed()).containsExactly(second, third, ofBlock);
  }

  private static CompletableFuture<String> failed(Throwable failure) {
    return CompletableFuture.failedFuture(failure);
  }

  @Test
  void G13_aTaskThatIsCancelledAloneFailsNobody() {
    List<CompletableFuture<String>> forked = new ArrayList<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  forked.add(group.fork(() -> work));
                  forked.add(group.fork(() -> cleanup));
                  return block;
                });

    assertThat(forked.get(0).cancel(true)).isTrue();

    assertThat(work).isCancelled();
    assertThat(forked.get(0)).isCancelled();
    assertThat(cleanup).isNotDone();
    block.complete("value");
    assertThat(use).isNotDone();
    cleanup.complete("");
    assertThat(use).isCompletedWithValue("value");
  }

  @Test
  void G14_cancelledInTheBlock() {
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> careful(work));
                  return block;
                });

    assertThat(use.cancel(true)).isTrue();

    assertThat(block).isCancelled();
    assertThat(work).isCancelled();
    assertThat(use).isNotDone();
    cleanup.complete("");
    assertThat(use).isCancelled();
  }

  @Test
  void G14_G15_cancelledRepeatedlyWhileItWaitsForItsTasks() {
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> careful(work));
                  return done("value");
                });

    for (int i = 0; i < 3; i++) {
      assertThat(use.cancel(true)).isTrue();
      assertThat(work).isCancelled();
      assertThat(use).isNotDone();
    }
    cleanup.complete("");

    assertThat(use).isCancelled();
  }

  @Test
  void G14_aFailureWhileBeingCancelledWins() {
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> Replacing.with(failure));
                  return block;
                });

    use.cancel(true);

    assertThat(block).isCancelled();
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure).hasNoSuppressedExceptions();
  }

  @Test
  void G15_aBlockThatSwallowsTheCancellationDoesNotLoseTheFailure() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> failing);
                  return block.exceptionally(x -> "swallowed");
                });

    failing.completeExceptionally(failure);

    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
  }

  @Test
  void G26_bothGroupsOfABodyFail() {
    IOException ofOuter = new IOException("outer");
    CompletableFuture<String> outerFails = new CompletableFuture<>();
    CompletableFuture<String> innerFails = new CompletableFuture<>();
    CompletableFuture<String> after = new CompletableFuture<>();
    CompletableFuture<String> use =
        Nested.inOneBody(
            TaskGroup.scope(),
            TaskGroup.scope(),
            (outer, inner) -> {
              outer.fork(() -> outerFails);
              inner.fork(() -> innerFails);
              inner.fork(() -> careful(work));
              return block;
            },
            () -> after);

    innerFails.completeExceptionally(failure);
    outerFails.completeExceptionally(ofOuter);
    assertThat(use).isNotDone();
    cleanup.complete("");

    // The body caught what the inner group failed with, and was cancelled again where it waited.
    assertThat(after).isCancelled();
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(ofOuter);
  }

  @Test
  void G18_afterTheEndNoTaskStarts() throws Throwable {
    TaskGroup ended = Stages.get(TaskGroup.scope().use(CompletableFuture::completedFuture));

    assertRefuses(ended, "ended");
  }

  @Test
  void G18_afterAFailureNoTaskStarts() {
    List<TaskGroup> groups = new ArrayList<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  groups.add(group);
                  group.fork(() -> careful(work));
                  group.fork(() -> failed(failure));
                  return done("value");
                });

    assertRefuses(groups.get(0), "cancelled");
    cleanup.complete("");
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
    assertRefuses(groups.get(0), "ended");
  }

  private static void assertRefuses(TaskGroup group, String why) {
    List<String> started = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Stages.get(
                    group.fork(
                        () -> {
                          started.add("started");
                          return done("");
                        })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThat(started).isEmpty();
  }

  @Test
  void G18_D32_theScopeIsSingleUse() {
    AsyncScope<TaskGroup> scope = TaskGroup.scope();
    CompletableFuture<String> first = scope.use(group -> block);

    assertThatThrownBy(() -> Stages.get(scope.use(group -> done("never"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("used before");

    block.complete("value");
    assertThat(first).isCompletedWithValue("value");
  }

  @Test
  void G19_finishedTasksAreForgotten() throws Throwable {
    Opened<TaskGroup> opened = Stages.get(TaskGroup.scope().open());

    for (int i = 0; i < 1_000; i++) {
      opened.value().fork(() -> done(""));
    }
    opened.value().fork(() -> work);
    assertThat(opened.value()).hasToString("TaskGroup[open, tasks=1]");
    work.complete("");

    TaskGroup group = opened.value();
    assertThat(group).hasToString("TaskGroup[open, tasks=0]");
    assertThat(Stages.get(opened.close(null))).isFalse();
    assertThat(group).hasToString("TaskGroup[ended, tasks=0]");
  }

  @Test
  void G19_anErrorOutranks() {
    AssertionError error = new AssertionError("error");
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  group.fork(() -> Replacing.with(error));
                  group.fork(() -> failed(failure));
                  return block;
                });

    assertThatThrownBy(() -> Stages.get(use))
        .isSameAs(error)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(failure));
  }

  @Test
  void G10_D24_aResourceThatIsMadeWithAGroupCancelsItsUser() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    AsyncScope<String> service =
        TaskGroup.scope()
            .map(
                group -> {
                  group.fork(() -> failing);
                  return "service";
                });
    CompletableFuture<String> use = service.use(name -> block);

    failing.completeExceptionally(failure);

    assertThat(block).isCancelled();
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
  }

  @Test
  void G10_openedByHandTheTasksAreCancelledAndCloseTells() throws Throwable {
    Opened<TaskGroup> opened = Stages.get(TaskGroup.scope().open());
    opened.value().fork(() -> work);
    opened.value().fork(() -> failed(failure));

    assertThat(work).isCancelled();
    assertThatThrownBy(() -> Stages.get(opened.close(null))).isSameAs(failure);
  }

  @Test
  void G29_aTimeoutAroundAGroupCancelsItsTasks() {
    CompletableFuture<String> use =
        Async.timeout(
            Duration.ZERO,
            () ->
                TaskGroup.scope()
                    .use(
                        group -> {
                          group.fork(() -> careful(work));
                          return done("value");
                        }));

    assertThat(work).isCancelled();
    assertThat(use).isNotDone();
    cleanup.complete("");
    assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void H5_tasksThatAreHostile() {
    IllegalStateException thrown = new IllegalStateException("whenComplete");
    CompletionStage<String> throwing =
        NastyStage.of(
            callback -> {
              throw thrown;
            });
    CompletionStage<String> twice =
        NastyStage.of(
            callback -> {
              callback.accept("first", null);
              callback.accept(null, new AssertionError());
            });
    List<CompletableFuture<String>> forked = new ArrayList<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                group -> {
                  forked.add(group.fork(() -> twice));
                  forked.add(group.fork(() -> NastyStage.of(callback -> {})));
                  forked.add(group.fork(() -> throwing));
                  return new CompletableFuture<>();
                });

    assertThat(forked.get(0)).isCompletedWithValue("first");
    assertThat(forked.get(1)).isCancelled();
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(thrown);
    CompletableFuture<String> nulls = TaskGroup.scope().use(group -> group.fork(() -> null));
    assertThatThrownBy(() -> Stages.get(nulls)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Stages.get(TaskGroup.scope().use(group -> group.fork(null))))
        .isInstanceOf(NullPointerException.class);
  }
}

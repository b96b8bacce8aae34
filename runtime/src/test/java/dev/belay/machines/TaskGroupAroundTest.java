package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a task group does to what is around it: other groups, and the body that it stands in. */
@SuppressWarnings("FutureReturnValueIgnored") // What becomes of tasks that nobody looks at.
class TaskGroupAroundTest {
  private final IOException failure = new IOException("of the task");
  private final CompletableFuture<String> work = new CompletableFuture<>();
  private final CompletableFuture<String> block = new CompletableFuture<>();

  @Test
  void G16_theGroupsCancellationOfItsBlockLeavesNoTrace() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> around =
        Awaiting.each(
            List.<Awaiting.Source<String>>of(
                () ->
                    TaskGroup.scope()
                        .<String>use(
                            group -> {
                              group.fork(() -> failing);
                              return block;
                            })
                        .exceptionally(Throwable::getMessage),
                () -> CompletableFuture.completedFuture("runs on"),
                () -> work));

    failing.completeExceptionally(failure);

    assertThat(around).isNotDone();
    work.complete("value");
    assertThat(around).isCompletedWithValue("value");
  }

  @Test
  void G16_aFailureAfterTheBlockLeavesTheBlockAlone() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    CompletableFuture<String> next = new CompletableFuture<>();
    CompletableFuture<String> use =
        Nested.inOneBody(
            TaskGroup.scope(),
            AsyncScope.ofValue(""),
            (group, nothing) -> {
              group.fork(() -> failing);
              return CompletableFuture.completedFuture("value");
            },
            () -> next);

    failing.completeExceptionally(failure);

    assertThat(next).isNotDone();
    assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure);
  }

  @Test
  void G17_theFailureOfAnInnerGroupIsAnOrdinaryExceptionOutside() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    List<Throwable> caught = new ArrayList<>();
    CompletableFuture<String> use =
        TaskGroup.scope()
            .use(
                outer -> {
                  outer.fork(() -> work);
                  return TaskGroup.scope()
                      .<String>use(
                          inner -> {
                            inner.fork(() -> failing);
                            return block;
                          })
                      .exceptionally(
                          thrown -> {
                            caught.add(thrown);
                            return "caught";
                          });
                });

    failing.completeExceptionally(failure);

    assertThat(caught).containsExactly(failure);
    assertThat(work).isNotDone();
    work.complete("");
    assertThat(use).isCompletedWithValue("caught");
  }

  @Test
  void G17_theFailureOfAnOuterGroupCancelsTheInner() {
    CompletableFuture<String> failing = new CompletableFuture<>();
    for (boolean oneBody : new boolean[] {true, false}) {
      CompletableFuture<String> inTask = new CompletableFuture<>();
      CompletableFuture<String> inBlock = new CompletableFuture<>();
      CompletableFuture<String> fails = new CompletableFuture<>();
      CompletableFuture<String> use =
          oneBody
              ? Nested.inOneBody(
                  TaskGroup.scope(),
                  TaskGroup.scope(),
                  (outer, inner) -> {
                    outer.fork(() -> fails);
                    inner.fork(() -> inTask);
                    return inBlock;
                  },
                  () -> failing)
              : TaskGroup.scope()
                  .use(
                      outer -> {
                        outer.fork(() -> fails);
                        return TaskGroup.scope()
                            .use(
                                inner -> {
                                  inner.fork(() -> inTask);
                                  return inBlock;
                                });
                      });

      fails.completeExceptionally(failure);

      assertThat(inTask).isCancelled();
      assertThat(inBlock).isCancelled();
      assertThatThrownBy(() -> Stages.get(use)).isSameAs(failure).hasNoSuppressedExceptions();
    }
  }
}

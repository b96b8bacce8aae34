package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.TaskGroup;
import dev.belay.internal.ResourceMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Wrong uses of scopes and groups. */
@SuppressWarnings("FutureReturnValueIgnored") // The test looks at what a wrong use returns.
final class ScopeMisuses {
  private static final CompletableFuture<Integer> ONE = CompletableFuture.completedFuture(1);

  private ScopeMisuses() {}

  static List<Misuse> all() {
    List<Misuse> cases = new ArrayList<>();
    cases.add(
        Misuse.of(
            "a resource template is opened twice",
            IllegalStateException.class,
            "used before",
            () -> {
              AtomicInteger acquired = new AtomicInteger();
              AtomicInteger released = new AtomicInteger();
              AsyncScope<?> scope = ResourceMachine.scope(counting(acquired, released));
              Opened<?> first = scope.open().get();
              return new Misuse.Attempt(
                  scope::open,
                  () -> {
                    assertThat(acquired).hasValue(1);
                    assertThat(first.value()).isNotNull();
                    assertThat(first.close(null)).isCompletedWithValue(false);
                    assertThat(released).hasValue(1);
                  });
            }));
    cases.add(
        Misuse.of(
            "the value of a resource that has been closed, twice",
            IllegalStateException.class,
            "released",
            () -> {
              AtomicInteger released = new AtomicInteger();
              Opened<?> opened =
                  ResourceMachine.scope(counting(new AtomicInteger(), released)).open().get();
              assertThat(opened.close(null)).isCompletedWithValue(false);
              assertThat(opened.close(new ArithmeticException())).isCompletedWithValue(false);
              return new Misuse.Attempt(opened::value, () -> assertThat(released).hasValue(1));
            }));
    cases.add(
        Misuse.of(
            "an opening that returns no stage",
            NullPointerException.class,
            "stage is null",
            () -> {
              AtomicInteger closed = new AtomicInteger();
              AsyncScope<Integer> scope =
                  AsyncScope.of(
                      () -> null, r -> CompletableFuture.completedFuture(closed.addAndGet(1)));
              return new Misuse.Attempt(scope::open, () -> assertThat(closed).hasValue(0));
            }));
    cases.add(
        Misuse.of(
            "a body that returns no stage",
            NullPointerException.class,
            "stage is null",
            () -> {
              AtomicInteger closed = new AtomicInteger();
              AsyncScope<Integer> scope =
                  AsyncScope.of(
                      () -> ONE, r -> CompletableFuture.completedFuture(closed.addAndGet(1)));
              return new Misuse.Attempt(
                  () -> scope.use(r -> null), () -> assertThat(closed).hasValue(1));
            }));
    cases.add(
        Misuse.of(
            "a release that returns no stage",
            NullPointerException.class,
            "stage is null",
            () -> {
              AtomicInteger used = new AtomicInteger();
              AsyncScope<Integer> scope = AsyncScope.of(() -> ONE, r -> null);
              return new Misuse.Attempt(
                  () -> scope.use(r -> CompletableFuture.completedFuture(used.addAndGet(1))),
                  () -> assertThat(used).hasValue(1));
            }));
    cases.addAll(groups());
    return cases;
  }

  private static ResourceMachine<Acquiring.Pool.Item> counting(
      AtomicInteger acquired, AtomicInteger released) {
    Acquiring.Pool.Item item = () -> CompletableFuture.completedFuture(released.incrementAndGet());
    return new Acquiring.Resource(
        () -> {
          acquired.incrementAndGet();
          return CompletableFuture.completedFuture(item);
        });
  }

  private static List<Misuse> groups() {
    return List.of(
        Misuse.of(
            "a group's scope is used twice",
            IllegalStateException.class,
            "used before",
            () -> {
              AsyncScope<TaskGroup> scope = TaskGroup.scope();
              Opened<TaskGroup> first = scope.open().get();
              CompletableFuture<Integer> task = new CompletableFuture<>();
              CompletableFuture<Integer> forked = first.value().fork(() -> task);
              return new Misuse.Attempt(
                  scope::open,
                  () -> {
                    CompletionStage<Boolean> closed = first.close(null);
                    assertThat(closed).isNotDone();
                    task.complete(7);
                    assertThat(forked).isCompletedWithValue(7);
                    assertThat(closed).isCompletedWithValue(false);
                  });
            }),
        Misuse.of(
            "a task for a group that has ended",
            IllegalStateException.class,
            "ended",
            () -> {
              AtomicInteger started = new AtomicInteger();
              TaskGroup[] kept = new TaskGroup[1];
              Object unused =
                  TaskGroup.scope()
                      .use(
                          group -> {
                            kept[0] = group;
                            return ONE;
                          })
                      .get();
              return new Misuse.Attempt(
                  () -> kept[0].fork(() -> CompletableFuture.completedFuture(started.addAndGet(1))),
                  () -> assertThat(started).hasValue(0));
            }));
  }
}

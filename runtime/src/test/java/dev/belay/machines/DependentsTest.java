package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clause H13: what comes of a stage is the same in whatever order it runs its dependents. */
class DependentsTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final List<BiConsumer<Object, Throwable>> dependents = new ArrayList<>();
  private final CompletionStage<String> stage = NastyStage.of(dependents::add);
  private final List<String> released = new ArrayList<>();

  /**
   * Bodies, scopes, groups and what else waits for one stage, each of them in two ways at least.
   */
  private List<CompletableFuture<String>> waiting() {
    return List.of(
        Awaiting.one(() -> stage),
        Awaiting.<String>each(List.of(() -> stage, () -> stage)),
        Awaiting.one(() -> Awaiting.one(() -> stage)),
        second(stage, stage),
        second(Awaiting.one(() -> stage), stage),
        Async.shield(stage),
        Async.timeout(LONG, () -> stage),
        scope("used").use(value -> stage),
        scope("one").use(one -> scope("other").use(other -> stage)),
        AsyncStack.scope().use(stack -> stack.enter(scope("entered"))),
        TaskGroup.scope().use(this::forkTwice));
  }

  private static CompletableFuture<String> second(
      CompletionStage<String> one, CompletionStage<String> other) {
    return Awaiting.one(() -> Async.gather(one, other).thenApply(both -> both.get(1)));
  }

  private AsyncScope<String> scope(String name) {
    return AsyncScope.of(
        () -> stage,
        value -> {
          released.add(name);
          return stage;
        });
  }

  private CompletionStage<String> forkTwice(TaskGroup group) {
    CompletableFuture<String> first = group.fork(() -> stage);
    CompletableFuture<String> second = group.fork(() -> Awaiting.one(() -> first));
    return second;
  }

  /** Those that come while others run are run as well. */
  private void complete(int order, @Nullable String value, @Nullable Throwable failure) {
    while (!dependents.isEmpty()) {
      List<BiConsumer<Object, Throwable>> next = new ArrayList<>(dependents);
      dependents.clear();
      switch (order) {
        case 0 -> {}
        case 1 -> Collections.reverse(next);
        default -> Collections.shuffle(next, new Random(order));
      }
      next.forEach(dependent -> dependent.accept(value, failure));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void H13_theValueComesInAnyOrder(int order) {
    List<CompletableFuture<String>> waiting = waiting();

    complete(order, "value", null);

    assertThat(waiting).allSatisfy(it -> assertThat(it).isCompletedWithValue("value"));
    assertThat(released).containsExactlyInAnyOrder("used", "one", "other", "entered");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void H13_theFailureComesInAnyOrder(int order) {
    List<CompletableFuture<String>> waiting = waiting();
    ArithmeticException failure = new ArithmeticException();

    complete(order, null, failure);

    assertThat(waiting)
        .allSatisfy(it -> assertThatThrownBy(() -> Stages.get(it)).isSameAs(failure));
    assertThat(failure.getSuppressed()).isEmpty();
    assertThat(released).isEmpty();
  }
}

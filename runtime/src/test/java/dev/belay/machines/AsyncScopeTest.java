package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncCloseable;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The factories of {@link AsyncScope}: of two functions, of something that closes, blocking. */
class AsyncScopeTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Executor executor = tasks::add;

  @Test
  void D19_aResourceThatArrivesAfterTheCancelIsClosedOnce() {
    CompletableFuture<String> opening = new CompletableFuture<>();
    AsyncScope<String> scope =
        AsyncScope.of(
            () -> opening.minimalCompletionStage(),
            resource -> {
              trace.add("closed " + resource);
              return CompletableFuture.completedFuture(null);
            });
    List<CompletableFuture<?>> uses =
        List.of(
            scope.use(resource -> CompletableFuture.failedFuture(new AssertionError())),
            scope.open(),
            Using.use(scope, resource -> CompletableFuture.failedFuture(new AssertionError())),
            Using.use(
                () -> scope.open(),
                resource -> CompletableFuture.failedFuture(new AssertionError())));

    for (CompletableFuture<?> use : uses) {
      assertThat(use.cancel(true)).isTrue();
      assertThat(use).isCancelled();
    }
    assertThat(trace).isEmpty();
    opening.complete("late");

    assertThat(trace).containsExactly("closed late", "closed late", "closed late", "closed late");
  }

  @Test
  void D19_theOpeningStageIsCancelled() {
    CompletableFuture<String> opening = new CompletableFuture<>();
    AsyncScope<String> scope =
        AsyncScope.of(() -> opening, resource -> CompletableFuture.completedFuture(null));

    assertThat(scope.open().cancel(true)).isTrue();
    assertThat(opening).isCancelled();
  }

  @Test
  void D19_aForeignScopeThatOpensLateIsClosed() {
    CompletableFuture<Opened<String>> opening =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
          }
        };
    AsyncScope<String> foreign = () -> opening;
    CompletableFuture<?> use =
        foreign.use(resource -> CompletableFuture.failedFuture(new AssertionError()));

    assertThat(use.cancel(true)).isTrue();
    assertThat(use).isCancelled();
    opening.complete(
        AsyncScope.<String>of(
                () -> CompletableFuture.completedFuture("late"),
                resource -> {
                  trace.add("closed " + resource);
                  return CompletableFuture.completedFuture(null);
                })
            .open()
            .join());

    assertThat(trace).containsExactly("closed late");
  }

  @Test
  void D2_theResourceMayBeNull() throws Throwable {
    AsyncScope<String> scope =
        AsyncScope.of(
            () -> CompletableFuture.completedFuture(null),
            resource -> {
              trace.add("closed " + resource);
              return CompletableFuture.completedFuture(null);
            });

    String result = Stages.get(scope.use(resource -> CompletableFuture.completedFuture("r")));

    assertThat(result).isEqualTo("r");
    assertThat(trace).containsExactly("closed null");
  }

  @Test
  void D35_ofCloseableClosesOnce() throws Throwable {
    AsyncCloseable closeable =
        () -> {
          trace.add("closed");
          return CompletableFuture.completedFuture(null);
        };
    AsyncScope<AsyncCloseable> scope =
        AsyncScope.ofCloseable(() -> CompletableFuture.completedFuture(closeable));

    for (int i = 1; i <= 2; i++) {
      AsyncCloseable seen = Stages.get(scope.use(CompletableFuture::completedFuture));
      assertThat(seen).isSameAs(closeable);
      assertThat(trace).hasSize(i);
    }
  }

  @Test
  void D23_blockingOpensAndClosesOnTheExecutor() throws Throwable {
    CompletableFuture<String> use = blocking().use(r -> CompletableFuture.completedFuture("r"));

    assertThat(trace).isEmpty();
    tasks.remove().run();
    assertThat(trace).containsExactly("open");
    assertThat(use).isNotDone();
    tasks.remove().run();
    assertThat(trace).containsExactly("open", "close");
    assertThat(use).isCompletedWithValue("r");
  }

  @Test
  void D23_D19_blockingCancelledBeforeItRuns() {
    CompletableFuture<Opened<AutoCloseable>> open = blocking().open();

    assertThat(open.cancel(true)).isTrue();
    assertThat(open).isCancelled();
    tasks.remove().run();
    assertThat(trace).isEmpty();
  }

  @Test
  void D23_D19_blockingCancelledWhileItRunsIsClosedFirst() {
    CompletableFuture<?>[] use = new CompletableFuture<?>[1];
    AsyncScope<AutoCloseable> scope =
        AsyncScope.blocking(
            executor,
            () -> {
              trace.add("cancel " + use[0].cancel(true) + " " + use[0].isDone());
              return () -> trace.add("close");
            });
    use[0] = scope.use(r -> CompletableFuture.failedFuture(new AssertionError()));

    tasks.remove().run();

    assertThat(trace).containsExactly("cancel true false", "close");
    assertThat(use[0]).isCancelled();
    assertThat(tasks).isEmpty();
  }

  @Test
  void H11_blockingOnAnExecutorThatFailsInItsOwnWay() {
    Error broken = new AssertionError("broken");
    Executor late =
        task -> {
          task.run();
          throw broken;
        };
    AsyncScope<AutoCloseable> ran = AsyncScope.blocking(late, () -> () -> trace.add("ran"));

    assertThat(ran.use(r -> CompletableFuture.completedFuture("r"))).isCompletedWithValue("r");
    assertThat(trace).containsExactly("ran");

    boolean[] failing = {false};
    Executor moody =
        task -> {
          if (failing[0]) {
            throw broken;
          }
          task.run();
        };
    AsyncScope<AutoCloseable> fails = AsyncScope.blocking(moody, () -> () -> trace.add("closed"));

    assertThatThrownBy(
            () ->
                Stages.get(
                    fails.use(
                        r -> {
                          failing[0] = true;
                          return CompletableFuture.completedFuture("r");
                        })))
        .isSameAs(broken);
    assertThat(trace).containsExactly("ran", "closed");
    assertThatThrownBy(() -> Stages.get(fails.open())).isSameAs(broken);
  }

  @Test
  void H11_blockingOnAnExecutorThatRefuses() {
    RejectedExecutionException rejection = new RejectedExecutionException();
    boolean[] refusing = {true};
    Executor moody =
        task -> {
          if (refusing[0]) {
            throw rejection;
          }
          task.run();
        };
    AsyncScope<AutoCloseable> scope = AsyncScope.blocking(moody, () -> () -> trace.add("closed"));

    assertThatThrownBy(() -> Stages.get(scope.open())).isSameAs(rejection);
    refusing[0] = false;
    assertThatThrownBy(
            () ->
                Stages.get(
                    scope.use(
                        r -> {
                          refusing[0] = true;
                          return CompletableFuture.completedFuture("r");
                        })))
        .isSameAs(rejection);
    assertThat(trace).containsExactly("closed");
  }

  @Test
  void G20_aCancelThatTheOpeningWinsIsDeliveredInTheBody() {
    CompletableFuture<String> body = new CompletableFuture<>();
    CompletableFuture<String> use =
        AsyncScope.of(
                () -> CompletableFuture.completedFuture("a"),
                resource -> {
                  trace.add("closed");
                  return CompletableFuture.completedFuture(null);
                })
            .use(resource -> body);

    assertThat(use.cancel(true)).isTrue();

    assertThat(body).isCancelled();
    assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(CancellationException.class);
    assertThat(trace).containsExactly("closed");
  }

  private AsyncScope<AutoCloseable> blocking() {
    return AsyncScope.blocking(
        executor,
        () -> {
          trace.add("open");
          return () -> trace.add("close");
        });
  }
}

package dev.belay.reactivestreams;

import static dev.belay.Async.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncMethod;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Micrometer's context propagation: thread-locals of the caller on the threads of a body. */
class ContextTest {
  private static final ThreadLocal<String> REQUEST = new ThreadLocal<>();

  private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
  private final ContextSnapshotFactory snapshots =
      ContextSnapshotFactory.builder()
          .contextRegistry(new ContextRegistry().registerThreadLocalAccessor("request", REQUEST))
          .build();

  @AfterEach
  void stop() {
    elsewhere.shutdown();
    REQUEST.remove();
  }

  /** The stage, completed where the thread-locals are those of this call. */
  <T> CompletableFuture<T> carried(CompletionStage<T> stage) {
    ContextSnapshot here = snapshots.captureAll();
    CompletableFuture<T> carried =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            stage.toCompletableFuture().cancel(mayInterruptIfRunning);
            return super.cancel(mayInterruptIfRunning);
          }
        };
    stage.whenComplete(
        (value, failure) -> {
          ContextSnapshot.Scope scope = here.setThreadLocals();
          try {
            if (failure == null) {
              carried.complete(value);
            } else {
              carried.completeExceptionally(failure);
            }
          } finally {
            scope.close();
          }
        });
    return carried;
  }

  @AsyncMethod
  List<@Nullable String> seen(CompletableFuture<Integer> first, CompletableFuture<Integer> second) {
    List<@Nullable String> seen = new ArrayList<>();
    seen.add(REQUEST.get());
    await(carried(first));
    seen.add(REQUEST.get() + " on " + Thread.currentThread().getName());
    await(carried(second));
    seen.add(REQUEST.get() + " on " + Thread.currentThread().getName());
    return seen;
  }

  @Test
  void aBodySeesTheThreadLocalsOfItsCaller() throws Exception {
    CompletableFuture<Integer> first = new CompletableFuture<>();
    CompletableFuture<Integer> second = new CompletableFuture<>();
    REQUEST.set("request 7");
    CompletableFuture<List<@Nullable String>> seen = ContextTestAsync.seen(this, first, second);
    REQUEST.set("request 8");

    CompletableFuture<Void> done =
        CompletableFuture.runAsync(
            () -> {
              Thread.currentThread().setName("elsewhere");
              first.complete(1);
              second.complete(2);
            },
            elsewhere);

    assertThat(seen.get(1, TimeUnit.MINUTES))
        .containsExactly("request 7", "request 7 on elsewhere", "request 7 on elsewhere");
    done.get(1, TimeUnit.MINUTES);
    CompletableFuture<@Nullable String> after =
        CompletableFuture.supplyAsync(REQUEST::get, elsewhere);
    assertThat(after.get(1, TimeUnit.MINUTES)).as("nothing stays behind").isNull();
  }
}

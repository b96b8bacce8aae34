package dev.belay.internal;

import dev.belay.AsyncScope;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A synchronous resource that is opened and closed on an executor (D23). */
public final class BlockingResource {
  private BlockingResource() {}

  /**
   * The scope of such a resource.
   *
   * @param executor where to open and close
   * @param open acquires
   * @param <T> the type of the resource
   * @return as {@link AsyncScope#blocking}
   */
  public static <T extends AutoCloseable> AsyncScope<T> scope(Executor executor, Callable<T> open) {
    return FunctionalResource.scope(
        () -> {
          BlockingOpen<T> opening = new BlockingOpen<>(open);
          executor.execute(opening);
          return opening;
        },
        resource -> close(executor, resource));
  }

  private static CompletionStage<@Nullable Void> close(Executor executor, AutoCloseable resource) {
    CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    try {
      executor.execute(() -> close(resource, closed, null));
    } catch (RejectedExecutionException e) {
      // Better to block this thread than to keep the resource for ever.
      close(resource, closed, e);
    }
    return closed;
  }

  private static void close(
      AutoCloseable resource,
      CompletableFuture<@Nullable Void> closed,
      @Nullable RejectedExecutionException rejection) {
    Throwable failure = rejection;
    try {
      resource.close();
    } catch (Throwable t) {
      if (rejection == null) {
        failure = t;
      } else {
        Failures.suppress(rejection, t);
      }
    }
    boolean unused =
        failure == null ? closed.complete(null) : closed.completeExceptionally(failure);
  }
}

package dev.belay.internal;

import dev.belay.AsyncScope;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
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
          try {
            executor.execute(opening);
          } catch (Throwable t) {
            opening.refused(t);
          }
          return opening;
        },
        resource -> close(executor, resource));
  }

  private static CompletionStage<@Nullable Void> close(Executor executor, AutoCloseable resource) {
    BlockingClose closing = new BlockingClose(resource);
    try {
      executor.execute(closing);
    } catch (Throwable t) {
      closing.refused(t);
    }
    return closing;
  }
}

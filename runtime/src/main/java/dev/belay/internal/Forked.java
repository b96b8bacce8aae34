package dev.belay.internal;

import dev.belay.AsyncSupplier;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One task of a group: {@code return await(task.get());}. */
final class Forked<T extends @Nullable Object> extends MethodMachine<T> {
  private @Nullable AsyncSupplier<T> task;

  private Forked(AsyncSupplier<T> task) {
    this.task = task;
  }

  static <T extends @Nullable Object> CompletableFuture<T> of(AsyncSupplier<T> task) {
    return start(new Forked<>(task));
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // The task is set until it has been started.
  public @Nullable Object resume() throws Throwable {
    if (resumed() == 0) {
      AsyncSupplier<T> starting = task;
      task = null;
      if (pending(starting.get())) {
        return suspendAt(1);
      }
    }
    return complete((T) taken());
  }

  @Override
  protected void forget() {
    task = null;
  }
}

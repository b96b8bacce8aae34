package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps cancellation from a stage (G27). */
public final class Shield {
  private Shield() {}

  /**
   * The outcome of a stage, in a future that can be cancelled without touching the stage.
   *
   * @param stage the stage
   * @param <T> the type of its value
   * @return as {@link dev.belay.Async#shield}
   */
  public static <T extends @Nullable Object> CompletableFuture<T> of(CompletionStage<T> stage) {
    // A plain future: cancelling one does nothing but complete it.
    CompletableFuture<T> shield = new CompletableFuture<>();
    try {
      Object unused = stage.whenComplete((value, failure) -> settle(shield, value, failure));
    } catch (Throwable t) {
      settle(shield, null, t);
    }
    return shield;
  }

  private static <T extends @Nullable Object> void settle(
      CompletableFuture<T> shield, @Nullable T value, @Nullable Throwable failure) {
    if (failure == null) {
      shield.complete(value);
      return;
    }
    Throwable unwrapped = Failures.unwrapped(failure);
    if (!shield.completeExceptionally(unwrapped) && shield.isCancelled()) {
      Undelivered.tell(unwrapped); // whoever waited has turned away (H26)
    }
  }
}

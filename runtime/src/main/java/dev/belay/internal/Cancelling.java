package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Cancels stages of unknown conduct. */
final class Cancelling {
  private Cancelling() {}

  /** Cancels as well as the stage allows, and throws nothing (G20, H6). */
  static void quietly(CompletionStage<?> stage) {
    try {
      boolean unused = stage.toCompletableFuture().cancel(true);
    } catch (Throwable t) {
      // A stage need be neither convertible nor cancellable; whoever awaited it goes on without it.
    }
  }

  /**
   * Cancels.
   *
   * @return whether the stage is to be waited for: it is one of ours and unwinds (G20), or has been
   *     completed by somebody who is still telling everyone
   */
  static boolean unwinds(CompletionStage<?> stage) {
    if (stage instanceof Promise<?> promise) {
      return promise.cancel(true) || promise.isDecided() || promise.isRelease();
    }
    quietly(stage);
    return stage.getClass() == CompletableFuture.class
        && stage instanceof CompletableFuture<?> future
        && !future.isCancelled();
  }
}

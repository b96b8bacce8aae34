package dev.belay.samples;

import dev.belay.faults.World;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A future as libraries return them, over a stage of a world: whatever that does, the future is
 * there and completes once, and a cancel of it does not reach the stage.
 */
final class WorldFuture {
  private WorldFuture() {}

  /**
   * Makes one.
   *
   * @param name of the place
   * @param value is made when the stage completes
   */
  static <T> CompletableFuture<T> of(World world, String name, Supplier<T> value) {
    CompletableFuture<T> future = new CompletableFuture<>();
    try {
      Object unused =
          world
              .stage(name, value)
              .whenComplete(
                  (made, failure) -> {
                    if (failure == null) {
                      future.complete(made);
                    } else {
                      future.completeExceptionally(failure);
                    }
                  });
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
    return future;
  }
}

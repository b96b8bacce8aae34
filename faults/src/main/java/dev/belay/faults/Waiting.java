package dev.belay.faults;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Waits for a future, which it may cancel. */
final class Waiting extends Exercise {
  private final CompletableFuture<?> future;

  Waiting(CompletableFuture<?> future) {
    this.future = kept(future);
  }

  @Override
  boolean step() {
    return false;
  }

  @Override
  void disturb(Fault fault) {
    // There is nothing to close but by cancelling.
    boolean unused = future.cancel(true);
  }

  @Override
  List<?> delivered() {
    return future.isCompletedExceptionally() ? List.of() : Collections.singletonList(future.join());
  }
}

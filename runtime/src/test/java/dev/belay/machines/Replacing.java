package dev.belay.machines;

import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;

/** {@code try { await(never); } catch (CancellationException e) { throw failure; }}. */
final class Replacing extends MethodMachine<String> {
  private final Throwable failure;

  private Replacing(Throwable failure) {
    this.failure = failure;
  }

  static CompletableFuture<String> with(Throwable failure) {
    return start(new Replacing(failure));
  }

  @Override
  public int resume() throws Throwable {
    if (resumed() == 0 && pending(new CompletableFuture<>())) {
      return suspendAt(1);
    }
    throw failure;
  }
}

package dev.belay.machines;

import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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
  public @Nullable Object resume() throws Throwable {
    if (resumed() == 0 && pending(new CompletableFuture<>())) {
      return suspendAt(1);
    }
    throw failure;
  }
}

package dev.belay.stress;

import dev.belay.AsyncSupplier;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;

/** What the processor makes of {@code return await(source.get());}. */
final class Awaiting<T> extends MethodMachine<T> {
  private AsyncSupplier<T> source;

  private Awaiting(AsyncSupplier<T> source) {
    this.source = source;
  }

  static <T> CompletableFuture<T> of(AsyncSupplier<T> source) {
    return start(run(source));
  }

  /** A run that has not started. */
  static <T> MethodMachine<T> run(AsyncSupplier<T> source) {
    return new Awaiting<>(source);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object resume() throws Throwable {
    if (resumed() == 0 && pending(source.get())) {
      return suspendAt(1);
    }
    return complete((T) taken());
  }

  @Override
  protected void forget() {
    source = null;
  }
}

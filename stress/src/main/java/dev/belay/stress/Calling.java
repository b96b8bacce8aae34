package dev.belay.stress;

import dev.belay.AsyncSupplier;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;

/** What the processor makes of a method that awaits a call of {@link Awaiting} at once. */
final class Calling<T> extends MethodMachine<T> {
  private final AsyncSupplier<T> source;

  private Calling(AsyncSupplier<T> source) {
    this.source = source;
  }

  static <T> CompletableFuture<T> of(AsyncSupplier<T> source) {
    return start(new Calling<>(source));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object resume() throws Throwable {
    Object outcome = resumed() == 0 ? begun(Awaiting.run(source)) : taken();
    return outcome == WAITING ? suspendAt(1) : complete((T) outcome);
  }

  private Object begun(MethodMachine<T> call) throws Throwable {
    try {
      return call.calledBy(this) ? call.returned(this, call.resume()) : WAITING;
    } catch (Throwable t) {
      throw failed(call.getClass(), "", t);
    }
  }
}

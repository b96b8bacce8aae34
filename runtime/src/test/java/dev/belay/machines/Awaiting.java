package dev.belay.machines;

import dev.belay.internal.MethodMachine;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   T value = null;
 *   for (Source&lt;T&gt; source : sources) value = await(source.get());
 *   return value;
 * </pre>
 */
final class Awaiting<T> extends MethodMachine<T> {
  private Iterable<? extends Source<T>> sources;
  private Iterator<? extends Source<T>> iterator;
  private T value;

  /** Gives a stage, and may throw. */
  interface Source<T> {
    CompletionStage<T> get() throws Throwable;
  }

  private Awaiting(Iterable<? extends Source<T>> sources) {
    this.sources = sources;
  }

  static <T> CompletableFuture<T> each(Iterable<? extends Source<T>> sources) {
    return start(new Awaiting<>(sources));
  }

  /** {@code return await(source.get());}. */
  static <T> CompletableFuture<T> one(Source<T> source) {
    return each(List.of(source));
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      iterator = sources.iterator();
    }
    while (at != 0 || iterator.hasNext()) {
      if (at == 0 && pending(iterator.next().get())) {
        return suspendAt(1);
      }
      at = 0;
      value = (T) taken();
    }
    return complete(value);
  }

  @Override
  protected void forget() {
    sources = null;
    iterator = null;
    value = null;
  }
}

package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#reduce(Object, BiFunction)}.
 *
 * @param <T> the type of the elements
 * @param <R> the type of the result
 */
public final class Folding<T extends @Nullable Object, R extends @Nullable Object>
    extends Terminal<T, R> {
  private R result;
  private @Nullable BiFunction<? super R, ? super T, ? extends R> step;

  private Folding(
      AsyncIterable<T> source, R initial, BiFunction<? super R, ? super T, ? extends R> step) {
    super(source);
    this.result = initial;
    this.step = step;
  }

  /** As {@link AsyncIterable#reduce(Object, BiFunction)}. */
  public static <T extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> of(
      AsyncIterable<T> source, R initial, BiFunction<? super R, ? super T, ? extends R> step) {
    return start(new Folding<>(source, initial, step));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  boolean on(T element) {
    result = step.apply(result, element);
    return true;
  }

  @Override
  R result() {
    return result;
  }

  @Override
  @SuppressWarnings("NullAway") // Nobody reads the result any more.
  protected void forget() {
    super.forget();
    result = null;
    step = null;
  }
}

package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#reduce(BinaryOperator)}.
 *
 * @param <T> the type of the elements
 */
public final class Reducing<T extends @Nullable Object> extends Terminal<T, Optional<T>> {
  private @Nullable T result;
  private boolean started;
  private @Nullable BinaryOperator<T> step;

  private Reducing(AsyncIterable<T> source, BinaryOperator<T> step) {
    super(source);
    this.step = step;
  }

  /** As {@link AsyncIterable#reduce(BinaryOperator)}. */
  public static <T extends @Nullable Object> CompletableFuture<Optional<T>> of(
      AsyncIterable<T> source, BinaryOperator<T> step) {
    return start(new Reducing<>(source, step));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended; a null result is an element.
  boolean on(T element) {
    result = started ? step.apply(result, element) : element;
    started = true;
    return true;
  }

  @Override
  @SuppressWarnings("NullAway")
  Optional<T> result() {
    return started
        ? Optional.of(Objects.requireNonNull(result, "the reduction's result is null"))
        : Optional.empty();
  }

  @Override
  protected void forget() {
    super.forget();
    result = null;
    step = null;
  }
}

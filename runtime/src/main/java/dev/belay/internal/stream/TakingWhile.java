package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.internal.Generators;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#takeWhile}.
 *
 * @param <T> the type of the elements
 */
public final class TakingWhile<T extends @Nullable Object> extends Operator<T, T> {
  private @Nullable Predicate<? super T> predicate;

  private TakingWhile(AsyncIterable<T> source, Predicate<? super T> predicate) {
    super(source);
    this.predicate = predicate;
  }

  /** As {@link AsyncIterable#takeWhile}. */
  public static <T extends @Nullable Object> AsyncIterable<T> of(
      AsyncIterable<T> source, Predicate<? super T> predicate) {
    return Generators.cold(() -> new TakingWhile<>(source, predicate));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  @Nullable Object on(T element) {
    return predicate.test(element) ? emit(element) : END;
  }

  @Override
  protected void forget() {
    super.forget();
    predicate = null;
  }
}

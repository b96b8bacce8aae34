package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.internal.Generators;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#drop}.
 *
 * @param <T> the type of the elements
 */
public final class Dropping<T extends @Nullable Object> extends Operator<T, T> {
  private long unwanted;

  private Dropping(AsyncIterable<T> source, long count) {
    super(source);
    this.unwanted = count;
  }

  /** As {@link AsyncIterable#drop}. */
  public static <T extends @Nullable Object> AsyncIterable<T> of(
      AsyncIterable<T> source, long count) {
    Counts.check(count);
    return Generators.cold(() -> new Dropping<>(source, count));
  }

  @Override
  @Nullable Object on(T element) {
    if (unwanted == 0) {
      return emit(element);
    }
    unwanted--;
    return NEXT;
  }
}

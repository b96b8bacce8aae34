package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.internal.Generators;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#take}.
 *
 * @param <T> the type of the elements
 */
public final class Taking<T extends @Nullable Object> extends Operator<T, T> {
  private long missing;

  private Taking(AsyncIterable<T> source, long count) {
    super(source);
    this.missing = count;
  }

  /** As {@link AsyncIterable#take}. */
  public static <T extends @Nullable Object> AsyncIterable<T> of(
      AsyncIterable<T> source, long count) {
    Counts.check(count);
    return Generators.cold(() -> new Taking<>(source, count));
  }

  @Override
  boolean wantsMore() {
    return missing != 0;
  }

  @Override
  @Nullable Object on(T element) {
    missing--;
    return emit(element);
  }
}

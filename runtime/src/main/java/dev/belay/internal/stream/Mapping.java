package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.internal.Generators;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#map}.
 *
 * @param <T> the type of the source's elements
 * @param <R> the type of the results
 */
public final class Mapping<T extends @Nullable Object, R extends @Nullable Object>
    extends Operator<T, R> {
  private @Nullable Function<? super T, ? extends R> mapper;

  private Mapping(AsyncIterable<T> source, Function<? super T, ? extends R> mapper) {
    super(source);
    this.mapper = mapper;
  }

  /** As {@link AsyncIterable#map}. */
  public static <T extends @Nullable Object, R extends @Nullable Object> AsyncIterable<R> of(
      AsyncIterable<T> source, Function<? super T, ? extends R> mapper) {
    return Generators.cold(() -> new Mapping<T, R>(source, mapper));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  @Nullable Object on(T element) {
    return emit(mapper.apply(element));
  }

  @Override
  protected void forget() {
    super.forget();
    mapper = null;
  }
}

package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#collect} and {@link AsyncIterable#toList}.
 *
 * @param <T> the type of the elements
 * @param <A> the type of the container
 * @param <R> the type of the result
 */
public final class Collecting<
        T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>
    extends Terminal<T, R> {
  private @Nullable Collector<? super T, A, R> collector;
  private @Nullable A container;
  private @Nullable BiConsumer<A, ? super T> accumulator;

  private Collecting(AsyncIterable<T> source, Collector<? super T, A, R> collector) {
    super(source);
    this.collector = collector;
  }

  /** As {@link AsyncIterable#collect}. */
  public static <T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>
      CompletableFuture<R> of(AsyncIterable<T> source, Collector<? super T, A, R> collector) {
    return start(new Collecting<>(source, collector));
  }

  /** As {@link AsyncIterable#toList}. */
  public static <T extends @Nullable Object> CompletableFuture<List<T>> toList(
      AsyncIterable<T> source) {
    return of(
        source,
        Collector.<T, List<T>, List<T>>of(
            ArrayList::new, List::add, Collecting::joined, Collections::unmodifiableList));
  }

  private static <T extends @Nullable Object> List<T> joined(List<T> left, List<T> right) {
    left.addAll(right);
    return left;
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  void begin() {
    container = collector.supplier().get();
    accumulator = collector.accumulator();
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  boolean on(T element) {
    accumulator.accept(container, element);
    return true;
  }

  @Override
  @SuppressWarnings("NullAway")
  R result() {
    return collector.finisher().apply(container);
  }

  @Override
  protected void forget() {
    super.forget();
    collector = null;
    container = null;
    accumulator = null;
  }
}

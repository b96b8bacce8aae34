package dev.belay;

import dev.belay.internal.Generators;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to iterate asynchronously (PEP 492's {@code __aiter__}), in a body with {@code for (T t
 * : each(iterable))}.
 *
 * <p>What a generator's companion returns is cold: each {@link #iterator()} is a fresh, independent
 * run (A49).
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {

  /**
   * Begins an iteration. Nothing runs before the first {@link AsyncIterator#advance()} (A1).
   *
   * @return a new iterator, which the caller must close
   */
  AsyncIterator<T> iterator();

  /**
   * The elements of a synchronous iterable, in order and lazily: its iterator is asked for when the
   * first element is. Elements that are stages are not awaited. An iterable that is {@link
   * AutoCloseable} is closed at the end of each iteration (E14).
   *
   * @param elements the elements
   * @param <T> their type
   * @return a cold iterable, as far as the given one can be iterated more than once
   */
  static <T extends @Nullable Object> AsyncIterable<T> of(Iterable<? extends T> elements) {
    return Generators.of(elements);
  }

  /**
   * The given elements.
   *
   * @param elements the elements; the array is copied
   * @param <T> their type
   * @return a cold iterable
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T extends @Nullable Object> AsyncIterable<T> of(T... elements) {
    return Generators.of(Arrays.asList(elements.clone()));
  }

  /**
   * No elements.
   *
   * @param <T> the type of the elements that are not there
   * @return a cold iterable that ends at once
   */
  static <T extends @Nullable Object> AsyncIterable<T> empty() {
    return Generators.of(List.of());
  }
}

package dev.belay;

import org.jspecify.annotations.Nullable;

/**
 * The last parameter of a template that yields. Only templates have one; the processor replaces its
 * calls, so no implementation exists.
 *
 * @param <T> the type of the elements, or of the resource
 */
@SuppressWarnings("NamedLikeContextualKeyword") // The word of the language being brought here.
public interface Yield<T extends @Nullable Object> {

  /**
   * Hands out a value and parks the body until the consumer comes back (A3). In a resource
   * template, the body of the user's scope runs here, and its exception is thrown here (D24).
   *
   * @param value the element, delivered as is: a stage is not awaited (A47) and null is an element
   *     like any other (A12)
   */
  void yield(T value);

  /**
   * Yields every element of another iterable, as {@code for (T t : each(inner)) yield(t)} would:
   * the inner iterator is closed before this body's own {@code finally} blocks run (A48).
   *
   * @param inner where the elements come from
   */
  void yieldAll(AsyncIterable<? extends T> inner);
}

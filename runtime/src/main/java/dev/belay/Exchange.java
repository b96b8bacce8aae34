package dev.belay;

import org.jspecify.annotations.Nullable;

/**
 * The last parameter of a two-way generator template. Only templates have one; the processor
 * replaces its calls, so no implementation exists.
 *
 * @param <T> the type of the elements handed out
 * @param <S> the type of the values sent in
 */
@SuppressWarnings("NamedLikeContextualKeyword") // The word of the language being brought here.
public interface Exchange<T extends @Nullable Object, S extends @Nullable Object> {

  /**
   * Hands out a value and parks the body until the next request (A3, A38).
   *
   * @param value the element, delivered as is
   * @return what {@link AsyncConversation#send} sent; null after a plain {@link
   *     AsyncIterator#advance() advance()}. What {@link AsyncConversation#raise} raised is thrown
   *     here instead (A41)
   */
  @Nullable S yield(T value);
}

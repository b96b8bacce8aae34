package dev.belay;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A generator that is also spoken to (PEP 525's {@code asend} and {@code athrow}).
 *
 * @param <T> the type of the elements that come out
 * @param <S> the type of the values that go in
 */
public interface AsyncConversation<T extends @Nullable Object, S extends @Nullable Object>
    extends AsyncIterator<T> {

  /**
   * Advances; the yield at which the body stands returns the value (A38).
   *
   * @param value what the yield returns
   * @return as {@link #advance()}. Fails with {@link IllegalStateException} if the body has not
   *     started yet and the value is not null (A39)
   */
  CompletionStage<Boolean> send(@Nullable S value);

  /**
   * Advances; the yield at which the body stands throws the failure, the same object (A41).
   *
   * @param failure what the yield throws
   * @return as {@link #advance()}. Fails with the failure itself if the body does not catch it
   *     (A42), has not started (A40) or has ended (A44)
   * @throws NullPointerException if the failure is null (A45)
   */
  CompletionStage<Boolean> raise(Throwable failure);
}

package dev.belay;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A generator that is also spoken to (PEP 525's {@code asend} and {@code athrow}). What the
 * companion of a template with an {@link Exchange} returns: one run of the body, not started.
 *
 * <p>All three requests, {@link #advance()}, {@link #send} and {@link #raise}, complete in the same
 * way and on the same threads. None may be made while another is unfinished (A16), and none throws
 * but for a null failure (A15).
 *
 * @param <T> the type of the elements that come out
 * @param <S> the type of the values that go in
 */
public interface AsyncConversation<T extends @Nullable Object, S extends @Nullable Object>
    extends AsyncIterator<T> {

  /**
   * Advances; the yield at which the body stands returns the value (A38).
   *
   * @param value what the yield returns; null is what it returns after {@link #advance()}, too
   * @return as {@link #advance()}; after the end it completes with false, and nobody sees the
   *     value. Fails with {@link IllegalStateException} if the body has not started and the value
   *     is not null (A39), and then it still has not
   */
  CompletionStage<Boolean> send(@Nullable S value);

  /**
   * Advances; the yield at which the body stands throws the failure, the same object (A41).
   *
   * @param failure what the yield throws; no compiler checks that the body may throw it (H17)
   * @return as {@link #advance()}. Fails with the failure itself if the body does not catch it
   *     (A42), has not started (A40), has ended or is being closed (A44); in that last case after
   *     the unwinding. An {@link IllegalStateException} for an overlapping request has the failure
   *     as suppressed, so that it does not vanish
   * @throws NullPointerException if the failure is null; the run is left alone (A45)
   */
  CompletionStage<Boolean> raise(Throwable failure);
}

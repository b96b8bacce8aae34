package dev.belay;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A resource that is open, and the duty to close it. Prefer {@link AsyncScope#use}, which cannot
 * forget the duty.
 *
 * @param <T> the type of the resource
 */
public interface Opened<T extends @Nullable Object> {

  /**
   * What the scope hands out (D2).
   *
   * @return the resource, which may be null
   */
  T value();

  /**
   * Releases the resource, once: further calls share the outcome of the first.
   *
   * @param failure what the use of the resource failed with; null if it did not fail (D5, D6)
   * @return completes with true if the failure is suppressed (D7) and with false if it stands (D8);
   *     fails if releasing fails, and then that failure replaces the given one, which it holds as
   *     suppressed (D11). Completes on the thread that ends the release
   */
  CompletionStage<Boolean> close(@Nullable Throwable failure);
}

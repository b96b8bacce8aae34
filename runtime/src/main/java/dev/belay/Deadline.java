package dev.belay;

import dev.belay.internal.MovableDeadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that can be moved while the work is under way (asyncio's {@code timeout} and {@code
 * reschedule}, G35). For one that stays where it is, {@link Async#timeout} is enough.
 *
 * <pre>
 *   Deadline deadline = Deadline.in(Duration.ofSeconds(5));
 *   await(deadline.limit(() -&gt; PostsAsync.read(posts, line -&gt; deadline.reschedule(again))));
 * </pre>
 *
 * <p>May be used from any threads.
 */
public interface Deadline {

  /**
   * A deadline for work that has not started.
   *
   * @param limit how long the work may take; null for ever
   * @return the deadline, which limits once
   */
  static Deadline in(@Nullable Duration limit) {
    return new MovableDeadline(limit);
  }

  /**
   * Starts work, which has that long from now.
   *
   * @param work starts the work, on this thread
   * @param <T> the type of its result
   * @return as {@link Async#timeout}. Fails with {@link IllegalStateException}, and then the work
   *     has not been started, if this deadline has been used before
   */
  <T extends @Nullable Object> CompletableFuture<T> limit(AsyncSupplier<T> work);

  /**
   * Moves the deadline.
   *
   * @param limit how long the work may take from now; null for ever; with zero or less it is
   *     cancelled now
   * @throws IllegalStateException if the work has not started, is being cancelled or has ended
   */
  void reschedule(@Nullable Duration limit);

  /**
   * Whether the deadline has passed before the work had ended.
   *
   * @return true from the time that the work has been cancelled because of it
   */
  boolean isExpired();
}

package dev.belay.internal;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An iterator that its consumer does not own (E4).
 *
 * @param <T> the type of the elements
 */
public final class Borrowed<T extends @Nullable Object> implements AsyncIterator<T> {
  private final AsyncIterator<T> owned;

  private Borrowed(AsyncIterator<T> owned) {
    this.owned = owned;
  }

  /**
   * The view that closes nothing.
   *
   * @param owned the iterator of somebody else
   * @param <T> the type of the elements
   * @return as {@link dev.belay.Async#borrow}
   */
  public static <T extends @Nullable Object> AsyncIterable<T> of(AsyncIterator<T> owned) {
    return () -> new Borrowed<>(owned);
  }

  @Override
  public CompletionStage<Boolean> advance() {
    return owned.advance();
  }

  @Override
  public T current() {
    return owned.current();
  }

  @Override
  public CompletionStage<@Nullable Void> closeAsync() {
    return Settled.VOID;
  }
}

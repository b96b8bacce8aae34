package dev.belay.internal;

import dev.belay.AsyncIterator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One step of an iterator that takes the end for a value (E12).
 *
 * @param <T> the type of the elements
 */
public final class NextOrDefault<T extends @Nullable Object> extends MethodMachine<T> {
  private @Nullable AsyncIterator<T> iterator;
  private T atEnd;

  private NextOrDefault(AsyncIterator<T> iterator, T atEnd) {
    this.iterator = iterator;
    this.atEnd = atEnd;
  }

  /** As {@link AsyncIterator#nextOrDefault}. */
  public static <T extends @Nullable Object> CompletableFuture<T> of(
      AsyncIterator<T> iterator, T atEnd) {
    return start(new NextOrDefault<>(iterator, atEnd));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  public @Nullable Object resume() throws Throwable {
    if (resumed() == 0 && pending(iterator.advance())) {
      return suspendAt(1);
    }
    if (!(taken() instanceof Boolean more)) {
      throw new NullPointerException(
          "advance() of " + iterator.getClass() + " completed with neither true nor false");
    }
    return complete(more ? iterator.current() : atEnd);
  }

  @Override
  @SuppressWarnings("NullAway") // Nobody reads the value any more.
  protected void forget() {
    iterator = null;
    atEnd = null;
  }
}

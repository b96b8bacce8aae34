package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#forEach}.
 *
 * @param <T> the type of the elements
 */
public final class Visiting<T extends @Nullable Object> extends Terminal<T, @Nullable Void> {
  private @Nullable Consumer<? super T> action;

  private Visiting(AsyncIterable<T> source, Consumer<? super T> action) {
    super(source);
    this.action = action;
  }

  /** As {@link AsyncIterable#forEach}. */
  public static <T extends @Nullable Object> CompletableFuture<@Nullable Void> of(
      AsyncIterable<T> source, Consumer<? super T> action) {
    return start(new Visiting<>(source, action));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  boolean on(T element) {
    action.accept(element);
    return true;
  }

  @Override
  @SuppressWarnings("NullAway") // The type of the result is a nullable one.
  @Nullable Void result() {
    return null;
  }

  @Override
  protected void forget() {
    super.forget();
    action = null;
  }
}

package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#some} and {@link AsyncIterable#every}: the first element with a certain
 * answer decides.
 *
 * @param <T> the type of the elements
 */
public final class Deciding<T extends @Nullable Object> extends Terminal<T, Boolean> {
  private @Nullable Predicate<? super T> predicate;
  private final boolean decisive;
  private boolean decided;

  private Deciding(AsyncIterable<T> source, Predicate<? super T> predicate, boolean decisive) {
    super(source);
    this.predicate = predicate;
    this.decisive = decisive;
  }

  /** As {@link AsyncIterable#some}. */
  public static <T extends @Nullable Object> CompletableFuture<Boolean> some(
      AsyncIterable<T> source, Predicate<? super T> predicate) {
    return start(new Deciding<>(source, predicate, true));
  }

  /** As {@link AsyncIterable#every}. */
  public static <T extends @Nullable Object> CompletableFuture<Boolean> every(
      AsyncIterable<T> source, Predicate<? super T> predicate) {
    return start(new Deciding<>(source, predicate, false));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  boolean on(T element) {
    decided = predicate.test(element) == decisive;
    return !decided;
  }

  @Override
  Boolean result() {
    return decided == decisive;
  }

  @Override
  protected void forget() {
    super.forget();
    predicate = null;
  }
}

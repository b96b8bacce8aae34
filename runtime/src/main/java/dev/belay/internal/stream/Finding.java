package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#find}.
 *
 * @param <T> the type of the elements
 */
public final class Finding<T extends @Nullable Object> extends Terminal<T, Optional<T>> {
  private @Nullable Predicate<? super T> predicate;
  private Optional<T> found = Optional.empty();

  private Finding(AsyncIterable<T> source, Predicate<? super T> predicate) {
    super(source);
    this.predicate = predicate;
  }

  /** As {@link AsyncIterable#find}. */
  public static <T extends @Nullable Object> CompletableFuture<Optional<T>> of(
      AsyncIterable<T> source, Predicate<? super T> predicate) {
    return start(new Finding<>(source, predicate));
  }

  @Override
  @SuppressWarnings("NullAway") // Set until the run has ended.
  boolean on(T element) {
    if (!predicate.test(element)) {
      return true;
    }
    found = Optional.of(Objects.requireNonNull(element, "the element that was found is null"));
    return false;
  }

  @Override
  Optional<T> result() {
    return found;
  }

  @Override
  protected void forget() {
    super.forget();
    predicate = null;
    found = Optional.empty();
  }
}

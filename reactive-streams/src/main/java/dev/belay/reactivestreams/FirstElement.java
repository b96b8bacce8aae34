package dev.belay.reactivestreams;

import java.util.NoSuchElementException;

/**
 * Waits for the first element; see {@link Publishers#one}.
 *
 * @param <T> the type of the element
 */
class FirstElement<T> extends PublisherStage<T, T> {
  @Override
  final void next(T element) {
    complete(element);
  }

  @Override
  public final void onComplete() {
    completeExceptionally(new NoSuchElementException("the publisher was empty"));
  }
}

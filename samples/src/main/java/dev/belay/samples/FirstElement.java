package dev.belay.samples;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Waits for the first element; see {@link Publishers#acquire}.
 *
 * <p>The subscription is not cancelled after it: the first element may be a query's result, whose
 * rows are still to come.
 *
 * @param <T> the type of the element
 */
final class FirstElement<T> extends PublisherStage<T, T> {
  private final Consumer<? super T> release;
  private final AtomicBoolean released = new AtomicBoolean();

  FirstElement(Consumer<? super T> release) {
    super(1);
    this.release = release;
  }

  @Override
  public void onNext(T element) {
    if (!complete(element) && isCancelled()) {
      release(element);
    }
  }

  @Override
  public void onComplete() {
    if (!isDone()) {
      completeExceptionally(new NoSuchElementException("the publisher was empty"));
    }
  }

  /**
   * Whoever cancels does not want the element. It may have come already: the one that awaits has
   * then not been told of it, and will not be.
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (!cancelled && !isCompletedExceptionally()) {
      release(join());
    }
    return cancelled;
  }

  private void release(T element) {
    if (released.compareAndSet(false, true)) {
      release.accept(element);
    }
  }
}

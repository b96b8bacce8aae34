package dev.belay.samples;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A subscriber that is a stage: it fails when the publisher does, and cancelling it cancels the
 * subscription. The demand is bounded; subclasses {@link #request} as they go.
 *
 * @param <T> the type of the elements
 * @param <R> the type of the result
 */
abstract class PublisherStage<T, R extends @Nullable Object> extends CompletableFuture<R>
    implements Subscriber<T> {
  private final int firstRequest;
  private volatile @Nullable Subscription subscription;

  PublisherStage(int firstRequest) {
    this.firstRequest = firstRequest;
  }

  @Override
  public final void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    // Here or in cancel(), whichever comes second, both are known.
    if (isCancelled()) {
      subscription.cancel();
    } else {
      subscription.request(firstRequest);
    }
  }

  @Override
  public final void onError(Throwable failure) {
    completeExceptionally(failure);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    Subscription current = subscription;
    if (cancelled && current != null) {
      current.cancel();
    }
    return cancelled;
  }

  /** Asks for more elements. */
  final void request(int elements) {
    Subscription current = subscription;
    if (current != null) {
      current.request(elements);
    }
  }
}

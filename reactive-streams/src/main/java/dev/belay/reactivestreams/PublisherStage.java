package dev.belay.reactivestreams;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A subscriber that is a stage: it fails when the publisher does, and cancelling it cancels the
 * subscription.
 *
 * @param <T> the type of the elements
 * @param <R> the type of the result
 */
abstract class PublisherStage<T, R extends @Nullable Object> extends CompletableFuture<R>
    implements Subscriber<T> {
  private volatile @Nullable Subscription subscription;
  private volatile boolean unwanted;

  @Override
  public final void onSubscribe(Subscription subscription) {
    Objects.requireNonNull(subscription, "subscription");
    if (this.subscription != null) {
      subscription.cancel(); // Reactive Streams, rule 2.5
      return;
    }
    this.subscription = subscription;
    // Here or in cancelSubscription(), whichever comes second, both are known.
    if (unwanted) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public final void onNext(T element) {
    next(Objects.requireNonNull(element, "element"));
  }

  /** An element has come, as the last one that was asked for. */
  abstract void next(T element);

  @Override
  public final void onError(Throwable failure) {
    completeExceptionally(Objects.requireNonNull(failure, "failure"));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      cancelSubscription();
    }
    return cancelled;
  }

  /** Asks for one more element. */
  final void request() {
    Subscription current = subscription;
    if (current != null) {
      current.request(1);
    }
  }

  final void cancelSubscription() {
    unwanted = true;
    Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
  }
}

package dev.belay.internal.flow;

import dev.belay.internal.Signal;
import dev.belay.internal.Undelivered;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber of an iteration. It only takes in what it is told: requests and cancels are the
 * body's, so that they come one after the other (§2.7) and never out of onComplete or onError
 * (§2.3). Signals are fired when the lock has been released (H12).
 *
 * @param <T> the type of the elements
 */
final class Inbox<T> implements Subscriber<T> {
  private final Queue<T> elements = new ArrayDeque<>();
  private @Nullable Subscription subscription;
  private @Nullable Signal waiting;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable failure;

  @Override
  public void onSubscribe(Subscription offered) {
    Objects.requireNonNull(offered, "subscription");
    if (!accepted(offered)) {
      offered.cancel(); // a second one (§2.5), or nobody reads any more
      return;
    }
    wake();
  }

  private synchronized boolean accepted(Subscription offered) {
    if (subscription != null || closed) {
      return false;
    }
    subscription = offered;
    return true;
  }

  @Override
  public void onNext(T element) {
    Objects.requireNonNull(element, "element");
    synchronized (this) {
      if (closed || ended) {
        return;
      }
      elements.add(element);
    }
    wake();
  }

  @Override
  public void onError(Throwable thrown) {
    Objects.requireNonNull(thrown, "failure");
    if (end(thrown)) {
      wake();
    } else {
      Undelivered.tell(thrown);
    }
  }

  @Override
  public void onComplete() {
    if (end(null)) {
      wake();
    }
  }

  private synchronized boolean end(@Nullable Throwable thrown) {
    if (closed || ended) {
      return false;
    }
    ended = true;
    failure = thrown;
    return true;
  }

  private void wake() {
    Signal signal;
    synchronized (this) {
      signal = waiting;
      waiting = null;
    }
    if (signal != null) {
      signal.fire();
    }
  }

  /** What to await before elements can be requested; null if they can, or none will come. */
  synchronized @Nullable Signal missingSubscription() {
    return subscription != null || ended ? null : signal();
  }

  /** What to await before there is an element or the end; null if there is. */
  synchronized @Nullable Signal missingElement() {
    return ended || !elements.isEmpty() ? null : signal();
  }

  private Signal signal() {
    Signal signal = new Signal();
    waiting = signal;
    return signal;
  }

  /** Asks for elements, if there is somebody to ask. */
  void request(long count) {
    Subscription asked = open();
    if (asked != null) {
      asked.request(count);
    }
  }

  private synchronized @Nullable Subscription open() {
    return ended ? null : subscription;
  }

  /** The next element; null if there is none. */
  synchronized @Nullable T poll() {
    return elements.poll();
  }

  /** What the publisher failed with, once it has ended; null if with nothing. */
  synchronized @Nullable Throwable failure() {
    return failure;
  }

  /** Takes nothing in any more, and cancels what has not ended. */
  void close() {
    Subscription abandoned = open();
    synchronized (this) {
      closed = true;
      elements.clear();
    }
    if (abandoned != null) {
      abandoned.cancel();
    }
  }
}

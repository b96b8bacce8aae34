package dev.belay.reactivestreams;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A publisher that does what the test says. */
final class Source implements Publisher<String>, Subscription {
  private final List<Long> requests = new ArrayList<>();
  private final Runnable onCancel;
  private @Nullable Subscriber<? super String> subscriber;
  private boolean cancelled;

  Source() {
    this(() -> {});
  }

  Source(Runnable onCancel) {
    this.onCancel = onCancel;
  }

  @Override
  public void subscribe(Subscriber<? super String> subscriber) {
    this.subscriber = subscriber;
    subscriber.onSubscribe(this);
  }

  @Override
  public void request(long n) {
    requests.add(n);
  }

  @Override
  public void cancel() {
    cancelled = true;
    onCancel.run();
  }

  List<Long> requests() {
    return requests;
  }

  boolean isCancelled() {
    return cancelled;
  }

  Subscriber<? super String> subscriber() {
    if (subscriber == null) {
      throw new AssertionError("nobody has subscribed");
    }
    return subscriber;
  }

  void emit(String element) {
    subscriber().onNext(element);
  }

  void fail(Throwable failure) {
    subscriber().onError(failure);
  }

  void complete() {
    subscriber().onComplete();
  }
}

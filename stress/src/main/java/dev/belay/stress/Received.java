package dev.belay.stress;

import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A subscriber that only counts what it is told. Signals come one after the other. */
final class Received implements Subscriber<Integer> {
  volatile Subscription subscription;
  volatile int elements;
  volatile int ends;

  @Override
  public void onSubscribe(Subscription offered) {
    subscription = offered;
  }

  @Override
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  public void onNext(Integer element) {
    elements++;
  }

  @Override
  public void onError(Throwable failure) {
    throw new AssertionError(failure);
  }

  @Override
  @SuppressWarnings("NonAtomicOperationOnVolatileField")
  public void onComplete() {
    ends++;
  }
}

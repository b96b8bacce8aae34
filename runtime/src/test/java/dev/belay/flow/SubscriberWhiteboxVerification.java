package dev.belay.flow;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.SubscriberPuppet;
import org.reactivestreams.tck.SubscriberWhiteboxVerification.WhiteboxSubscriberProbe;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberWhiteboxVerification;

/** Our subscriber, with a probe around it and its iterator in the hands of the TCK. */
public final class SubscriberWhiteboxVerification extends FlowSubscriberWhiteboxVerification<Long> {

  public SubscriberWhiteboxVerification() {
    super(new TestEnvironment(5_000, 50));
  }

  @Override
  protected Subscriber<Long> createFlowSubscriber(WhiteboxSubscriberProbe<Long> probe) {
    AtomicReference<Subscriber<? super Long>> subscriber = new AtomicReference<>();
    AsyncIterator<Long> iterator = AsyncIterable.<Long>fromPublisher(subscriber::set).iterator();
    Pulls pulls = new Pulls(iterator);
    pulls.triggerRequest(1);
    return new Probed(subscriber.get(), probe, pulls);
  }

  @Override
  public Long createElement(int element) {
    return (long) element;
  }

  private static final class Pulls implements SubscriberPuppet {
    private final AsyncIterator<Long> iterator;
    private final AtomicLong wanted = new AtomicLong();

    Pulls(AsyncIterator<Long> iterator) {
      this.iterator = iterator;
    }

    @Override
    public void triggerRequest(long elements) {
      if (wanted.getAndAdd(elements) == 0) {
        pull();
      }
    }

    private void pull() {
      Object unused =
          iterator
              .advance()
              .thenAccept(
                  more -> {
                    if (wanted.decrementAndGet() > 0 && more) {
                      pull();
                    }
                  });
    }

    @Override
    public void signalCancel() {
      Object unused = iterator.closeAsync();
    }
  }

  private record Probed(
      Subscriber<? super Long> subscriber,
      WhiteboxSubscriberProbe<Long> probe,
      SubscriberPuppet puppet)
      implements Subscriber<Long> {

    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(subscription);
      probe.registerOnSubscribe(puppet);
    }

    @Override
    public void onNext(Long element) {
      subscriber.onNext(element);
      probe.registerOnNext(element);
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
      probe.registerOnError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
      probe.registerOnComplete();
    }
  }
}

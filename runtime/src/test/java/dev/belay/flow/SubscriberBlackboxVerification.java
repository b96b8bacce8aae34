package dev.belay.flow;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;

/** Our subscriber, seen from outside: a request of its iterator is what requests an element. */
public final class SubscriberBlackboxVerification extends FlowSubscriberBlackboxVerification<Long> {
  private final Map<Object, AsyncIterator<Long>> iterators = new ConcurrentHashMap<>();

  public SubscriberBlackboxVerification() {
    super(new TestEnvironment(5_000, 50));
  }

  @Override
  public Subscriber<Long> createFlowSubscriber() {
    AtomicReference<Subscriber<? super Long>> subscriber = new AtomicReference<>();
    AsyncIterator<Long> iterator = AsyncIterable.<Long>fromPublisher(subscriber::set).iterator();
    Object unused = iterator.advance();
    iterators.put(subscriber.get(), iterator);
    @SuppressWarnings("unchecked") // It takes what the iterator gives.
    Subscriber<Long> created = (Subscriber<Long>) subscriber.get();
    return created;
  }

  @Override
  public void triggerFlowRequest(Subscriber<? super Long> subscriber) {
    // Refused while the first one, which has requested already, is unfinished.
    Object unused = iterators.get(subscriber).advance();
  }

  @Override
  public Long createElement(int element) {
    return (long) element;
  }
}

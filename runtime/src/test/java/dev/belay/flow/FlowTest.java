package dev.belay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.undelivered.UndeliveredFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the TCK does not ask. */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class FlowTest {
  private static final int MANY = 1_000_000;

  private final List<String> trace = new ArrayList<>();

  /** Notes what it is told, and requests when the test does. */
  private class Noting implements Subscriber<Object> {
    Subscription subscription;

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      trace.add("subscribed");
    }

    @Override
    public void onNext(Object element) {
      trace.add("next " + element);
    }

    @Override
    public void onError(Throwable failure) {
      trace.add("failed with " + failure.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
      trace.add("complete");
    }
  }

  /** Notes when it runs and when it is closed. */
  private AsyncIterable<Integer> numbers(int count) {
    return AsyncIterable.<Integer>of(new Closeable(count)).map(n -> noted(n));
  }

  private Integer noted(Integer n) {
    trace.add("made " + n);
    return n;
  }

  private final class Closeable implements Iterable<Integer>, AutoCloseable {
    private final int count;

    Closeable(int count) {
      this.count = count;
    }

    @Override
    public java.util.Iterator<Integer> iterator() {
      return java.util.stream.IntStream.rangeClosed(1, count).iterator();
    }

    @Override
    public void close() {
      trace.add("closed");
    }
  }

  @Test
  void A3_anElementIsMadeWhenItIsRequested() {
    Noting subscriber = new Noting();
    numbers(2).toPublisher().subscribe(subscriber);
    assertThat(trace).containsExactly("subscribed");

    subscriber.subscription.request(1);
    assertThat(trace).containsExactly("subscribed", "made 1", "next 1");

    subscriber.subscription.request(2);
    assertThat(trace.subList(3, trace.size()))
        .containsExactly("made 2", "next 2", "closed", "complete");
  }

  @Test
  void E3_cancellingCloses() {
    Noting subscriber = new Noting();
    numbers(2).toPublisher().subscribe(subscriber);
    subscriber.subscription.request(1);
    subscriber.subscription.cancel();
    subscriber.subscription.cancel();
    subscriber.subscription.request(1);

    assertThat(trace).containsExactly("subscribed", "made 1", "next 1", "closed");
  }

  @Test
  void A1_cancellingBeforeTheFirstRequestRunsNothing() {
    Noting subscriber = new Noting();
    numbers(2).toPublisher().subscribe(subscriber);
    subscriber.subscription.cancel();

    assertThat(trace).containsExactly("subscribed");
  }

  @Test
  void E3_H26_aSubscriberThatThrowsHasCancelled() {
    IllegalArgumentException failure = new IllegalArgumentException();
    Noting subscriber =
        new Noting() {
          @Override
          public void onNext(Object element) {
            throw failure;
          }
        };
    numbers(2).toPublisher().subscribe(subscriber);

    subscriber.subscription.request(2);

    assertThat(trace).containsExactly("subscribed", "made 1", "closed");
    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  @Test
  void aBadRequestFailsTheSubscriptionAndCloses() {
    Noting subscriber = new Noting();
    numbers(2).toPublisher().subscribe(subscriber);
    subscriber.subscription.request(1);
    subscriber.subscription.request(0);

    assertThat(trace)
        .containsExactly(
            "subscribed", "made 1", "next 1", "closed", "failed with IllegalArgumentException");
  }

  @Test
  void A12_nullCannotBePublished() {
    Noting subscriber = new Noting();
    AsyncIterable.of(1, (Integer) null).toPublisher().subscribe(subscriber);
    subscriber.subscription.request(2);

    assertThat(trace).containsExactly("subscribed", "next 1", "failed with NullPointerException");
  }

  @Test
  void nullArgumentsAreRefused() {
    assertThatThrownBy(() -> AsyncIterable.of(1).toPublisher().subscribe(null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> AsyncIterable.fromPublisher(null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> AsyncIterable.fromPublisher(subscriber -> {}, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void A1_subscribingWaitsForTheFirstRequest() {
    AtomicReference<Subscriber<?>> subscriber = new AtomicReference<>();
    AsyncIterator<Integer> iterator =
        AsyncIterable.<Integer>fromPublisher(subscriber::set).iterator();
    assertThat(subscriber).hasNullValue();

    CompletableFuture<Boolean> advance = iterator.advance().toCompletableFuture();
    assertThat(subscriber).doesNotHaveNullValue();
    assertThat(advance).isNotDone();
  }

  @Test
  void A31_closingBeforeTheSubscriptionCancelsItWhenItComes() {
    AtomicReference<Subscriber<?>> subscriber = new AtomicReference<>();
    AsyncIterator<Integer> iterator =
        AsyncIterable.<Integer>fromPublisher(subscriber::set).iterator();
    CompletableFuture<Boolean> advance = iterator.advance().toCompletableFuture();

    assertThat(iterator.closeAsync()).isCompleted();
    assertThat(advance).isCompletedExceptionally();
    subscriber.get().onSubscribe(subscription());

    assertThat(trace).containsExactly("cancel");
  }

  private Subscription subscription() {
    return new Subscription() {
      @Override
      public void request(long count) {
        trace.add("request " + count);
      }

      @Override
      public void cancel() {
        trace.add("cancel");
      }
    };
  }

  @Test
  void elementsAreRequestedInBatches() {
    Publisher<Integer> publisher =
        subscriber -> {
          subscriber.onSubscribe(subscription());
          for (int i = 0; i < 8; i++) {
            subscriber.onNext(i);
          }
          subscriber.onComplete();
        };
    AsyncIterator<Integer> one = AsyncIterable.<Integer>fromPublisher(publisher, 4).iterator();
    for (int i = 0; i < 5; i++) {
      assertThat(one.advance()).isCompletedWithValue(true);
      assertThat(one.current()).isEqualTo(i);
    }

    // The end is known by now: nobody is left to be asked.
    assertThat(trace).isEmpty();
    assertThat(one.closeAsync()).isCompleted();
    assertThat(trace).isEmpty();
  }

  @Test
  void halfOfABatchIsRequestedAgain() {
    AtomicReference<Subscriber<? super Integer>> subscriber = new AtomicReference<>();
    AsyncIterator<Integer> iterator =
        AsyncIterable.<Integer>fromPublisher(subscriber::set, 4).iterator();
    Object unused = iterator.advance();
    subscriber.get().onSubscribe(subscription());
    for (int i = 0; i < 6; i++) {
      subscriber.get().onNext(i);
      Object unusedNext = iterator.advance();
    }

    assertThat(trace).containsExactly("request 4", "request 2", "request 2", "request 2");
    assertThat(iterator.closeAsync()).isCompleted();
    assertThat(trace).endsWith("cancel");
  }

  @Test
  void A7_theFailureOfThePublisherIsTheIterators() {
    IllegalArgumentException failure = new IllegalArgumentException();
    AsyncIterable<Integer> failing =
        AsyncIterable.fromPublisher(
            subscriber -> {
              subscriber.onSubscribe(subscription());
              subscriber.onError(failure);
            });

    assertThatThrownBy(() -> Async.run(failing::toList)).isSameAs(failure);
    assertThat(trace).doesNotContain("cancel");
  }

  @Test
  void aPublisherOfTheJdk() {
    try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
      CompletableFuture<List<Integer>> list =
          AsyncIterable.<Integer>fromPublisher(publisher).take(1_000).toList();
      for (int i = 0; i < 1_000; i++) {
        publisher.submit(i);
      }

      assertThat(Async.run(() -> list)).hasSize(1_000).endsWith(999);
    }
  }

  @Test
  void H9_aMillionElementsThereAndBack() {
    for (int ahead : new int[] {1, 256}) {
      AsyncIterable<Long> there = Counting.upTo(MANY);

      assertThat(
              Async.run(
                  () ->
                      AsyncIterable.<Long>fromPublisher(there.toPublisher(), ahead)
                          .reduce((first, last) -> last)))
          .contains(MANY - 1L);
    }
  }
}

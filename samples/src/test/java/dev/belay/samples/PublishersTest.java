package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class PublishersTest {
  private final Source source = new Source();
  private final List<String> released = new ArrayList<>();

  @Test
  void oneIsTheFirstElement() {
    CompletableFuture<String> one = Publishers.one(source);
    source.emit("a");

    assertThat(one).isCompletedWithValue("a");
    assertThat(source.cancelled).as("a result is read after it has come").isFalse();
    assertThat(source.requests).as("a pool takes each request for another").containsExactly(1L);
  }

  @Test
  void oneOfNoneFails() {
    CompletableFuture<String> one = Publishers.one(source);
    source.complete();

    assertThatThrownBy(one::join).hasCauseInstanceOf(NoSuchElementException.class);
  }

  @Test
  void failuresComeThrough() {
    CompletableFuture<?> done = Publishers.done(source);
    IllegalStateException failure = new IllegalStateException();
    source.fail(failure);

    assertThatThrownBy(done::join).hasCause(failure);
  }

  @Test
  void cancellingCancelsTheSubscription() {
    Publishers.all(source).cancel(true);

    assertThat(source.cancelled).isTrue();
  }

  @Test
  void whatComesAfterCancellingIsReleased() {
    Publishers.acquire(source, this::release).cancel(true);
    source.emit("late");

    assertThat(released).containsExactly("late");
  }

  @Test
  void whatCameJustBeforeCancellingIsReleasedOnce() {
    CompletableFuture<String> acquired = Publishers.acquire(source, this::release);
    source.emit("just in time");
    acquired.cancel(true);
    acquired.cancel(true);

    assertThat(released).containsExactly("just in time");
  }

  @Test
  void whatWasNotCancelledIsNotReleased() {
    CompletableFuture<String> acquired = Publishers.acquire(source, this::release);
    source.emit("wanted");
    source.complete();

    assertThat(acquired).isCompletedWithValue("wanted");
    assertThat(released).isEmpty();
  }

  @Test
  void allAreCollectedWithBoundedDemand() {
    CompletableFuture<List<String>> all = Publishers.all(source);
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      assertThat(source.outstanding()).isBetween(1L, 64L);
      sent.add("" + i);
      source.emit("" + i);
    }
    source.complete();

    assertThat(all).isCompletedWithValue(sent);
  }

  @Test
  void doneDropsElements() {
    CompletableFuture<?> done = Publishers.done(source);
    source.emit("a");
    source.emit("b");

    assertThat(done).isNotDone();
    assertThat(source.outstanding()).isEqualTo(1);
    source.complete();
    assertThat(done).isCompletedWithValue(null);
  }

  private Publisher<?> release(String element) {
    released.add(element);
    return new Source();
  }

  /** A publisher that does what the test says. */
  private static final class Source implements Publisher<String>, Subscription {
    private final List<Long> requests = new ArrayList<>();
    private Subscriber<? super String> subscriber;
    private long emitted;
    private boolean cancelled;

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
    }

    long outstanding() {
      return requests.stream().mapToLong(n -> n).sum() - emitted;
    }

    void emit(String element) {
      emitted++;
      subscriber.onNext(element);
    }

    void fail(Throwable failure) {
      subscriber.onError(failure);
    }

    void complete() {
      subscriber.onComplete();
    }
  }
}

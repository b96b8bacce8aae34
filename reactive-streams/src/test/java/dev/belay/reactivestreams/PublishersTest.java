package dev.belay.reactivestreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;

class PublishersTest {
  private final Source source = new Source();

  @Test
  void oneIsTheFirstElement() {
    CompletableFuture<String> one = Publishers.one(source);
    source.emit("a");

    assertThat(one).isCompletedWithValue("a");
    assertThat(source.isCancelled()).as("a result is read after it has come").isFalse();
    assertThat(source.requests()).as("a pool takes each request for another").containsExactly(1L);
    source.complete();
    assertThat(one).isCompletedWithValue("a");
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
    CompletableFuture<String> one = Publishers.one(source);
    one.cancel(true);

    assertThat(source.isCancelled()).isTrue();
    assertThat(one).isCancelled();
  }

  @Test
  void doneDropsElementsOneByOne() {
    CompletableFuture<?> done = Publishers.done(source);
    source.emit("a");
    source.emit("b");

    assertThat(done).isNotDone();
    assertThat(source.requests()).containsExactly(1L, 1L, 1L);
    source.complete();
    assertThat(done).isCompletedWithValue(null);
  }

  @Test
  void aSecondSubscriptionIsCancelled() {
    CompletableFuture<?> done = Publishers.done(source);
    Source second = new Source();
    source.subscriber().onSubscribe(second);

    assertThat(second.isCancelled()).isTrue();
    assertThat(source.isCancelled()).isFalse();
    assertThat(done).isNotDone();
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsRefused() {
    CompletableFuture<String> one = Publishers.one(source);
    Subscriber<? super String> subscriber = source.subscriber();

    assertThatThrownBy(() -> subscriber.onNext(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> subscriber.onError(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> subscriber.onSubscribe(null)).isInstanceOf(NullPointerException.class);
    assertThat(one).isNotDone();
  }
}

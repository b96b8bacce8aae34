package dev.belay.samples;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * What R2DBC returns, as stages that a body can await. Each subscribes at once; cancelling the
 * stage cancels the subscription.
 */
final class Publishers {
  private Publishers() {}

  /** Completes when the publisher has; elements are dropped. */
  static CompletableFuture<@Nullable Void> done(Publisher<?> publisher) {
    Completion completion = new Completion();
    publisher.subscribe(completion);
    return completion;
  }

  /** The first element, or a {@link java.util.NoSuchElementException} if there is none. */
  static <T> CompletableFuture<T> one(Publisher<? extends T> publisher) {
    return first(publisher, unwanted -> {});
  }

  /**
   * The first element, which must be given back.
   *
   * @param release gives back an element that came after, or just when, the stage was cancelled
   */
  static <T> CompletableFuture<T> acquire(
      Publisher<? extends T> publisher, Function<? super T, ? extends Publisher<?>> release) {
    return first(
        publisher,
        unwanted -> {
          var unused = done(release.apply(unwanted)); // Nobody is left to be told.
        });
  }

  private static <T> CompletableFuture<T> first(
      Publisher<? extends T> publisher, Consumer<? super T> release) {
    FirstElement<T> first = new FirstElement<>(release);
    publisher.subscribe(first);
    return first;
  }

  /** All elements, in order. For results that are known to be small, such as one page of rows. */
  static <T> CompletableFuture<List<T>> all(Publisher<? extends T> publisher) {
    AllElements<T> all = new AllElements<>();
    publisher.subscribe(all);
    return all;
  }
}

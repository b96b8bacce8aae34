package dev.belay.reactivestreams;

import dev.belay.AsyncIterable;
import dev.belay.AsyncScope;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/**
 * Publishers of Reactive Streams as what bodies understand, and back.
 *
 * <p>The stages subscribe at once. Cancelling one cancels its subscription, and it completes on the
 * thread on which the publisher signals; its failure is what the publisher failed with.
 */
public final class Publishers {
  private Publishers() {}

  /**
   * What a publisher publishes, asked for one element at a time.
   *
   * @param publisher the publisher; each iteration subscribes to it
   * @param <T> the type of the elements
   * @return as {@link AsyncIterable#fromPublisher(Flow.Publisher)}
   */
  public static <T> AsyncIterable<T> iterable(Publisher<? extends T> publisher) {
    return AsyncIterable.fromPublisher(flow(publisher));
  }

  /**
   * What a publisher publishes, asked for more than one element at a time.
   *
   * @param publisher the publisher; each iteration subscribes to it
   * @param ahead for how many elements it may be asked before they are; a page of rows, say
   * @param <T> the type of the elements
   * @return as {@link AsyncIterable#fromPublisher(Flow.Publisher, int)}
   * @throws IllegalArgumentException if the number is not positive
   */
  public static <T> AsyncIterable<T> iterable(Publisher<? extends T> publisher, int ahead) {
    return AsyncIterable.fromPublisher(flow(publisher), ahead);
  }

  /**
   * These elements for subscribers, each of which gets an iteration of its own.
   *
   * @param iterable the elements, none of which may be null
   * @param <T> the type of the elements
   * @return as {@link AsyncIterable#toPublisher}
   */
  public static <T> Publisher<T> publisher(AsyncIterable<T> iterable) {
    return FlowAdapters.toPublisher(iterable.toPublisher());
  }

  /**
   * The first element, without cancelling the subscription behind it: it may be a result whose rows
   * are still to come.
   *
   * @param publisher the publisher
   * @param <T> the type of the element
   * @return fails with {@link NoSuchElementException} if the publisher ends without an element
   */
  public static <T> CompletableFuture<T> one(Publisher<? extends T> publisher) {
    return subscribed(publisher, new FirstElement<>());
  }

  /**
   * The end of a publisher, whose elements are dropped.
   *
   * @param publisher the publisher
   * @return completes with null when the publisher has completed
   */
  public static CompletableFuture<@Nullable Void> done(Publisher<?> publisher) {
    return subscribed(publisher, new Completion());
  }

  /**
   * A resource that one publisher brings as its first element, and another takes back: a connection
   * of R2DBC, say. One that comes after the opening was cancelled is given back as well.
   *
   * @param open is asked for a publisher at each opening; that publisher is subscribed to once
   * @param close is asked for a publisher for each resource; its end is awaited
   * @param <T> the type of the resource
   * @return the scope, which can be used any number of times; opening fails as {@link #one} does
   */
  public static <T> AsyncScope<T> scope(
      Supplier<? extends Publisher<? extends T>> open,
      Function<? super T, ? extends Publisher<?>> close) {
    Objects.requireNonNull(open, "open");
    Objects.requireNonNull(close, "close");
    return AsyncScope.of(
        () -> subscribed(open.get(), new Arrival<T>()), resource -> done(close.apply(resource)));
  }

  private static <T> Flow.Publisher<T> flow(Publisher<T> publisher) {
    return FlowAdapters.toFlowPublisher(Objects.requireNonNull(publisher, "publisher"));
  }

  private static <T, R extends @Nullable Object> PublisherStage<T, R> subscribed(
      Publisher<? extends T> publisher, PublisherStage<T, R> stage) {
    publisher.subscribe(stage);
    return stage;
  }
}

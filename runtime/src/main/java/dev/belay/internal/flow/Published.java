package dev.belay.internal.flow;

import dev.belay.AsyncIterable;
import java.util.Objects;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;

/**
 * {@link AsyncIterable#toPublisher}: each subscriber gets an iteration of its own.
 *
 * @param source what is published
 * @param <T> the type of the elements
 */
public record Published<T>(AsyncIterable<T> source) implements Publisher<T> {

  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    Publishing.start(source, Objects.requireNonNull(subscriber, "subscriber"));
  }
}

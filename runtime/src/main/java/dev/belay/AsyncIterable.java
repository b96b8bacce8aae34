package dev.belay;

import dev.belay.internal.ConcurrentMapping;
import dev.belay.internal.Generators;
import dev.belay.internal.flow.Published;
import dev.belay.internal.flow.Subscribing;
import dev.belay.internal.stream.Collecting;
import dev.belay.internal.stream.Deciding;
import dev.belay.internal.stream.Dropping;
import dev.belay.internal.stream.Filtering;
import dev.belay.internal.stream.Finding;
import dev.belay.internal.stream.FlatMapping;
import dev.belay.internal.stream.Folding;
import dev.belay.internal.stream.Mapping;
import dev.belay.internal.stream.Prefetching;
import dev.belay.internal.stream.Reducing;
import dev.belay.internal.stream.Taking;
import dev.belay.internal.stream.TakingWhile;
import dev.belay.internal.stream.Visiting;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Something to iterate asynchronously (PEP 492's {@code __aiter__}), in a body with {@code for (T t
 * : each(iterable))}.
 *
 * <p>What a generator's companion returns is cold: each {@link #iterator()} is a fresh, independent
 * run (A49).
 *
 * <p>The operators that return an iterable are lazy and cold: nothing happens before the first
 * element is asked for. They ask their source for one element at a time (E15; those that read ahead
 * say so), on the thread that asks them or completes what the source awaits, and close it on every
 * way out (E16). What a function throws is what the request fails with, when the source has been
 * closed. Those that return a future start at once.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface AsyncIterable<T extends @Nullable Object> {

  /**
   * Begins an iteration. Nothing runs before the first {@link AsyncIterator#advance()} (A1).
   *
   * @return a new iterator, which the caller must close
   */
  AsyncIterator<T> iterator();

  /**
   * The elements of a synchronous iterable, in order and lazily: its iterator is asked for when the
   * first element is. Elements that are stages are not awaited. An iterable that is {@link
   * AutoCloseable} is closed at the end of each iteration (E14).
   *
   * @param elements the elements
   * @param <T> their type
   * @return a cold iterable, as far as the given one can be iterated more than once
   */
  static <T extends @Nullable Object> AsyncIterable<T> of(Iterable<? extends T> elements) {
    return Generators.of(elements);
  }

  /**
   * The values of stages, in the order of the stages: each is asked for, and awaited, when the
   * element before it has been taken. What a stage fails with is what the request fails with, and
   * ends the iteration. Otherwise as {@link #of(Iterable)} (E14).
   *
   * @param stages the stages, none of which may be null
   * @param <T> the type of their values
   * @return a cold iterable, as far as the given one can be iterated more than once
   */
  static <T extends @Nullable Object> AsyncIterable<T> fromStages(
      Iterable<? extends CompletionStage<? extends T>> stages) {
    return Generators.ofStages(stages);
  }

  /**
   * The given elements.
   *
   * @param elements the elements; the array is copied
   * @param <T> their type
   * @return a cold iterable
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T extends @Nullable Object> AsyncIterable<T> of(T... elements) {
    return Generators.of(Arrays.asList(elements.clone()));
  }

  /**
   * No elements.
   *
   * @param <T> the type of the elements that are not there
   * @return a cold iterable that ends at once
   */
  static <T extends @Nullable Object> AsyncIterable<T> empty() {
    return Generators.of(List.of());
  }

  /**
   * What a publisher publishes. Each iteration subscribes when its first element is asked for, asks
   * the publisher for one element at a time, and cancels the subscription unless the publisher has
   * ended.
   *
   * @param publisher the publisher
   * @param <T> the type of the elements, none of which is null
   * @return an iterable that is as cold as the publisher. Its requests complete on the thread on
   *     which the publisher signals; they fail with what the publisher fails with
   */
  static <T> AsyncIterable<T> fromPublisher(Flow.Publisher<? extends T> publisher) {
    return fromPublisher(publisher, 1);
  }

  /**
   * As {@link #fromPublisher(Flow.Publisher)}, for publishers to which asking costs more than an
   * element.
   *
   * @param publisher the publisher
   * @param ahead for how many elements it may be asked before they are; when half of them have been
   *     taken, it is asked for as many again
   * @param <T> the type of the elements, none of which is null
   * @return as {@link #fromPublisher(Flow.Publisher)}
   * @throws IllegalArgumentException if the number is not positive
   */
  static <T> AsyncIterable<T> fromPublisher(Flow.Publisher<? extends T> publisher, int ahead) {
    return Subscribing.of(Objects.requireNonNull(publisher, "publisher"), ahead);
  }

  /**
   * These elements for subscribers, each of which gets an iteration of its own. An element is asked
   * for when the subscriber has asked for it, and the end is found in the same way: it is told to a
   * subscriber who asks for more than there is. The subscriber is called on the thread that
   * requests, or that completes what the iteration awaits.
   *
   * <p>The iterator is closed before the subscriber is told of the end, and when it cancels. A
   * failure to close after a cancel, and what a subscriber throws, go to the {@link
   * UndeliveredFailureHandler}.
   *
   * @return a cold publisher. An element that is null fails the subscription with {@link
   *     NullPointerException}
   */
  default Flow.Publisher<T> toPublisher() {
    return new Published<>(this);
  }

  /**
   * The results of a function.
   *
   * @param mapper called with each element, when its result is asked for
   * @param <R> the type of the results
   * @return a cold iterable
   */
  default <R extends @Nullable Object> AsyncIterable<R> map(
      Function<? super T, ? extends R> mapper) {
    return Mapping.of(this, Objects.requireNonNull(mapper, "mapper"));
  }

  /**
   * Calls an asynchronous function for several elements at a time; the results come in the order of
   * the elements. For that it reads ahead: the source is asked for elements until enough calls are
   * under way (E15). Every call has ended, and the source is closed, when the iteration ends: if it
   * ends early, calls that are under way are cancelled, and what they fail with reaches only the
   * {@link UndeliveredFailureHandler}s (H26).
   *
   * @param calls how many calls may be under way
   * @param mapper called with each element, on the thread that asks for it or completes what the
   *     source awaits. What it throws, or its stage fails with, is what the request fails with
   *     whose turn it is
   * @param <R> the type of the results
   * @return a cold iterable
   * @throws IllegalArgumentException if the number is not positive
   */
  default <R extends @Nullable Object> AsyncIterable<R> mapConcurrently(
      int calls, AsyncFunction<? super T, ? extends R> mapper) {
    return ConcurrentMapping.of(this, calls, Objects.requireNonNull(mapper, "mapper"));
  }

  /**
   * The elements that a predicate accepts.
   *
   * @param predicate called with each element
   * @return a cold iterable
   */
  default AsyncIterable<T> filter(Predicate<? super T> predicate) {
    return Filtering.of(this, Objects.requireNonNull(predicate, "predicate"));
  }

  /**
   * The first elements. When they have been delivered, the next request closes the source without
   * asking it for another element (E16).
   *
   * @param count how many at most; with 0 the source is closed without having been asked
   * @return a cold iterable
   * @throws IllegalArgumentException if the count is negative
   */
  default AsyncIterable<T> take(long count) {
    return Taking.of(this, count);
  }

  /**
   * The elements up to the first one that a predicate refuses, which closes the source (E16).
   *
   * @param predicate called with each element
   * @return a cold iterable
   */
  default AsyncIterable<T> takeWhile(Predicate<? super T> predicate) {
    return TakingWhile.of(this, Objects.requireNonNull(predicate, "predicate"));
  }

  /**
   * All but the first elements.
   *
   * @param count how many to leave out
   * @return a cold iterable
   * @throws IllegalArgumentException if the count is negative
   */
  default AsyncIterable<T> drop(long count) {
    return Dropping.of(this, count);
  }

  /**
   * The elements of the iterables that a function gives, one iterable after the other. Each is
   * closed before the source is asked for the next element.
   *
   * @param mapper called with each element; a null result is a {@link NullPointerException} (E8)
   * @param <R> the type of the results
   * @return a cold iterable
   */
  default <R extends @Nullable Object> AsyncIterable<R> flatMap(
      Function<? super T, ? extends AsyncIterable<? extends R>> mapper) {
    return FlatMapping.of(this, Objects.requireNonNull(mapper, "mapper"));
  }

  /**
   * These elements, then those of another iterable, which is not asked for its iterator before this
   * one has ended and been closed.
   *
   * @param other what follows
   * @return a cold iterable
   */
  default AsyncIterable<T> concat(AsyncIterable<? extends T> other) {
    return FlatMapping.concat(this, Objects.requireNonNull(other, "other"));
  }

  /**
   * The same elements, read ahead: after the first request, the source is asked again before its
   * element is, as long as fewer than the given number wait. It runs on the thread that makes room
   * or completes what it awaits, and a failure is met when the elements before it have been taken.
   *
   * <p>A failure that was read ahead and never met, because the iterator was closed, goes to the
   * {@link UndeliveredFailureHandler}. A failure to close the source is one to close this.
   *
   * @param count how many elements may wait; with 0, nothing is read ahead
   * @return a cold iterable
   * @throws IllegalArgumentException if the count is negative
   */
  default AsyncIterable<T> prefetch(int count) {
    return Prefetching.of(this, count);
  }

  /**
   * Combines the elements.
   *
   * @param step called with what there is so far, at first the first element, and the next element
   * @return the last result of the step, or the only element; empty if there is no element. Fails
   *     with {@link NullPointerException} if that would be null. Otherwise as {@link #forEach}
   */
  default CompletableFuture<Optional<T>> reduce(BinaryOperator<T> step) {
    return Reducing.of(this, Objects.requireNonNull(step, "step"));
  }

  /**
   * Combines the elements with an initial value.
   *
   * @param initial what to begin with
   * @param step called with what there is so far and the next element
   * @param <R> the type of the result
   * @return the last result of the step, or the initial value. Otherwise as {@link #forEach}
   */
  default <R extends @Nullable Object> CompletableFuture<R> reduce(
      R initial, BiFunction<? super R, ? super T, ? extends R> step) {
    return Folding.of(this, initial, Objects.requireNonNull(step, "step"));
  }

  /**
   * Does something with each element. Starts at once, on this thread, and asks for one element at a
   * time (E15).
   *
   * @param action called with each element
   * @return completes when the iterator has been closed, which it is on every way out (E16), on the
   *     thread that ended that. Fails with what the iterator or the action failed with, or closing
   *     (E5, E6). Cancelling cancels what the iterator awaits (G20)
   */
  default CompletableFuture<@Nullable Void> forEach(Consumer<? super T> action) {
    return Visiting.of(this, Objects.requireNonNull(action, "action"));
  }

  /**
   * Whether a predicate accepts some element. The first one that it accepts ends the iteration.
   *
   * @param predicate called with each element
   * @return false if there is no element. Otherwise as {@link #forEach}
   */
  default CompletableFuture<Boolean> some(Predicate<? super T> predicate) {
    return Deciding.some(this, Objects.requireNonNull(predicate, "predicate"));
  }

  /**
   * Whether a predicate accepts every element. The first one that it refuses ends the iteration.
   *
   * @param predicate called with each element
   * @return true if there is no element. Otherwise as {@link #forEach}
   */
  default CompletableFuture<Boolean> every(Predicate<? super T> predicate) {
    return Deciding.every(this, Objects.requireNonNull(predicate, "predicate"));
  }

  /**
   * The first element that a predicate accepts, which ends the iteration.
   *
   * @param predicate called with each element
   * @return the element, or empty. Fails with {@link NullPointerException} if the element is null.
   *     Otherwise as {@link #forEach}
   */
  default CompletableFuture<Optional<T>> find(Predicate<? super T> predicate) {
    return Finding.of(this, Objects.requireNonNull(predicate, "predicate"));
  }

  /**
   * All elements.
   *
   * @return an unmodifiable list, which may hold nulls (A12). Otherwise as {@link #forEach}
   */
  default CompletableFuture<List<T>> toList() {
    return Collecting.toList(this);
  }

  /**
   * Gives all elements to a collector, one after the other; its combiner is not used.
   *
   * @param collector what to do with them
   * @param <A> the type of its container
   * @param <R> the type of the result
   * @return the collector's result. Otherwise as {@link #forEach}
   */
  default <A extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> collect(
      Collector<? super T, A, R> collector) {
    return Collecting.of(this, Objects.requireNonNull(collector, "collector"));
  }
}

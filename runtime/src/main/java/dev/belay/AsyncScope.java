package dev.belay;

import dev.belay.internal.BlockingResource;
import dev.belay.internal.Both;
import dev.belay.internal.FunctionalResource;
import dev.belay.internal.Use;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A resource that can be opened and is released on every way out (PEP 492's {@code async with}): in
 * a body with {@code T resource = using(scope)}, elsewhere with {@link #use}.
 *
 * <p>Some scopes are <b>single-use</b>: that of a resource template, whose companion is called
 * again for another, and {@link TaskGroup#scope()}. A second {@code open()} or {@code use} fails
 * with {@link IllegalStateException} and leaves the first alone (D32). All others are
 * <b>reusable</b>, also while they are open: each opening is of a new resource. {@link #map} and
 * {@link #both} give scopes that are reusable if those are that they are made of.
 *
 * @param <T> the type of the resource
 */
@FunctionalInterface
public interface AsyncScope<T extends @Nullable Object> {

  /**
   * Opens the resource and leaves closing it to the caller. Cancelling the returned future cancels
   * the opening; a resource that arrives all the same is released (D19).
   *
   * @return the open resource. Fails with what opening failed with, and then there is nothing to
   *     close (D3). Completes on the thread that completed the opening
   */
  CompletableFuture<Opened<T>> open();

  /**
   * Opens the resource, runs the body and releases the resource, whatever the body did (D1).
   *
   * @param body what to do with the resource
   * @param <R> the type of the body's result
   * @return completes after the release: with the body's result; with null if the body failed and
   *     the resource suppressed its failure (D7); or with the failure, to which a failing release
   *     is added as suppressed or which it replaces (D11). Cancelling cancels the stage that is
   *     awaited, while opening or in the body; a release is not cut short. Completes on the thread
   *     that ended the release
   */
  default <R extends @Nullable Object> CompletableFuture<R> use(
      AsyncFunction<? super T, ? extends R> body) {
    return Use.of(this, Objects.requireNonNull(body, "body"));
  }

  /**
   * The same resource, seen otherwise.
   *
   * @param mapper is given the resource when it is open, and gives what the scope hands out. If it
   *     throws, the resource is released with that failure, and opening fails
   * @param <R> the type of what the scope hands out
   * @return a scope that can be used as often as this one
   */
  default <R extends @Nullable Object> AsyncScope<R> map(Function<? super T, ? extends R> mapper) {
    Objects.requireNonNull(mapper, "mapper");
    return both(ofValue(true), (resource, ignored) -> mapper.apply(resource));
  }

  /**
   * This scope around another, as one (D14). Both are opened, this one first, and released in
   * reverse. If the other cannot be opened, or the combiner throws, what is open is released with
   * that failure, and opening fails (D15); it cannot be suppressed, since there is nothing to hand
   * out.
   *
   * @param other the inner scope
   * @param combiner makes of the two resources what the scope hands out
   * @param <U> the type of the other resource
   * @param <R> the type of what the scope hands out
   * @return a scope that can be used as often as both can
   */
  default <U extends @Nullable Object, R extends @Nullable Object> AsyncScope<R> both(
      AsyncScope<U> other, BiFunction<? super T, ? super U, ? extends R> combiner) {
    return Both.scope(
        this, Objects.requireNonNull(other, "other"), Objects.requireNonNull(combiner, "combiner"));
  }

  /**
   * A scope that hands out a value and releases nothing (Python's {@code nullcontext}, D35), for
   * the place of one that is needed only sometimes.
   *
   * @param value what to hand out
   * @param <T> its type
   * @return the scope, which can be used any number of times
   */
  static <T extends @Nullable Object> AsyncScope<T> ofValue(T value) {
    return of(
        () -> CompletableFuture.completedFuture(value),
        unused -> CompletableFuture.completedFuture(null));
  }

  /**
   * A scope of two functions. The one that closes learns of no failure and suppresses none; if both
   * it and the body fail, the body's failure stands and has the other as suppressed (D11).
   *
   * @param open acquires the resource. If it is cancelled and its stage completes with a resource
   *     all the same, the resource is closed when it arrives
   * @param close releases the resource; called once for each one acquired
   * @param <T> the type of the resource
   * @return the scope, which can be used any number of times
   */
  static <T extends @Nullable Object> AsyncScope<T> of(
      AsyncSupplier<T> open, AsyncFunction<T, ?> close) {
    return FunctionalResource.scope(
        Objects.requireNonNull(open, "open"), Objects.requireNonNull(close, "close"));
  }

  /**
   * A scope of something that closes itself (Python's {@code aclosing}, D35).
   *
   * @param open acquires the resource, as in {@link #of}
   * @param <T> the type of the resource
   * @return the scope, which can be used any number of times
   */
  static <T extends AsyncCloseable> AsyncScope<T> ofCloseable(AsyncSupplier<T> open) {
    return of(open, AsyncCloseable::closeAsync);
  }

  /**
   * A scope of a synchronous resource that is opened and closed on an executor, so that the threads
   * which run bodies are not blocked (D23).
   *
   * @param executor where to open and close. What it throws on refusing is the scope's failure
   * @param open acquires the resource; null is not allowed. It is not called if the opening is
   *     cancelled in time; if it is running by then, the resource is closed as soon as it is there,
   *     and only then does the opening fail
   * @param <T> the type of the resource
   * @return the scope, which can be used any number of times
   */
  static <T extends AutoCloseable> AsyncScope<T> blocking(Executor executor, Callable<T> open) {
    return BlockingResource.scope(
        Objects.requireNonNull(executor, "executor"), Objects.requireNonNull(open, "open"));
  }
}

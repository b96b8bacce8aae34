package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future that only its owner completes (G28): {@code complete} and {@code completeExceptionally}
 * from outside return false, the {@code obtrude} methods throw, and {@code orTimeout}, {@code
 * completeOnTimeout} and {@code completeAsync} act on a copy, which they return.
 *
 * <p>Cancelling asks the owner (G20): the future completes when the owner has unwound, perhaps with
 * something else than a cancellation (G21, G22).
 *
 * @param <T> the type of the result
 */
public class Promise<T extends @Nullable Object> extends CompletableFuture<T> {

  /** For owners. */
  protected Promise() {}

  /** Completes with a value. Callbacks run on this thread: hold no lock. */
  protected final boolean succeed(T value) {
    return super.complete(value);
  }

  /** Completes with a failure, as it is (H15). Callbacks run on this thread: hold no lock. */
  protected final boolean fail(Throwable failure) {
    return super.completeExceptionally(failure);
  }

  /**
   * Asks the owner to cancel.
   *
   * @param mayInterruptIfRunning without effect
   * @return whether the owner accepted: then this future will complete in its own time. False if it
   *     has completed, or if what it stands for cannot be cancelled
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return false;
  }

  @Override
  public final boolean complete(T value) {
    return false;
  }

  @Override
  public final boolean completeExceptionally(Throwable failure) {
    return false;
  }

  @Override
  public final void obtrudeValue(T value) {
    throw new UnsupportedOperationException("only its owner completes this future");
  }

  @Override
  public final void obtrudeException(Throwable failure) {
    throw new UnsupportedOperationException("only its owner completes this future");
  }

  @Override
  public final CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
    return copy().completeAsync(supplier);
  }

  @Override
  public final CompletableFuture<T> completeAsync(
      Supplier<? extends T> supplier, Executor executor) {
    return copy().completeAsync(supplier, executor);
  }

  @Override
  public final CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
    return copy().orTimeout(timeout, unit);
  }

  @Override
  public final CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
    return copy().completeOnTimeout(value, timeout, unit);
  }

  @Override
  public final <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}

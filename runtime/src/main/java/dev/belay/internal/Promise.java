package dev.belay.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
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
  private static final VarHandle WAITER;

  static {
    try {
      WAITER = MethodHandles.lookup().findVarHandle(Promise.class, "waiter", Driver.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The first body that awaits this; it costs no node, and is resumed after all callbacks. */
  private volatile @Nullable Driver waiter;

  /** For owners. */
  protected Promise() {}

  /**
   * Completes with a value. Callbacks and a waiting body run on this thread: hold no lock (H12).
   *
   * @param value the value
   * @return whether it was not complete before
   */
  protected final boolean succeed(@Nullable T value) {
    boolean first = super.complete(value);
    drive(takeWaiter());
    return first;
  }

  /**
   * Completes with a failure, as it is (H15). Callbacks and a waiting body run on this thread: hold
   * no lock (H12).
   *
   * @param failure the failure
   * @return whether it was not complete before
   */
  protected final boolean fail(Throwable failure) {
    boolean first = super.completeExceptionally(failure);
    drive(takeWaiter());
    return first;
  }

  private static void drive(@Nullable Driver owned) {
    if (owned != null) {
      Trampoline.run(owned);
    }
  }

  /**
   * Completes, and leaves it to the caller to run the body that has waited.
   *
   * @return a root that the calling thread owns now and must drive
   */
  final @Nullable Driver answer(@Nullable T value, @Nullable Throwable failure) {
    if (failure != null) {
      super.completeExceptionally(failure);
    } else {
      super.complete(value);
    }
    return takeWaiter();
  }

  private @Nullable Driver takeWaiter() {
    Driver waited = waiter;
    return waited == null ? null : claimed(waited);
  }

  /** Whoever completes, and a body that begins to wait meanwhile, may both try: one succeeds. */
  private @Nullable Driver claimed(Driver waited) {
    // It is not to be kept alive by a future that somebody holds on to.
    WAITER.setRelease(this, null);
    return waited.claim(this) == Claim.TAKEN ? waited : null;
  }

  /**
   * A root waits; it is claimed when this completes, perhaps before this returns. Again by the same
   * root is harmless.
   *
   * @return false if another root is waiting, and this one must use a callback
   */
  boolean awaitedBy(Driver root) {
    Driver other = (Driver) WAITER.compareAndExchange(this, null, root);
    if (other != null && other != root) {
      return false;
    }
    if (isDone()) {
      // Not takeWaiter: whoever completes may be about to forget the waiter.
      drive(claimed(root));
    }
    return true;
  }

  /** The body that waits, if it has been the first to. */
  final @Nullable Driver waiter() {
    return waiter;
  }

  /**
   * Whether this is complete, or about to be completed by somebody who cannot change his mind: then
   * a cancel comes too late, and the body that awaits this is given the outcome (F12).
   */
  boolean isDecided() {
    return isDone();
  }

  /**
   * Whether this is the end of a release, which is neither cut short nor left behind: a body that
   * is cancelled while it awaits this gets the cancellation when the release has ended (G20).
   */
  boolean isRelease() {
    return false;
  }

  /**
   * Whether the value is something that is handed over, an item or an open resource: then a
   * cancellation that is due does not take its place, since nobody else would get it, and is
   * delivered at the next await (F11).
   */
  boolean handsOver() {
    return false;
  }

  /**
   * Whether the owner has completed this without having looked at a cancel that came in time, as a
   * body does that was in a {@code finally} block: then whoever passed the cancel on, and gets a
   * value, still has it to deliver.
   */
  boolean hasIgnoredCancel() {
    return false;
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
    return stops() && fail(new CancellationException());
  }

  /**
   * The same by a body that is being closed where it awaits this, and will not look at the outcome.
   *
   * @return as {@link #cancel}
   */
  boolean abandon() {
    return stops() ? fail(new Unseen()) : cancel(true);
  }

  /**
   * Asks an owner who need not unwind: what this stands for is withdrawn at once.
   *
   * @return whether it is, so that nobody else will complete this
   */
  boolean stops() {
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
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}

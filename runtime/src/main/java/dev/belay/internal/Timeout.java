package dev.belay.internal;

import dev.belay.AsyncSupplier;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Work with a deadline (G29 to G36).
 *
 * @param <T> the type of the result
 */
public final class Timeout<T extends @Nullable Object> extends Promise<T> {
  private final CompletionStage<? extends T> work;
  private final AtomicReference<End> end = new AtomicReference<>(End.RUNNING);

  /** Null while no deadline has been set. */
  private final AtomicReference<@Nullable CompletableFuture<?>> timer = new AtomicReference<>();

  /** Who ended the work; a cancel from outside outranks the deadline (G32). */
  private enum End {
    RUNNING,
    EXPIRED,
    CANCELLED
  }

  private Timeout(CompletionStage<? extends T> work) {
    this.work = work;
  }

  /**
   * Starts work with a deadline.
   *
   * @param limit how long the work may take; null for ever
   * @param supplier starts the work
   * @param <T> the type of the result
   * @return as {@link dev.belay.Async#timeout}
   */
  public static <T extends @Nullable Object> CompletableFuture<T> of(
      @Nullable Duration limit, AsyncSupplier<T> supplier) {
    try {
      Timeout<T> timeout = waiting(supplier);
      timeout.limit(limit);
      return timeout;
    } catch (Throwable t) {
      return Settled.failure(t);
    }
  }

  /** Starts work and waits for it, without a deadline yet. */
  static <T extends @Nullable Object> Timeout<T> waiting(AsyncSupplier<T> supplier)
      throws Throwable {
    CompletionStage<? extends T> work = supplier.get();
    if (work == null) {
      throw new NullPointerException("the supplier returned null");
    }
    Timeout<T> timeout = new Timeout<>(work);
    try {
      Object unused = work.whenComplete(timeout::finished);
    } catch (Throwable t) {
      Cancelling.quietly(work); // nobody will see what it brings
      throw t;
    }
    return timeout;
  }

  /** Sets the deadline for the first time; if another has been set already, that stands. */
  void limit(@Nullable Duration limit) {
    if (limit != null && timer.get() == null && !isDone()) {
      set(limit);
    }
  }

  /**
   * Moves the deadline.
   *
   * @throws IllegalStateException if it has passed, or the work has ended or been cancelled (G35)
   */
  void reschedule(@Nullable Duration limit) {
    if (isDone() || end.get() != End.RUNNING) {
      throw new IllegalStateException(
          isDone() ? "the work has ended" : "the work is being cancelled");
    }
    set(limit);
  }

  boolean isExpired() {
    return end.get() == End.EXPIRED;
  }

  private void set(@Nullable Duration limit) {
    boolean now = limit != null && (limit.isNegative() || limit.isZero());
    CompletableFuture<@Nullable Void> next =
        limit == null || now ? new CompletableFuture<>() : Sleep.of(limit);
    CompletableFuture<?> last = timer.getAndSet(next);
    if (last != null) {
      last.cancel(false);
    }
    if (now) {
      expire();
      return;
    }
    CompletableFuture<@Nullable Void> unusedExpiry = next.thenRun(() -> expired(next));
    if (isDone()) {
      next.cancel(false); // finished before the timer could be seen
    }
  }

  /** A timer that has been replaced says nothing any more. */
  private void expired(CompletableFuture<?> by) {
    if (timer.get() == by) {
      expire();
    }
  }

  private void expire() {
    if (end.compareAndSet(End.RUNNING, End.EXPIRED)) {
      cancelWork();
    }
  }

  /** Asks the work to end because of somebody outside; it may still end otherwise (G36). */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (isDone()) {
      return false;
    }
    end.set(End.CANCELLED);
    cancelWork();
    return true;
  }

  @Override
  boolean hasIgnoredCancel() {
    return work instanceof Promise<?> promise && promise.hasIgnoredCancel();
  }

  private void cancelWork() {
    if (!Cancelling.unwinds(work)) {
      finished(null, new CancellationException());
    }
  }

  private void finished(@Nullable T value, @Nullable Throwable failure) {
    CompletableFuture<?> running = timer.get();
    if (running != null) {
      running.cancel(false);
    }
    if (failure == null) {
      succeed(value);
      return;
    }
    Throwable unwrapped = Failures.unwrapped(failure);
    if (unwrapped instanceof CancellationException && end.get() == End.EXPIRED) {
      TimeoutException timeout = new TimeoutException("the work did not end in time");
      timeout.initCause(unwrapped);
      fail(timeout);
    } else {
      fail(unwrapped);
    }
  }
}

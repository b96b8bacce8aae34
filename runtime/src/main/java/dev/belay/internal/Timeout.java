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
  private volatile @Nullable CompletableFuture<?> timer;

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
      CompletionStage<? extends T> work = supplier.get();
      if (work == null) {
        throw new NullPointerException("the supplier returned null");
      }
      Timeout<T> timeout = new Timeout<>(work);
      timeout.start(limit);
      return timeout;
    } catch (Throwable t) {
      return Settled.failure(t);
    }
  }

  private void start(@Nullable Duration limit) {
    try {
      Object unused = work.whenComplete(this::finished);
    } catch (Throwable t) {
      Cancelling.quietly(work); // nobody will see what it brings
      throw t;
    }
    if (limit == null || isDone()) {
      return;
    }
    if (limit.isNegative() || limit.isZero()) {
      expire();
      return;
    }
    CompletableFuture<@Nullable Void> sleep = Sleep.of(limit);
    timer = sleep;
    CompletableFuture<@Nullable Void> unusedExpiry = sleep.thenRun(this::expire);
    if (isDone()) {
      sleep.cancel(false); // finished before the timer could be seen
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

  private void cancelWork() {
    if (!Cancelling.unwinds(work)) {
      finished(null, new CancellationException());
    }
  }

  private void finished(@Nullable T value, @Nullable Throwable failure) {
    CompletableFuture<?> running = timer;
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

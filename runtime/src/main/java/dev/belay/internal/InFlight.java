package dev.belay.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Work that has been started by somebody who must see its end: it can be cancelled together, and
 * waited for. Work that has ended is forgotten (G19).
 */
final class InFlight {
  private final Set<Work> unfinished = new LinkedHashSet<>();
  private @Nullable None none;

  /** One piece of work, from before it starts. */
  static final class Work {
    private @Nullable CompletableFuture<?> future;
    private boolean cancelled;
  }

  /** Completes when there is no work. */
  private static final class None extends Promise<@Nullable Void> {
    private final @Nullable Runnable onCancel;

    None(@Nullable Runnable onCancel) {
      this.onCancel = onCancel;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      if (onCancel == null || isDone()) {
        return false;
      }
      onCancel.run();
      return true;
    }
  }

  synchronized Work begin() {
    Work work = new Work();
    unfinished.add(work);
    return work;
  }

  /** The work has been started, and cancelled if that was asked meanwhile. */
  void started(Work work, CompletableFuture<?> future) {
    boolean cancelled;
    synchronized (this) {
      work.future = future;
      cancelled = work.cancelled;
    }
    if (cancelled) {
      boolean unused = future.cancel(true);
    }
  }

  void ended(Work work) {
    None waiting = null;
    synchronized (this) {
      unfinished.remove(work);
      if (unfinished.isEmpty()) {
        waiting = none;
        none = null;
      }
    }
    if (waiting != null) {
      boolean unused = waiting.succeed(null);
    }
  }

  /** Whether {@link #cancelAll} came while the work was unfinished. */
  synchronized boolean isCancelled(Work work) {
    return work.cancelled;
  }

  /** Cancels in the order of starting; what starts during this call is not concerned. */
  void cancelAll() {
    List<CompletableFuture<?>> futures = new ArrayList<>();
    synchronized (this) {
      for (Work work : unfinished) {
        work.cancelled = true;
        if (work.future != null) {
          futures.add(work.future);
        }
      }
    }
    for (CompletableFuture<?> future : futures) {
      boolean unused = future.cancel(true);
    }
  }

  synchronized boolean isEmpty() {
    return unfinished.isEmpty();
  }

  synchronized int size() {
    return unfinished.size();
  }

  /**
   * Waits until there is no work; for one at a time.
   *
   * @param onCancel what cancelling the wait does; null if it cannot be cancelled
   */
  synchronized CompletableFuture<@Nullable Void> none(@Nullable Runnable onCancel) {
    if (unfinished.isEmpty()) {
      return Settled.VOID;
    }
    None waiting = new None(onCancel);
    none = waiting;
    return waiting;
  }
}

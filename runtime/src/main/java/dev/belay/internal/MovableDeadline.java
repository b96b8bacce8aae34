package dev.belay.internal;

import dev.belay.AsyncSupplier;
import dev.belay.Deadline;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A deadline, which the {@link Timeout} of its work keeps once that has begun to be waited for. */
public final class MovableDeadline implements Deadline {
  private @Nullable Duration limit;
  private boolean begun;

  /** Null before there is a stage of the work, and for ever if there is none. */
  private @Nullable Timeout<?> timeout;

  /** That the start of the work has failed. */
  private boolean failed;

  /** As {@link Deadline#in}. */
  public MovableDeadline(@Nullable Duration limit) {
    this.limit = limit;
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> limit(AsyncSupplier<T> work) {
    Objects.requireNonNull(work, "work");
    synchronized (this) {
      if (begun) {
        return Settled.misuse("a deadline limits once, and this one has been used");
      }
      begun = true;
    }
    Timeout<T> running;
    try {
      running = Timeout.waiting(work);
    } catch (Throwable t) {
      synchronized (this) {
        failed = true;
      }
      return Settled.failure(t);
    }
    Duration first;
    synchronized (this) {
      timeout = running;
      first = limit;
    }
    running.limit(first);
    return running;
  }

  @Override
  public void reschedule(@Nullable Duration next) {
    Timeout<?> running;
    synchronized (this) {
      if (!begun || failed) {
        throw new IllegalStateException(
            failed ? "the work has ended" : "the work of this deadline has not started");
      }
      running = timeout;
      limit = next;
    }
    if (running != null) {
      running.reschedule(next);
    }
  }

  @Override
  public synchronized boolean isExpired() {
    return timeout != null && timeout.isExpired();
  }
}

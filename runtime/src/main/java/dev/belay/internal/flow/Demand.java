package dev.belay.internal.flow;

import dev.belay.internal.Signal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber has asked for and not received yet; the subscription that it holds.
 *
 * <p>Its methods may be called from any thread, and also by the subscriber while it is being told
 * something: then they only leave a note, so that the stack does not grow (§3.3).
 */
final class Demand implements Subscription {
  private static final long UNBOUNDED = Long.MAX_VALUE;

  private final AtomicLong requested = new AtomicLong();
  private final AtomicReference<@Nullable Signal> waiting = new AtomicReference<>();
  private volatile @Nullable IllegalArgumentException refused;
  private volatile boolean cancelled;
  private volatile @Nullable CompletableFuture<?> publishing;

  @Override
  public void request(long count) {
    if (count <= 0) {
      refused =
          new IllegalArgumentException(
              "a subscriber must request more than nothing (3.9): " + count);
    } else {
      requested.accumulateAndGet(count, Demand::sum);
    }
    wake();
  }

  private static long sum(long before, long added) {
    long sum = before + added;
    return sum < 0 ? UNBOUNDED : sum;
  }

  @Override
  public void cancel() {
    cancelled = true;
    CompletableFuture<?> running = publishing;
    if (running != null) {
      running.cancel(true);
    }
    wake();
  }

  /** What a cancel is to reach, which may have come before. */
  void belongsTo(CompletableFuture<?> body) {
    publishing = body;
    if (cancelled) {
      body.cancel(true);
    }
  }

  private void wake() {
    Signal signal = waiting.getAndSet(null);
    if (signal != null) {
      signal.fire();
    }
  }

  boolean isCancelled() {
    return cancelled;
  }

  @Nullable IllegalArgumentException refused() {
    return refused;
  }

  /** What to await before there is something to do; null if there is. */
  @Nullable Signal missing() {
    if (isSomething()) {
      return null;
    }
    Signal signal = new Signal();
    waiting.set(signal);
    if (isSomething()) {
      waiting.set(null);
      return null;
    }
    return signal;
  }

  private boolean isSomething() {
    return requested.get() > 0 || cancelled || refused != null;
  }

  /** An element will be delivered. */
  void use() {
    if (requested.get() != UNBOUNDED) {
      requested.decrementAndGet();
    }
  }
}

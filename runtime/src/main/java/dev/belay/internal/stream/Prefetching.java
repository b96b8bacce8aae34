package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.internal.Failures;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import dev.belay.internal.Undelivered;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#prefetch}: a {@link Pump} reads ahead, and this takes what it has read. The
 * pump is cancelled and waited for on every way out.
 *
 * @param <T> the type of the elements
 */
public final class Prefetching<T extends @Nullable Object> extends GeneratorMachine<T> {
  private static final int EMPTY = 1;
  private static final int YIELDED = 2;
  private static final int CLOSING = 3;

  private @Nullable AsyncIterable<T> source;
  private final Buffer<T> buffer;
  private @Nullable CompletableFuture<?> pump;
  private @Nullable Throwable failure;

  private Prefetching(AsyncIterable<T> source, int count) {
    this.source = source;
    this.buffer = new Buffer<>(count);
  }

  /** As {@link AsyncIterable#prefetch}. */
  public static <T extends @Nullable Object> AsyncIterable<T> of(
      AsyncIterable<T> source, int count) {
    Counts.check(count);
    return count == 0 ? source : Generators.cold(() -> new Prefetching<>(source, count));
  }

  @Override
  @SuppressWarnings("NullAway") // The pump is there from the start of the run.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      pump = Pump.start(source, buffer);
      source = null;
    }
    if (at != CLOSING) {
      try {
        Object outcome = at != 0 && closing() ? END : element(at);
        if (outcome != END) {
          return outcome;
        }
      } catch (Throwable t) {
        failure = t;
      }
      buffer.abandon();
      boolean unused = pump.cancel(true);
    }
    try {
      if (at != CLOSING && pendingRelease(pump)) {
        return suspendAt(CLOSING);
      }
      Object unused = taken();
      Throwable unmet = buffer.takeFailure();
      if (unmet != null) {
        Undelivered.tell(unmet);
      }
    } catch (Throwable t) {
      if (failure == null) {
        throw t;
      }
      Failures.suppress(failure, t);
    }
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  private @Nullable Object element(int at) throws Throwable {
    if (at == EMPTY) {
      Object unused = taken();
    }
    CompletionStage<?> empty = buffer.empty();
    if (empty != null) {
      if (pending(empty)) {
        return suspendAt(EMPTY);
      }
      Object unused = taken();
    }
    if (buffer.hasElement()) {
      return yieldAt(YIELDED, buffer.take());
    }
    Throwable ended = buffer.takeFailure();
    if (ended != null) {
      throw ended;
    }
    return END;
  }

  @Override
  protected void forget() {
    source = null;
    pump = null;
    failure = null;
  }
}

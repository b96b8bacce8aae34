package dev.belay.internal;

import dev.belay.AsyncFunction;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#mapConcurrently}: reading ahead starts the calls, and their results are
 * awaited one by one. On every way out no more are started, and those under way are cancelled and
 * waited for:
 *
 * <pre>
 *   try {
 *     for (CompletableFuture&lt;R&gt; call : each(source.map(this::started).prefetch(calls - 1))) {
 *       out.yield(await(call));
 *     }
 *   } finally {
 *     underWay.cancelAll();
 *     await(underWay.none());
 *   }
 * </pre>
 *
 * @param <R> the type of the results
 */
public final class ConcurrentMapping<R extends @Nullable Object> extends GeneratorMachine<R> {
  private static final int PULLING = 1;
  private static final int AWAITING = 2;
  private static final int YIELDED = 3;
  private static final int CLOSING = 4;
  private static final int ENDING = 5;

  private final InFlight underWay = new InFlight();

  /** Those that have been started and not awaited; read ahead by another thread, perhaps. */
  private final Queue<CompletableFuture<R>> unmet = new ArrayDeque<>();

  private @Nullable AsyncIterable<CompletableFuture<R>> calls;
  private @Nullable AsyncIterator<CompletableFuture<R>> iterator;
  private @Nullable Throwable failure;

  private <T extends @Nullable Object> ConcurrentMapping(
      AsyncIterable<T> source, int calls, AsyncFunction<? super T, ? extends R> mapper) {
    this.calls =
        source.<CompletableFuture<R>>map(element -> started(mapper, element)).prefetch(calls - 1);
  }

  /** As {@link AsyncIterable#mapConcurrently}. */
  public static <T extends @Nullable Object, R extends @Nullable Object> AsyncIterable<R> of(
      AsyncIterable<T> source, int calls, AsyncFunction<? super T, ? extends R> mapper) {
    if (calls <= 0) {
      throw new IllegalArgumentException("at least one call must be allowed: " + calls);
    }
    return new Cold<>(() -> new ConcurrentMapping<R>(source, calls, mapper));
  }

  private <T extends @Nullable Object> CompletableFuture<R> started(
      AsyncFunction<? super T, ? extends R> mapper, T element) {
    InFlight.Work work = underWay.begin();
    CompletableFuture<R> call = Forked.of(() -> mapper.apply(element));
    synchronized (unmet) {
      unmet.add(call);
    }
    underWay.started(work, call);
    CompletableFuture<R> unused = call.whenComplete((value, thrown) -> underWay.ended(work));
    return call;
  }

  @Override
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at < CLOSING) {
      try {
        Object outcome = element(at);
        if (outcome != END) {
          return outcome;
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (at != ENDING) {
      try {
        if (iterator != null && closingIterator(iterator, failure)) {
          return suspendAt(CLOSING);
        }
      } catch (Throwable t) {
        failure = t;
      }
      underWay.cancelAll();
      if (pendingRelease(underWay.none(null))) {
        return suspendAt(ENDING);
      }
    }
    Object unused = taken();
    unmet.forEach(Undelivered::ifFails);
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Each reference is set until it is cleared.
  private @Nullable Object element(int at) throws Throwable {
    if (at == 0) {
      iterator = iterate(calls);
      calls = null;
    } else if (closing()) {
      return END;
    }
    if (at != AWAITING) {
      Object outcome = pulling(iterator);
      if (outcome == WAITING) {
        return suspendAt(PULLING);
      }
      if (outcome == END) {
        return END;
      }
      CompletableFuture<R> call = element(iterator, outcome);
      synchronized (unmet) {
        Object unused = unmet.remove(); // they are met in the order of their start
      }
      if (pending(call)) {
        return suspendAt(AWAITING);
      }
    }
    return yieldAt(YIELDED, (R) taken());
  }

  @Override
  protected void forget() {
    calls = null;
    iterator = null;
    failure = null;
  }
}

package dev.belay.internal.flow;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.Undelivered;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscriber;
import org.jspecify.annotations.Nullable;

/**
 * One subscription:
 *
 * <pre>
 *   for (T element : each(source)) {   // asked only when the subscriber has
 *     subscriber.onNext(element);
 *     await(demand.missing());
 *   }
 *   subscriber.onComplete();
 * </pre>
 *
 * @param <T> the type of the elements
 */
final class Publishing<T> extends MethodMachine<@Nullable Void> {
  private static final int UNASKED = 1;
  private static final int PULLING = 2;
  private static final int CLOSING = 3;

  private final Demand demand;
  private @Nullable AsyncIterable<T> source;
  private @Nullable Subscriber<? super T> subscriber;
  private @Nullable AsyncIterator<T> iterator;
  private @Nullable Throwable failure;

  private Publishing(AsyncIterable<T> source, Subscriber<? super T> subscriber, Demand demand) {
    this.source = source;
    this.subscriber = subscriber;
    this.demand = demand;
  }

  static <T> void start(AsyncIterable<T> source, Subscriber<? super T> subscriber) {
    Demand demand = new Demand();
    Publishing<T> run = new Publishing<>(source, subscriber, demand);
    subscriber.onSubscribe(demand);
    demand.belongsTo(start(run));
  }

  @Override
  @SuppressWarnings("NullAway") // The result is null.
  public @Nullable Object resume() {
    int at = resumed();
    if (at != CLOSING) {
      try {
        if (elements(at) == WAITING) {
          return WAITING;
        }
      } catch (Throwable t) {
        // A subscriber that has gone is told nothing, nor is closing part of a failure then.
        if (demand.isCancelled()) {
          Undelivered.tell(t);
        } else {
          failure = t;
        }
      }
    }
    try {
      if (iterator != null && closingIterator(iterator, failure)) {
        return suspendAt(CLOSING);
      }
    } catch (Throwable t) {
      failure = t;
    }
    end();
    return complete(null);
  }

  @SuppressWarnings("NullAway") // The iterator is there once something was asked for.
  private Object elements(int resumed) throws Throwable {
    int at = resumed;
    for (; ; ) {
      if (at == UNASKED) {
        Object unused = taken();
        at = 0;
      }
      if (at == 0) {
        CompletionStage<?> missing = demand.missing();
        if (missing != null) {
          if (pending(missing)) {
            return suspendAt(UNASKED);
          }
          Object unused = taken();
        }
        if (demand.refused() != null) {
          throw demand.refused();
        }
        if (demand.isCancelled()) {
          return END;
        }
        if (iterator == null) {
          iterator = iterate(source);
          source = null;
        }
      }
      Object outcome = pulling(iterator);
      if (outcome == WAITING) {
        return suspendAt(PULLING);
      }
      at = 0;
      if (outcome == END || demand.isCancelled()) {
        return END;
      }
      next(element(iterator, outcome));
    }
  }

  @SuppressWarnings("NullAway") // The subscriber is there until the run has ended.
  private void next(T element) {
    if (element == null) {
      throw new NullPointerException("a publisher cannot publish null (2.13)");
    }
    demand.use();
    try {
      subscriber.onNext(element);
    } catch (Throwable t) {
      // A subscriber that throws has cancelled (2.13).
      demand.cancel();
      Undelivered.tell(t);
    }
  }

  @SuppressWarnings("NullAway")
  private void end() {
    if (demand.isCancelled()) {
      if (failure != null) {
        Undelivered.tell(failure);
      }
      return;
    }
    try {
      if (failure != null) {
        subscriber.onError(failure);
      } else {
        subscriber.onComplete();
      }
    } catch (Throwable t) {
      Undelivered.tell(t);
    }
  }

  @Override
  protected void forget() {
    source = null;
    subscriber = null;
    iterator = null;
    failure = null;
  }
}

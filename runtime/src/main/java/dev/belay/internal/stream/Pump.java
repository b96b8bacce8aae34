package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.Undelivered;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source into a buffer, as far as there is room:
 *
 * <pre>
 *   for (T element : each(source)) {
 *     buffer.put(element);
 *     await(buffer.full());
 *   }
 * </pre>
 *
 * <p>What reading fails with is for the consumer to meet in its turn, and ends the buffer. Only a
 * failure to close the source fails the pump.
 *
 * @param <T> the type of the elements
 */
final class Pump<T extends @Nullable Object> extends MethodMachine<@Nullable Void> {
  private static final int PULLING = 1;
  private static final int FULL = 2;
  private static final int CLOSING = 3;

  private @Nullable AsyncIterable<T> source;
  private final Buffer<T> buffer;
  private @Nullable AsyncIterator<T> iterator;
  private @Nullable Throwable failure;

  private Pump(AsyncIterable<T> source, Buffer<T> buffer) {
    this.source = source;
    this.buffer = buffer;
  }

  static <T extends @Nullable Object> CompletableFuture<@Nullable Void> start(
      AsyncIterable<T> source, Buffer<T> buffer) {
    return start(new Pump<>(source, buffer));
  }

  @Override
  @SuppressWarnings("NullAway") // The result is null.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at != CLOSING) {
      try {
        if (elements(at) == WAITING) {
          return WAITING;
        }
      } catch (Throwable t) {
        if (buffer.isAbandoned()) {
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
      buffer.end(t);
      throw t;
    }
    buffer.end(failure);
    return complete(null);
  }

  @SuppressWarnings("NullAway") // The iterator is there once the source has given it.
  private Object elements(int resumed) throws Throwable {
    int at = resumed;
    if (at == 0) {
      iterator = iterate(source);
      source = null;
    }
    for (; ; ) {
      if (at != FULL) {
        Object outcome = pulling(iterator);
        if (outcome == WAITING) {
          return suspendAt(PULLING);
        }
        if (outcome == END) {
          return END;
        }
        buffer.put(element(iterator, outcome));
      }
      if (at == FULL) {
        Object unused = taken();
      } else {
        CompletionStage<?> full = buffer.full();
        if (full != null) {
          if (pending(full)) {
            return suspendAt(FULL);
          }
          Object unused = taken();
        }
      }
      at = 0;
    }
  }

  @Override
  protected void forget() {
    source = null;
    iterator = null;
    failure = null;
  }
}

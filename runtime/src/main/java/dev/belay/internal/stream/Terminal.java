package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.MethodMachine;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source to its end, or as far as is needed, and closes it before the result is given
 * (E16):
 *
 * <pre>
 *   for (T element : each(source)) { ... if (...) break; }
 *   return ...;
 * </pre>
 *
 * @param <T> the type of the elements
 * @param <R> the type of the result
 */
abstract class Terminal<T extends @Nullable Object, R extends @Nullable Object>
    extends MethodMachine<R> {
  private static final int PULLING = 1;
  private static final int CLOSING = 2;

  private @Nullable AsyncIterable<T> source;
  private @Nullable AsyncIterator<T> iterator;
  private @Nullable Throwable failure;

  Terminal(AsyncIterable<T> source) {
    this.source = source;
  }

  /** Prepares, before the source is asked for anything. */
  void begin() {}

  /**
   * Looks at an element.
   *
   * @return whether to ask for the next one
   */
  abstract boolean on(T element);

  /** The result, when the source has been closed. */
  abstract R result();

  @Override
  @SuppressWarnings("NullAway") // The iterator is there once the source has given it.
  public final @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at != CLOSING) {
      try {
        if (at == 0) {
          begin();
          iterator = iterate(source);
          source = null;
        }
        Object outcome;
        do {
          outcome = pulling(iterator);
          if (outcome == WAITING) {
            return suspendAt(PULLING);
          }
        } while (outcome != END && on(element(iterator, outcome)));
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (iterator != null && closingIterator(iterator, failure)) {
      return suspendAt(CLOSING);
    }
    if (failure != null) {
      throw failure;
    }
    return complete(result());
  }

  @Override
  protected void forget() {
    source = null;
    iterator = null;
    failure = null;
  }
}

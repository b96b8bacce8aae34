package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import org.jspecify.annotations.Nullable;

/**
 * An operator that reads one source and looks at its elements one by one (E15), closing the source
 * on every way out (E16):
 *
 * <pre>
 *   for (T element : each(source)) { ... out.yield(...); ... }
 * </pre>
 *
 * @param <T> the type of the source's elements
 * @param <R> the type of the operator's elements
 */
abstract class Operator<T extends @Nullable Object, R extends @Nullable Object>
    extends GeneratorMachine<R> {
  /** The element that was looked at leads to none of ours. */
  static final Object NEXT = new Object();

  private static final int PULLING = 1;
  private static final int YIELDED = 2;
  private static final int CLOSING = 3;

  private @Nullable AsyncIterable<? extends T> source;
  private @Nullable AsyncIterator<? extends T> iterator;
  private @Nullable Throwable failure;

  Operator(AsyncIterable<? extends T> source) {
    this.source = source;
  }

  /**
   * Whether to ask the source at all.
   *
   * @return false to end here
   */
  boolean wantsMore() {
    return true;
  }

  /**
   * Looks at an element.
   *
   * @param element of the source
   * @return what {@link #emit} returns; {@link #NEXT}; or {@link #END} to end here
   */
  abstract @Nullable Object on(T element);

  final @Nullable Object emit(R element) {
    return yieldAt(YIELDED, element);
  }

  @Override
  @SuppressWarnings("NullAway") // The iterator is there once the source has given it.
  public final @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at != CLOSING) {
      try {
        if (at == 0) {
          iterator = iterate(source);
          source = null;
        }
        if (at == 0 || !closing()) {
          while (wantsMore()) {
            Object outcome = pulling(iterator);
            if (outcome == WAITING) {
              return suspendAt(PULLING);
            }
            Object emitted = outcome == END ? END : on(element(iterator, outcome));
            if (emitted == END) {
              break;
            }
            if (emitted != NEXT) {
              return emitted;
            }
          }
        }
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
    return END;
  }

  @Override
  protected void forget() {
    source = null;
    iterator = null;
    failure = null;
  }
}

package dev.belay.internal.stream;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#flatMap}:
 *
 * <pre>
 *   for (T element : each(source)) {
 *     for (R result : each(mapper.apply(element))) out.yield(result);
 *   }
 * </pre>
 *
 * @param <T> the type of the source's elements
 * @param <R> the type of the results
 */
public final class FlatMapping<T extends @Nullable Object, R extends @Nullable Object>
    extends GeneratorMachine<R> {
  private static final int PULLING_OUTER = 1;
  private static final int PULLING_INNER = 2;
  private static final int YIELDED = 3;
  private static final int CLOSING_INNER = 4;
  private static final int CLOSING_OUTER = 5;

  private @Nullable AsyncIterable<T> source;
  private @Nullable Function<? super T, ? extends AsyncIterable<? extends R>> mapper;
  private @Nullable AsyncIterator<T> outer;
  private @Nullable AsyncIterator<? extends R> inner;
  private @Nullable Throwable failure;

  /** Whether the body returns when the inner iterator is closed. */
  private boolean leaving;

  private FlatMapping(
      AsyncIterable<T> source, Function<? super T, ? extends AsyncIterable<? extends R>> mapper) {
    this.source = source;
    this.mapper = mapper;
  }

  /** As {@link AsyncIterable#flatMap}. */
  public static <T extends @Nullable Object, R extends @Nullable Object> AsyncIterable<R> of(
      AsyncIterable<T> source, Function<? super T, ? extends AsyncIterable<? extends R>> mapper) {
    return Generators.cold(() -> new FlatMapping<T, R>(source, mapper));
  }

  /** As {@link AsyncIterable#concat}. */
  public static <T extends @Nullable Object> AsyncIterable<T> concat(
      AsyncIterable<T> first, AsyncIterable<? extends T> second) {
    return of(AsyncIterable.<AsyncIterable<? extends T>>of(first, second), Function.identity());
  }

  @Override
  @SuppressWarnings("NullAway") // Each reference is set when it is needed.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at != CLOSING_OUTER) {
      try {
        Object outcome = elements(at);
        if (outcome != END) {
          return outcome;
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (outer != null && closingIterator(outer, failure)) {
      return suspendAt(CLOSING_OUTER);
    }
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @SuppressWarnings("NullAway")
  private @Nullable Object elements(int resumed) throws Throwable {
    int at = resumed;
    if (at == 0) {
      outer = iterate(source);
      source = null;
    }
    for (; ; ) {
      if (inner == null) {
        if (at == PULLING_OUTER && closing()) {
          return END;
        }
        Object outcome = pulling(outer);
        if (outcome == WAITING) {
          return suspendAt(PULLING_OUTER);
        }
        at = 0;
        if (outcome == END) {
          return END;
        }
        inner = iterate(mapper.apply(element(outer, outcome)));
      }
      Object outcome = innerElement(at);
      if (outcome != END) {
        return outcome;
      }
      at = 0;
      inner = null;
      if (leaving) {
        return END;
      }
    }
  }

  @SuppressWarnings("NullAway")
  private @Nullable Object innerElement(int at) throws Throwable {
    if (at != CLOSING_INNER) {
      try {
        if (at != 0 && closing()) {
          leaving = true;
        } else {
          Object outcome = pulling(inner);
          if (outcome == WAITING) {
            return suspendAt(PULLING_INNER);
          }
          if (outcome != END) {
            return yieldAt(YIELDED, element(inner, outcome));
          }
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (closingIterator(inner, failure)) {
      return suspendAt(CLOSING_INNER);
    }
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @Override
  protected void forget() {
    source = null;
    mapper = null;
    outer = null;
    inner = null;
    failure = null;
  }
}

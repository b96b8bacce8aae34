package dev.belay.machines;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   try {
 *     for (T element : each(inner)) out.yield(element);
 *   } finally {
 *     trace.add("relay closed");
 *   }
 * </pre>
 */
final class Relay<T> extends GeneratorMachine<T> {
  private AsyncIterable<T> inner;
  private List<String> trace;
  private AsyncIterator<T> iterator;
  private Throwable failure;

  private Relay(AsyncIterable<T> inner, List<String> trace) {
    this.inner = inner;
    this.trace = trace;
  }

  static <T> AsyncIterable<T> of(AsyncIterable<T> inner, List<String> trace) {
    return Generators.cold(() -> new Relay<>(inner, trace));
  }

  @Override
  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    try {
      if (at == 0) {
        iterator = iterate(inner);
      }
      leave:
      if (at != 3) {
        try {
          for (; ; ) {
            if (at <= 1) {
              if (at == 1 && closing()) {
                break leave;
              }
              Object outcome = pulling(iterator);
              if (outcome == WAITING) {
                return suspendAt(1);
              }
              at = 0;
              if (outcome == END) {
                break;
              }
              return yieldAt(2, element(iterator, outcome));
            }
            if (closing()) {
              break leave;
            }
            at = 0;
          }
        } catch (Throwable t) {
          failure = t;
        }
      }
      if (closingIterator(iterator, failure)) {
        return suspendAt(3);
      }
      if (failure != null) {
        throw failure;
      }
      return END;
    } finally {
      if (running()) {
        trace.add("relay closed");
      }
    }
  }

  @Override
  protected void forget() {
    inner = null;
    trace = null;
    iterator = null;
    failure = null;
  }
}

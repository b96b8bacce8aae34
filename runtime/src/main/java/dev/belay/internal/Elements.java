package dev.belay.internal;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A run through a synchronous iterable, which it closes if that is what the iterable wants (E14).
 */
final class Elements<T extends @Nullable Object> extends GeneratorMachine<T> {
  private @Nullable Iterable<? extends T> elements;
  private @Nullable Iterator<? extends T> iterator;

  Elements(Iterable<? extends T> elements) {
    this.elements = elements;
  }

  @Override
  @SuppressWarnings("NullAway") // Both references are set until the run has ended.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    Throwable failure = null;
    try {
      if (at == 0) {
        iterator = elements.iterator();
      } else if (closing()) {
        return END;
      }
      return iterator.hasNext() ? yieldAt(1, iterator.next()) : END;
    } catch (Throwable t) {
      failure = t;
      throw t;
    } finally {
      if (running() && elements instanceof AutoCloseable closeable) {
        close(closeable, failure);
      }
    }
  }

  static void close(AutoCloseable closeable, @Nullable Throwable failure) throws Exception {
    try {
      closeable.close();
    } catch (Throwable t) {
      if (failure == null) {
        throw t;
      }
      Failures.suppress(failure, t);
    }
  }

  @Override
  protected void forget() {
    elements = null;
    iterator = null;
  }
}

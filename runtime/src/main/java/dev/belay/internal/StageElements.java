package dev.belay.internal;

import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A run through stages, each of which is awaited when its turn comes (E14). */
final class StageElements<T extends @Nullable Object> extends GeneratorMachine<T> {
  private static final int AWAITING = 1;
  private static final int YIELDED = 2;

  private @Nullable Iterable<? extends CompletionStage<? extends T>> stages;
  private @Nullable Iterator<? extends CompletionStage<? extends T>> iterator;

  StageElements(Iterable<? extends CompletionStage<? extends T>> stages) {
    this.stages = stages;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Both references are set until the run has ended.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    Throwable failure = null;
    try {
      if (at == 0) {
        iterator = stages.iterator();
      } else if (closing()) {
        return END;
      }
      if (at != AWAITING) {
        if (!iterator.hasNext()) {
          return END;
        }
        if (pending(iterator.next())) {
          return suspendAt(AWAITING);
        }
      }
      return yieldAt(YIELDED, (T) taken());
    } catch (Throwable t) {
      failure = t;
      throw t;
    } finally {
      if (running() && stages instanceof AutoCloseable closeable) {
        Elements.close(closeable, failure);
      }
    }
  }

  @Override
  protected void forget() {
    stages = null;
    iterator = null;
  }
}

package dev.belay.faults;

import dev.belay.AsyncIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Pulls an iterator to its end and closes it; may cancel a pull, or close in the middle of one. */
class Pulling extends Exercise {
  private final AsyncIterator<?> iterator;
  private final List<Object> elements = new ArrayList<>();
  private @Nullable CompletableFuture<Boolean> advance;
  private boolean closed;

  Pulling(AsyncIterator<?> iterator) {
    this.iterator = iterator;
  }

  /** Asks for the next element. */
  CompletionStage<Boolean> request(int elementsSoFar) {
    return iterator.advance();
  }

  @Override
  final boolean step() {
    if (closed || (advance != null && !advance.isDone())) {
      return false;
    }
    if (advance != null) {
      if (advance.isCompletedExceptionally() || !advance.join()) {
        close();
        return true;
      }
      elements.add(iterator.current());
    }
    advance = kept(request(elements.size()));
    return true;
  }

  private void close() {
    closed = true;
    Object unused = kept(iterator.closeAsync());
  }

  @Override
  final boolean isOver() {
    return closed && super.isOver();
  }

  @Override
  final void disturb(Fault fault) {
    if (fault == Fault.CLOSES) {
      // Not the last close: a body that closes itself is refused, and must be closed afterwards.
      Object unused = kept(iterator.closeAsync());
    } else if (advance != null) {
      advance.cancel(true);
    }
  }

  @Override
  final List<?> delivered() {
    return elements;
  }
}

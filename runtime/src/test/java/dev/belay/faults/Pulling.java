package dev.belay.faults;

import dev.belay.AsyncIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Pulls an iterator to its end and closes it; may cancel a pull, or close in the middle of one. */
final class Pulling extends Exercise {
  private final AsyncIterator<?> iterator;
  private final List<Object> elements = new ArrayList<>();
  private CompletableFuture<Boolean> advance;
  private boolean closed;

  Pulling(AsyncIterator<?> iterator) {
    this.iterator = iterator;
  }

  @Override
  boolean step() {
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
    advance = kept(iterator.advance());
    return true;
  }

  private void close() {
    closed = true;
    Object unused = kept(iterator.closeAsync());
  }

  @Override
  boolean isOver() {
    return closed && super.isOver();
  }

  @Override
  void disturb(Fault fault) {
    if (fault == Fault.CLOSES) {
      // Not the last close: a body that closes itself is refused, and must be closed afterwards.
      Object unused = kept(iterator.closeAsync());
    } else if (advance != null) {
      advance.cancel(true);
    }
  }

  @Override
  List<Object> delivered() {
    return elements;
  }
}

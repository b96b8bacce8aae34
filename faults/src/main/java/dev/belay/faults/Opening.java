package dev.belay.faults;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Opens a scope by hand and closes it; may cancel the opening, or close twice. */
final class Opening extends Exercise {
  private final CompletableFuture<? extends Opened<?>> opening;
  private final List<Object> values = new ArrayList<>();
  private boolean closed;

  Opening(AsyncScope<?> scope) {
    this.opening = kept(open(scope));
  }

  private static <T> CompletableFuture<Opened<T>> open(AsyncScope<T> scope) {
    return scope.open();
  }

  @Override
  boolean step() {
    if (closed || !opening.isDone() || opening.isCompletedExceptionally()) {
      return false;
    }
    closed = true;
    values.add(opening.join().value());
    // The second shares the outcome of the first, which counts once.
    Object unused = kept(opening.join().close(null));
    Object unusedAgain = opening.join().close(null);
    return true;
  }

  @Override
  boolean isOver() {
    return super.isOver() && (closed || opening.isDone());
  }

  @Override
  void disturb(Fault fault) {
    boolean unused = opening.cancel(true);
  }

  @Override
  List<?> delivered() {
    return values;
  }
}

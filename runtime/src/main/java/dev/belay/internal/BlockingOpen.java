package dev.belay.internal;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The opening of a synchronous resource, as a task for an executor. Cancelled before it runs, it
 * does not run; cancelled while it runs, it closes what it has opened and then fails.
 */
final class BlockingOpen<T extends AutoCloseable> extends Promise<T> implements Runnable {
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private final Callable<T> open;

  private enum State {
    WAITING,
    RUNNING,
    CANCELLED,
    ENDED
  }

  BlockingOpen(Callable<T> open) {
    this.open = open;
  }

  @Override
  public void run() {
    if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
      return;
    }
    T resource;
    try {
      resource = Objects.requireNonNull(open.call(), "the resource");
    } catch (Throwable t) {
      state.set(State.ENDED);
      fail(t);
      return;
    }
    if (state.compareAndSet(State.RUNNING, State.ENDED)) {
      succeed(resource);
    } else {
      fail(closed(resource));
    }
  }

  /** The executor has thrown: a task that has not begun fails, another goes its own way. */
  void refused(Throwable refusal) {
    if (state.compareAndSet(State.WAITING, State.ENDED)) {
      fail(refusal);
    }
  }

  private static CancellationException closed(AutoCloseable resource) {
    CancellationException cancellation = new CancellationException();
    try {
      resource.close();
    } catch (Throwable t) {
      cancellation.addSuppressed(t);
    }
    return cancellation;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (state.compareAndSet(State.WAITING, State.CANCELLED)) {
      fail(new CancellationException());
      return true;
    }
    return state.compareAndSet(State.RUNNING, State.CANCELLED)
        || (state.get() == State.CANCELLED && !isDone());
  }
}

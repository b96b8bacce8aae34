package dev.belay.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a stack will undo, and how far that has come. Moving a stack moves this object, so that a
 * scope that is being opened meanwhile is registered with the new owner.
 */
final class Exits {
  private final Deque<Exit> exits = new ArrayDeque<>();
  private final InFlight openings = new InFlight();
  private @Nullable Closing closing;
  private boolean closed;

  /** The thread that runs an exit at the moment. */
  private volatile @Nullable Thread running;

  /** The stage of the unwinding, which cannot be cancelled. */
  static final class Closing extends Promise<@Nullable Void> {
    private boolean suppressed;

    /** Whether the failure that the stack was left with has been suppressed. */
    boolean suppressed() {
      return suppressed;
    }

    @Override
    boolean isRelease() {
      return true;
    }

    void end(@Nullable Boolean suppressed, @Nullable Throwable failure) {
      this.suppressed = Boolean.TRUE.equals(suppressed);
      boolean unused = failure == null ? succeed(null) : fail(failure);
    }
  }

  synchronized void add(Exit exit) {
    if (closed) {
      throw new IllegalStateException("the stack has been closed");
    }
    exits.push(exit);
  }

  /** Before a scope is opened; from now on the stack is not closed before that has ended. */
  synchronized InFlight.Work opening() {
    if (closed) {
      throw new IllegalStateException("the stack has been closed");
    }
    return openings.begin();
  }

  InFlight openings() {
    return openings;
  }

  synchronized boolean isOpen() {
    return closing == null;
  }

  /**
   * Undoes everything, unless that has been done or begun.
   *
   * @param failure what the stack is left with; null if nothing
   * @return null if it has been done
   */
  @Nullable Closing close(@Nullable Throwable failure) {
    Closing begun = new Closing();
    synchronized (this) {
      if (closed) {
        return null;
      }
      if (closing != null) {
        return closing;
      }
      closing = begun;
    }
    CompletableFuture<Boolean> unused =
        Unwinding.start(new Unwinding(this, failure)).whenComplete(begun::end);
    return begun;
  }

  /** Openings depend on what was registered before, so that they end first. */
  CompletableFuture<@Nullable Void> noOpenings() {
    openings.cancelAll();
    return openings.none(null);
  }

  /** What is to be undone next; null if nothing is there, and then it is final if nothing opens. */
  synchronized @Nullable Exit next() {
    Exit next = exits.poll();
    closed |= next == null && openings.isEmpty();
    return next;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  void running(boolean now) {
    running = now ? Thread.currentThread() : null;
  }

  /** Whether the current thread is inside of an exit, which cannot wait for itself. */
  boolean isRunningHere() {
    return running == Thread.currentThread();
  }

  @Override
  public synchronized String toString() {
    return (closed ? "closed" : closing != null ? "closing" : "open")
        + ", exits="
        + exits.size()
        + ", opening="
        + openings.size();
  }
}

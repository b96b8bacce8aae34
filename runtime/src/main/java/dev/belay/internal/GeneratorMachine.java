package dev.belay.internal;

import dev.belay.AsyncIterator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a generator's body, and the iterator over it: what a child is polled for, and the
 * public protocol of a root (clauses A).
 *
 * @param <T> the type of the elements
 */
public abstract class GeneratorMachine<T extends @Nullable Object> extends YieldingMachine<T>
    implements AsyncIterator<T> {
  private static final VarHandle CLOSED;

  static {
    try {
      CLOSED =
          MethodHandles.lookup().findVarHandle(GeneratorMachine.class, "closed", Closed.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The advance in flight; null while it has not been handed out. */
  private @Nullable Step step;

  /** Handed out by a close that could not be carried out at once; shared by later ones (A30). */
  private volatile @Nullable Closed closed;

  /** Whether the request being driven is a close. */
  private boolean closing;

  /** For generated machines. */
  protected GeneratorMachine() {}

  /** For a parent that closes its child: {@link #END} or {@link #PENDING}. */
  final int close(Driver root) throws Throwable {
    if (finished()) {
      return END;
    }
    int outcome = unwind(root);
    if (outcome == END && refusedToClose()) {
      throw new IllegalStateException("the generator yielded while it was being closed");
    }
    return outcome;
  }

  @Override
  public final T current() {
    return yielded("there is no element: advance() has not completed with true");
  }

  @Override
  public final CompletionStage<Boolean> advance() {
    for (; ; ) {
      long p = phase();
      if (Phase.state(p) == Phase.IDLE) {
        long running = Phase.running(p);
        if (changePhase(p, running)) {
          return advanced(running);
        }
      } else if (Phase.mine(p)) {
        return Settled.misuse("the body of a generator asked itself for an element");
      } else if (!Phase.has(p, Phase.CLOSE | Phase.CLOSING)) {
        return Settled.misuse("advance() was called while the last one was unfinished");
      } else {
        Closed unwinding = sharedClosed();
        if (Phase.has(phase(), Phase.CLOSE | Phase.CLOSING)) {
          return unwinding.handle((nothing, failure) -> false);
        }
        // The unwinding ended before the stage was shared, and nobody will complete it.
      }
    }
  }

  private CompletionStage<Boolean> advanced(long running) {
    int outcome;
    Throwable failure = null;
    try {
      outcome = pull(this);
    } catch (Throwable t) {
      outcome = END;
      failure = t;
    }
    if (outcome == PENDING) {
      Step handedOut = new Step();
      step = handedOut;
      if (attached()) {
        drive();
      }
      return handedOut;
    }
    if (!changePhase(running, Phase.idle(running)) && answered(null, false, null)) {
      drive();
    }
    if (failure != null) {
      return Settled.failure(failure);
    }
    return outcome == ELEMENT ? Settled.TRUE : Settled.FALSE;
  }

  @Override
  public final CompletionStage<@Nullable Void> closeAsync() {
    Closed handedOut = null;
    for (; ; ) {
      long p = phase();
      if (Phase.state(p) == Phase.IDLE) {
        if (changePhase(p, Phase.running(p) | Phase.CLOSING)) {
          return closedNow(handedOut);
        }
      } else if (Phase.mine(p)) {
        return Settled.misuse("the body of a generator tried to close it");
      } else {
        handedOut = sharedClosed();
        // Anew: if the phase was closing before the stage was shared, it may have been answered.
        p = phase();
        if (Phase.state(p) != Phase.IDLE
            && (Phase.has(p, Phase.CLOSE | Phase.CLOSING) || signal(p, Phase.CLOSE))) {
          return handedOut;
        }
      }
    }
  }

  private CompletionStage<@Nullable Void> closedNow(@Nullable Closed handedOut) {
    beginClosing();
    dropYielded();
    try {
      if (close(this) == PENDING) {
        Closed waiting = sharedClosed();
        if (attached()) {
          drive();
        }
        return waiting;
      }
    } catch (Throwable t) {
      closingAnswered(t, null);
      return handedOut != null ? handedOut : Settled.failure(t);
    }
    closingAnswered(null, null);
    return handedOut != null ? handedOut : Settled.VOID;
  }

  private Closed sharedClosed() {
    Closed mine = new Closed();
    Closed others = (Closed) CLOSED.compareAndExchange(this, null, mine);
    return others != null ? others : mine;
  }

  private void beginClosing() {
    closing = true;
    shield();
  }

  @Override
  final void injectClose() {
    beginClosing();
  }

  @Override
  final boolean step() {
    for (; ; ) {
      int outcome;
      try {
        outcome = closing ? close(this) : pull(this);
      } catch (Throwable t) {
        if (!answered(step, false, t)) {
          return false;
        }
        continue;
      }
      if (outcome == PENDING) {
        return true;
      }
      if (!answered(step, outcome == ELEMENT, null)) {
        return false;
      }
    }
  }

  /**
   * Answers the request in flight.
   *
   * @return true if a close has come in meanwhile and is this thread's to carry out (A32)
   */
  private boolean answered(@Nullable Step waiting, boolean more, @Nullable Throwable failure) {
    step = null;
    if (closing) {
      closingAnswered(failure, waiting);
      return false;
    }
    for (; ; ) {
      long p = phase();
      if (!Phase.has(p, Phase.CLOSE)) {
        if (changePhase(p, Phase.next(Phase.idle(p)))) {
          complete(waiting, more, failure);
          return false;
        }
      } else if (changePhase(p, Phase.outside(p) & ~Phase.CLOSE | Phase.CLOSING)) {
        complete(waiting, more, failure);
        setPhase(Phase.running(phase()));
        beginClosing();
        return true;
      }
    }
  }

  private void complete(
      @Nullable Step waiting, boolean more, @Nullable Throwable failure) {
    if (waiting != null) {
      waiting.answer(more, failure);
    }
  }

  private void closingAnswered(@Nullable Throwable failure, @Nullable Step interrupted) {
    closing = false;
    unshield();
    setPhase(Phase.next(Phase.idle(phase())));
    complete(interrupted, false, interrupted == null ? null : new CancellationException());
    Closed waiting = (Closed) CLOSED.getAndSet(this, null);
    if (waiting != null) {
      waiting.answer(failure);
    }
  }

  @Override
  final @Nullable CompletableFuture<?> ownStage() {
    return step;
  }

  /** The stage of an advance; cancelling it cancels the await at which the body stands (G20). */
  private final class Step extends Promise<Boolean> {

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      for (; ; ) {
        long p = phase();
        if (Phase.state(p) == Phase.IDLE
            || Phase.has(p, Phase.CLOSE | Phase.CLOSING)
            || step != this) {
          return false;
        }
        if (signal(p, Phase.CANCEL)) {
          return true;
        }
      }
    }

    void answer(boolean more, @Nullable Throwable failure) {
      if (failure != null) {
        fail(failure);
      } else {
        succeed(more);
      }
    }
  }

  /** The stage of a close. A release is not cut short, so that it cannot be cancelled. */
  private static final class Closed extends Promise<@Nullable Void> {

    void answer(@Nullable Throwable failure) {
      if (failure != null) {
        fail(failure);
      } else {
        succeed(null);
      }
    }
  }
}

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
      CLOSED = MethodHandles.lookup().findVarHandle(GeneratorMachine.class, "closed", Closed.class);
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

  /** For a parent that closes its child: whether it waits. */
  final boolean close(Driver root) throws Throwable {
    if (finished()) {
      return false;
    }
    boolean waits;
    try {
      waits = unwind(root);
    } catch (Throwable t) {
      Throwable left = root.takeLeft();
      if (left != null) {
        Failures.suppress(t, left);
      }
      throw t;
    }
    Throwable left = waits ? null : root.takeLeft();
    if (left != null) {
      throw left;
    }
    if (!waits && refusedToClose()) {
      throw new IllegalStateException("the generator yielded while it was being closed");
    }
    return waits;
  }

  @Override
  public final T current() {
    return yielded("there is no element: advance() has not completed with true");
  }

  @Override
  public final CompletionStage<Boolean> advance() {
    return request(null);
  }

  /**
   * Asks for the next element.
   *
   * @param answer what the yield at which the body stands is answered with; null for an advance
   */
  final CompletionStage<Boolean> request(@Nullable Answer answer) {
    for (; ; ) {
      long p = phase();
      if (Phase.state(p) == Phase.IDLE) {
        long running = Phase.running(p);
        if (changePhase(p, running)) {
          return requested(running, answer);
        }
      } else if (Phase.inBody(p)) {
        return misuse("the body of a generator asked itself for an element", answer);
      } else if (!Phase.has(p, Phase.CLOSE | Phase.CLOSING)) {
        return misuse("an element was asked for while the last request was unfinished", answer);
      } else {
        Closed unwinding = sharedClosed();
        if (Phase.has(phase(), Phase.CLOSE | Phase.CLOSING)) {
          return afterwards(unwinding, answer);
        }
        // The unwinding ended before the stage was shared, and nobody will complete it.
      }
    }
  }

  /**
   * Takes the answer to the yield, on the owner's thread and before the body goes on.
   *
   * @return what the request fails with at once; null if the body is to go on
   */
  @Nullable Throwable refusal(Answer answer) {
    throw new AssertionError("only a two-way generator is answered");
  }

  private static CompletionStage<Boolean> misuse(String message, @Nullable Answer answer) {
    Throwable reason = new IllegalStateException(message);
    return Settled.failure(answer == null ? reason : answer.refusedBecause(reason));
  }

  /** A request that finds the run being closed is answered when that has ended (A33, A44). */
  private static CompletionStage<Boolean> afterwards(Closed unwinding, @Nullable Answer answer) {
    Throwable raised = answer == null ? null : answer.failure();
    if (raised == null) {
      return unwinding.handle((nothing, failure) -> false);
    }
    CompletableFuture<Boolean> failed = new CompletableFuture<>();
    Object unused =
        unwinding.whenComplete((nothing, failure) -> failed.completeExceptionally(raised));
    return failed;
  }

  private CompletionStage<Boolean> requested(long running, @Nullable Answer answer) {
    Object outcome = END;
    Throwable failure = answer == null ? null : refusal(answer);
    if (failure == null) {
      try {
        outcome = pull(this);
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (outcome == WAITING) {
      Step handedOut = new Step();
      step = handedOut;
      driveOn(this);
      return handedOut;
    }
    if (!changePhase(running, Phase.idle(running))) {
      driveOn(answered(null, false, null));
    }
    if (failure != null) {
      return Settled.failure(failure);
    }
    return outcome == END ? Settled.FALSE : Settled.TRUE;
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
      } else if (Phase.inBody(p)) {
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
    Throwable failure = null;
    try {
      if (close(this)) {
        Closed waiting = sharedClosed();
        driveOn(this);
        return waiting;
      }
    } catch (Throwable t) {
      failure = t;
    }
    driveOn(closingAnswered(failure, null));
    return handedOut != null
        ? handedOut
        : failure == null ? Settled.VOID : Settled.failure(failure);
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
  final @Nullable Driver step() {
    if (Call.goOn(this)) {
      return this;
    }
    closesAfterStage();
    Object outcome = END;
    Throwable failure = null;
    try {
      if (!closing) {
        outcome = pull(this);
      } else if (close(this)) {
        outcome = WAITING;
      }
    } catch (Throwable t) {
      failure = t;
    }
    return outcome == WAITING ? this : answered(step, outcome != END, failure);
  }

  /**
   * Answers the request in flight, and carries out a close that has come in meanwhile (A32).
   *
   * @return as {@link #step()}
   */
  private @Nullable Driver answered(
      @Nullable Step waiting, boolean more, @Nullable Throwable failure) {
    step = null;
    if (closing) {
      return closingAnswered(failure, waiting);
    }
    for (; ; ) {
      long p = phase();
      if (!Phase.has(p, Phase.CLOSE)) {
        if (waiting != null) {
          waiting.ignoredCancel = Phase.has(p, Phase.CANCEL);
        }
        if (changePhase(p, Phase.next(Phase.idle(p)))) {
          return waiting == null ? null : waiting.answer(more, failure);
        }
      } else if (changePhase(p, (Phase.outside(p) & ~Phase.CLOSE) | Phase.CLOSING)) {
        if (waiting != null) {
          waiting.settle(more, failure);
        }
        setPhase(Phase.running(phase()));
        beginClosing();
        return step();
      }
    }
  }

  private @Nullable Driver closingAnswered(
      @Nullable Throwable failure, @Nullable Step interrupted) {
    closing = false;
    unshield();
    setPhase(Phase.next(Phase.idle(phase())));
    if (interrupted != null) {
      interrupted.settle(false, new CancellationException());
    }
    if (closed == null) {
      return null;
    }
    Closed waiting = (Closed) CLOSED.getAndSet(this, null);
    return waiting == null ? null : waiting.answer(null, failure);
  }

  @Override
  final @Nullable CompletableFuture<?> ownStage() {
    return step;
  }

  /** The stage of an advance; cancelling it cancels the await at which the body stands (G20). */
  private final class Step extends Promise<Boolean> {
    /** Written before the completion, and read after it. */
    private boolean ignoredCancel;

    /** Between its answer and this completion the body hears no cancel. */
    @Override
    boolean isDecided() {
      return isDone() || Phase.state(phase()) == Phase.IDLE;
    }

    @Override
    boolean hasIgnoredCancel() {
      return ignoredCancel;
    }

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

    void settle(boolean more, @Nullable Throwable failure) {
      boolean unused = failure != null ? fail(failure) : succeed(more);
    }
  }

  /** The stage of a close. A release is not cut short, so that it cannot be cancelled. */
  private static final class Closed extends Promise<@Nullable Void> {

    @Override
    boolean isRelease() {
      return true;
    }
  }
}

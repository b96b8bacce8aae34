package dev.belay.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One run of an asynchronous method's body. A root, if its caller holds a future; a child if it is
 * a {@link Call}, or a method of a resource class, which its {@link ClassMachine} calls.
 *
 * @param <T> the type of the result
 */
public abstract class MethodMachine<T extends @Nullable Object> extends Machine {
  /** What a call has completed with that had waited, until its caller takes it. */
  private @Nullable T result;

  private @Nullable Task<T> task;

  /** For generated machines. */
  protected MethodMachine() {}

  /**
   * Runs a body at once, on this thread, up to its first real suspension (H7).
   *
   * @param machine a run that has not started
   * @param <T> the type of the result
   * @return completes when the run has ended, on the thread that ended it
   */
  public static <T extends @Nullable Object> CompletableFuture<T> start(MethodMachine<T> machine) {
    return Trampoline.start(machine);
  }

  /**
   * Leaves the body with a result.
   *
   * @param value the result
   * @return the result
   */
  protected final @Nullable Object complete(T value) {
    return value;
  }

  @Override
  final boolean ends(@Nullable Object outcome) {
    return outcome != WAITING;
  }

  /**
   * A body of the same companion calls, and then resumes this run by itself: there the JIT knows
   * which class it is, and makes the two bodies one.
   *
   * @param caller the machine of that body
   * @return false if this must not be resumed here, the stack being deep: the caller waits for it
   */
  public final boolean calledBy(Machine caller) {
    if (caller.isDeep()) {
      // Not before this stack has unwound.
      Awaited.pendingStart(caller, () -> start(this));
      return false;
    }
    adoptedBy(caller);
    shields(caller.root().shields());
    return true;
  }

  /**
   * The body that calls takes what the run has come to.
   *
   * @param caller the machine of that body
   * @param outcome what {@link #resume()} returned
   * @return the same; if it is {@link #WAITING} then the caller must suspend
   * @throws CancellationException if that is due instead (G23)
   */
  public final @Nullable Object returned(Machine caller, @Nullable Object outcome) {
    if (outcome == WAITING) {
      caller.awaited = this;
      return WAITING;
    }
    finish();
    if (Call.isCancelled(caller)) {
      throw caller.root().takeCancellation(caller);
    }
    return outcome;
  }

  /**
   * Runs a call on that has waited, and keeps what it completes with.
   *
   * @return whether it waits again
   */
  final boolean waitsAgain(Driver root) throws Throwable {
    Object outcome = poll(root);
    if (outcome == WAITING) {
      return true;
    }
    result = asResult(outcome);
    return false;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // What a body returns, if it does not wait.
  private T asResult(@Nullable Object outcome) {
    return (T) outcome;
  }

  /** The first run, up to the end or the first wait. */
  final CompletableFuture<T> started() {
    beginPhase(Phase.running(phase()));
    Object outcome;
    try {
      outcome = resume();
    } catch (Throwable t) {
      Traces.leaving(getClass(), source(), t);
      finish();
      return Settled.failure(t);
    }
    if (outcome != WAITING) {
      finish();
      return completed(asResult(outcome));
    }
    Task<T> handedOut = new Task<>(this);
    task = handedOut;
    driveOn(this);
    return handedOut;
  }

  /** One of the JDK's own, which takes no atomic operation: nobody can complete it any more. */
  private static <T extends @Nullable Object> CompletableFuture<T> completed(@Nullable T value) {
    return CompletableFuture.completedFuture(value);
  }

  @Override
  final @Nullable Driver step() {
    Object outcome = null;
    Throwable failure = null;
    try {
      if (Call.goOn(this)) {
        return this;
      }
      outcome = poll(this);
      if (outcome == WAITING) {
        return this;
      }
    } catch (Throwable t) {
      failure = t;
    }
    Task<T> waiting = task;
    task = null;
    // A cancellation that came too late is dropped: work done is not thrown away (G23).
    if (waiting != null) {
      waiting.ignoredCancel = Phase.has(phase(), Phase.CANCEL);
    }
    endPhase(Phase.next(Phase.idle(phase())));
    return waiting == null ? null : waiting.answer(asResult(outcome), failure);
  }

  /** What the call completed with; once, after its end. */
  final @Nullable T takeResult() {
    T value = result;
    result = null;
    return value;
  }

  /** A method of a resource class acquires for the class, which is closed if it is open (D19). */
  @Override
  final boolean takesWhatIsThere() {
    return parent() instanceof ClassMachine;
  }

  /** Whether this is a {@link Call} that has not ended. */
  final boolean isCall() {
    return parent() != null && !takesWhatIsThere();
  }

  @Override
  final @Nullable CompletableFuture<?> ownStage() {
    return task;
  }

  @Override
  final @Nullable Driver awaitedBy() {
    return task == null ? null : task.waiter();
  }

  /** The future of the run; cancelling it cancels the await at which the body stands (G20). */
  private static final class Task<T extends @Nullable Object> extends Promise<T> {
    private final MethodMachine<T> machine;

    /** Written before the completion, and read after it. */
    private boolean ignoredCancel;

    Task(MethodMachine<T> machine) {
      this.machine = machine;
    }

    /**
     * Between its end and this completion the body hears no cancel, and the value is on its way.
     */
    @Override
    boolean isDecided() {
      return isDone() || Phase.state(machine.phase()) == Phase.IDLE;
    }

    @Override
    boolean hasIgnoredCancel() {
      return ignoredCancel;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      for (; ; ) {
        long p = machine.phase();
        if (Phase.state(p) == Phase.IDLE) {
          return false;
        }
        if (machine.signal(p, Phase.CANCEL)) {
          return true;
        }
      }
    }
  }
}

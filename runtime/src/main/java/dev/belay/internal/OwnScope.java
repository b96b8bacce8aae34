package dev.belay.internal;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A body's use of a resource template of the same companion. Nobody else can see that scope, so
 * that the body resumes its machine by itself: there the JIT knows which class it is, makes the two
 * bodies one, and needs no object for the scope as long as nothing waits.
 *
 * <p>What is asked again, when the body is resumed, is what any other {@link Scope} is asked; the
 * machine is kept in {@link Machine#awaited} meanwhile.
 */
public final class OwnScope {
  private OwnScope() {}

  /**
   * Before the body resumes a run for the first time.
   *
   * @param user the machine of the body
   * @param run one that has not started
   */
  public static void begin(Machine user, ResourceMachine<?> run) {
    run.adoptedBy(user);
  }

  /**
   * A run has been resumed for the first time.
   *
   * @param user the machine of the body
   * @param run the run
   * @param outcome what {@link Machine#resume()} returned
   * @return the run, if it is open; {@link Machine#WAITING}, and then the body asks {@link
   *     #entering} when it is resumed; null if the body is being closed, and the resource has been
   *     released (D19)
   * @throws IllegalStateException if the template did not yield
   */
  public static @Nullable Object entered(
      Machine user, ResourceMachine<?> run, @Nullable Object outcome) {
    if (outcome == Machine.WAITING || outcome == Machine.END || user.closeSignalled()) {
      return Scope.enteredInPlace(user, run, outcome);
    }
    run.keep(outcome);
    return run;
  }

  /**
   * A run has thrown while it opened (D3).
   *
   * @param user the machine of the body
   * @param run its class; not the machine, so that the JIT can do without the object
   * @param source its {@link ResourceMachine#origin()}
   * @param failure what it has thrown
   * @return what the body throws
   */
  public static Throwable notEntered(Machine user, Class<?> run, String source, Throwable failure) {
    Traces.leaving(run, source, failure);
    if (user.closeSignalled() && failure instanceof CancellationException) {
      user.root().leaves(failure);
      return new ClosedHere();
    }
    return failure;
  }

  /**
   * Asks again, when the body is resumed.
   *
   * @param user the machine of the body
   * @return as {@link #entered}
   * @throws Throwable what opening failed with (D3)
   */
  public static @Nullable Object entering(Machine user) throws Throwable {
    return Scope.entering(user, null) ? Machine.WAITING : taken(user);
  }

  /**
   * Opens in a {@code finally} block, not cut short (G39).
   *
   * @param user the machine of the body
   * @param run one that has not started; null when asked again
   * @return as {@link #entered}
   * @throws Throwable what opening failed with
   */
  public static @Nullable Object enteringRelease(Machine user, @Nullable ResourceMachine<?> run)
      throws Throwable {
    return Scope.enteringRelease(user, run) ? Machine.WAITING : taken(user);
  }

  /** The run that has been opened; null if it has been released again. */
  private static @Nullable Object taken(Machine user) {
    Object opened = user.awaited;
    user.awaited = null;
    user.entering = false;
    return opened;
  }

  /**
   * The run, as one.
   *
   * @param outcome what {@link #entered} or {@link #entering} returned
   * @param <T> the type of the resource
   * @return the open resource
   */
  @SuppressWarnings("unchecked") // It comes from a run for that type.
  public static <T extends @Nullable Object> ResourceMachine<T> opened(@Nullable Object outcome) {
    if (outcome == null) {
      throw new ClosedHere();
    }
    return (ResourceMachine<T>) outcome;
  }

  /**
   * Before the body resumes an open run to be released; {@link #exited} is called in any case.
   *
   * @param user the machine of the body
   * @param run what {@link #opened} returned
   * @param failure what the block failed with; null if nothing (D5, D6)
   */
  public static void leave(Machine user, ResourceMachine<?> run, @Nullable Throwable failure) {
    run.under(user.root());
    run.beginRelease(failure);
    Releasing.enter(user);
  }

  /**
   * A run has thrown while it was released.
   *
   * @param user the machine of the body
   * @param run its class; not the machine, so that the JIT can do without the object
   * @param source its {@link ResourceMachine#origin()}
   * @param failure what the block failed with; null if nothing
   * @param thrown what the run has thrown
   * @return for {@link #exited}: it was the failure of the block, which stands (D12)
   * @throws Throwable if it was another one (D10, D11)
   */
  public static Object notExited(
      Machine user, Class<?> run, String source, @Nullable Throwable failure, Throwable thrown)
      throws Throwable {
    Traces.leaving(run, source, thrown);
    if (thrown == failure) {
      return Machine.GOING_ON;
    }
    Releasing.leave(user);
    if (failure != null) {
      Failures.suppress(thrown, failure);
    }
    throw thrown;
  }

  /**
   * A run has been resumed to be released.
   *
   * @param user the machine of the body
   * @param run the run
   * @param outcome what {@link Machine#resume()} or {@link #notExited} returned
   * @return true if the body must suspend; false if {@link Machine#exited()} tells what becomes of
   *     the failure
   * @throws Throwable what releasing failed with (D10)
   */
  public static boolean exited(Machine user, ResourceMachine<?> run, @Nullable Object outcome)
      throws Throwable {
    Releasing.leave(user);
    if (outcome == Machine.END) {
      user.exited = run.endRelease();
      return false;
    }
    user.exited = false;
    return outcome != Machine.GOING_ON && Scope.exitingInPlace(user, run, outcome);
  }

  /**
   * Asks again, when the body is resumed.
   *
   * @param user the machine of the body
   * @param failure what the block failed with; null if nothing
   * @return as {@link #exited}
   * @throws Throwable what releasing failed with
   */
  public static boolean exiting(Machine user, @Nullable Throwable failure) throws Throwable {
    return exitingAgain(user, (ResourceMachine<?>) user.awaited, failure);
  }

  /**
   * Releases in a {@code finally} block; nothing that this waits for is cut short (G39).
   *
   * @param user the machine of the body
   * @param run what {@link #opened} returned; null when asked again
   * @param failure what the block failed with; null if nothing
   * @return as {@link #exited}
   * @throws Throwable what releasing failed with
   */
  public static boolean exitingRelease(
      Machine user, @Nullable ResourceMachine<?> run, @Nullable Throwable failure)
      throws Throwable {
    Releasing.enter(user);
    try {
      return exitingAgain(user, run == null ? (ResourceMachine<?>) user.awaited : run, failure);
    } finally {
      Releasing.leave(user);
    }
  }

  private static boolean exitingAgain(
      Machine user, @Nullable ResourceMachine<?> run, @Nullable Throwable failure)
      throws Throwable {
    if (run == null) {
      throw new ClosedHere();
    }
    user.awaited = null;
    boolean waits = Scope.exiting(user, run, failure);
    if (waits) {
      user.awaited = run;
    }
    return waits;
  }
}

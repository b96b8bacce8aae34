package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A body's use of an {@link AsyncScope} (clauses D.1). The scope of one of our machines is opened
 * as the body's child and polled; every other scope is asked through its public methods.
 */
final class Scope {
  private Scope() {}

  static boolean entering(Machine machine, @Nullable AsyncScope<?> scope) throws Throwable {
    if (machine.discarding != null) {
      return discarding(machine, machine.discarding);
    }
    try {
      if (!machine.entering) {
        machine.entering = true;
        if (entered(machine, scope)) {
          return true;
        }
      }
      if (machine.awaited instanceof ResourceMachine<?> resource) {
        if (resource.open(machine.root())) {
          return true;
        }
      } else {
        Object opened = machine.taken();
        if (opened == null) {
          throw new NullPointerException("open() of the scope completed with null");
        }
        machine.awaited = opened;
      }
    } catch (Throwable t) {
      machine.awaited = null;
      machine.entering = false;
      if (machine.closeSignalled() && t instanceof CancellationException) {
        machine.root().leaves(t);
        return false; // closing() says true now, and the body returns
      }
      throw t;
    }
    return machine.closeSignalled() && discarding(machine, null);
  }

  /**
   * A resource has been opened by somebody who did not mind that the body is being closed: it is
   * released at once, and the block is not entered (D19).
   *
   * @param begun what it is being released with; null if that has not begun
   */
  private static boolean discarding(Machine machine, @Nullable CancellationException begun) {
    CancellationException reason = begun == null ? new CancellationException() : begun;
    machine.discarding = reason;
    Object opened = machine.awaited;
    if (begun == null && !(opened instanceof ResourceMachine)) {
      machine.awaited = null;
    }
    try {
      if (opened instanceof Opened<?> resource
          ? exiting(machine, resource, reason)
          : ended(machine)) {
        return true;
      }
    } catch (Throwable t) {
      machine.root().leaves(t);
    }
    machine.awaited = null;
    machine.discarding = null;
    machine.entering = false;
    return false; // closing() says true now, and the body returns
  }

  /** The stage of a release that has been waited for. */
  private static boolean ended(Machine machine) throws Throwable {
    Object unused = machine.taken();
    return false;
  }

  static boolean enteringRelease(Machine machine, @Nullable AsyncScope<?> scope) throws Throwable {
    Driver root = machine.root();
    root.shield();
    try {
      return entering(machine, scope);
    } finally {
      root.unshield();
    }
  }

  private static boolean entered(Machine machine, @Nullable AsyncScope<?> scope) throws Throwable {
    if (scope == null) {
      throw new NullPointerException("the scope is null");
    }
    ResourceMachine<?> own = own(scope);
    if (own != null) {
      own.adoptedBy(machine);
      machine.awaited = own;
      return false;
    }
    return Request.pending(machine, scope, AsyncScope::open, "open()");
  }

  /** The machine of a scope of ours, for this use. */
  private static @Nullable ResourceMachine<?> own(AsyncScope<?> scope) {
    if (scope instanceof ResourceMachine<?> once) {
      once.use();
      return once;
    }
    return scope instanceof MachineScope<?> cold ? cold.machine() : null;
  }

  /** For {@link OwnScope#entered}, where more is to be done than to take the resource. */
  static @Nullable Object enteredInPlace(
      Machine machine, ResourceMachine<?> run, @Nullable Object outcome) {
    if (outcome == Machine.END) {
      run.finish();
      throw new IllegalStateException(ResourceMachine.NO_YIELD);
    }
    machine.entering = true;
    machine.awaited = run;
    if (outcome == Machine.WAITING) {
      return Machine.WAITING;
    }
    run.keep(outcome);
    return discarding(machine, null) ? Machine.WAITING : null;
  }

  static Opened<?> entered(Machine machine) {
    Object opened = machine.awaited;
    machine.awaited = null;
    machine.entering = false;
    if (opened == null) {
      throw new ClosedHere();
    }
    return (Opened<?>) opened;
  }

  static boolean exitingRelease(Machine machine, Opened<?> opened, @Nullable Throwable failure)
      throws Throwable {
    Driver root = machine.root();
    root.shield();
    try {
      return exiting(machine, opened, failure);
    } finally {
      root.unshield();
    }
  }

  /** For {@link OwnScope#exited}, where the release waits or goes wrong. */
  static boolean exitingInPlace(Machine machine, ResourceMachine<?> run, @Nullable Object outcome)
      throws Throwable {
    boolean waits = outcome == Machine.WAITING;
    if (!waits) {
      Driver root = machine.root();
      root.shield();
      try {
        waits = run.yieldedAgain(root);
      } finally {
        root.unshield();
      }
    }
    if (waits) {
      machine.awaited = run;
    }
    return waits;
  }

  static boolean exiting(Machine machine, Opened<?> opened, @Nullable Throwable failure)
      throws Throwable {
    Driver root = machine.root();
    machine.exited = false;
    root.shield();
    try {
      if (opened instanceof ResourceMachine<?> resource && resource.isChild()) {
        boolean pending = resource.release(root, failure);
        machine.exited = !pending && resource.suppressed();
        return pending;
      }
      if (machine.awaited == null
          && Request.pending(machine, opened, o -> o.close(failure), "close()")) {
        return true;
      }
      machine.exited = Boolean.TRUE.equals(machine.taken()) && failure != null;
    } catch (Throwable t) {
      if (t == failure) {
        return false; // the block's own failure, not suppressed (D12)
      }
      // A resource of our own has said itself what replaces what.
      if (failure != null && !(opened instanceof ResourceMachine<?>)) {
        Failures.suppress(t, failure);
      }
      throw t;
    } finally {
      root.unshield();
    }
    return false;
  }
}

package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/**
 * Undoes what a stack holds, in the form that the processor would give to as many nested scopes
 * (D40). The result is whether the given failure was suppressed; another failure fails it.
 */
final class Unwinding extends MethodMachine<Boolean> {
  private @Nullable Exits exits;
  private final @Nullable Throwable given;
  private @Nullable Exit exit;
  private @Nullable Throwable failure;

  Unwinding(Exits exits, @Nullable Throwable given) {
    this.exits = exits;
    this.given = given;
    this.failure = given;
  }

  @Override
  @SuppressWarnings("NullAway") // Each reference is set until it is cleared.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    for (; ; ) {
      if (at <= 1) {
        if (at == 0 && pendingRelease(exits.noOpenings())) {
          return suspendAt(1);
        }
        Object unused = taken();
        at = 0;
        exit = exits.next();
        if (exit == null && exits.isClosed()) {
          break;
        }
      }
      if (exit != null && undoing(at != 0)) {
        return suspendAt(2);
      }
      at = 0;
    }
    if (failure != null && failure != given) {
      throw failure;
    }
    return complete(failure != given);
  }

  @SuppressWarnings("NullAway") // As above.
  private boolean undoing(boolean again) {
    exits.running(true);
    try {
      if (exit instanceof Exit.Leave leave) {
        if (exiting(leave.opened(), failure)) {
          return true;
        }
        if (exited()) {
          failure = null;
        }
      } else if (exit instanceof Exit.Release deferred) {
        if (!again && pendingRelease(deferred.release().get())) {
          return true;
        }
        Object unused = taken();
      }
    } catch (Throwable t) {
      failed(t);
    } finally {
      exits.running(false);
    }
    exit = null;
    return false;
  }

  private void failed(Throwable thrown) {
    if (failure != null && exit instanceof Exit.Release) {
      Failures.suppress(failure, thrown);
    } else {
      failure = thrown; // which holds the other already (D11)
    }
  }

  @Override
  protected void forget() {
    exits = null;
    exit = null;
    failure = null;
  }
}

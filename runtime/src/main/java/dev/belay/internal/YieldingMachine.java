package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/** A machine whose body yields. */
abstract class YieldingMachine<T extends @Nullable Object> extends Machine {
  /** How often closing is tried at a body that goes on yielding (A28). */
  private static final int PATIENCE = 100;

  /** What has been handed out and not asked for again; {@link #END}: nothing. */
  private @Nullable Object current = END;

  private boolean unwinding;
  private boolean refused;
  private byte tries;

  YieldingMachine() {}

  /**
   * Leaves the body at a yield.
   *
   * @param point the number of the suspension point, positive
   * @param value the value that is yielded
   * @return the value
   */
  protected final @Nullable Object yieldAt(int point, T value) {
    standAt(point);
    return value;
  }

  @Override
  final boolean ends(@Nullable Object outcome) {
    return outcome == END;
  }

  /**
   * What the body yielded last.
   *
   * @return the value, which may be null
   * @throws IllegalStateException if there is none
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // Anything but END has been yielded.
  final T yielded(String otherwise) {
    Object value = current;
    if (value == END) {
      throw new IllegalStateException(otherwise);
    }
    return (T) value;
  }

  /** A body has yielded to whoever has resumed it by himself. */
  final void keep(@Nullable Object value) {
    current = value;
  }

  /** The yielded value is not to be seen any more, nor kept alive. */
  final void dropYielded() {
    current = END;
  }

  /** Runs the body on to the next yield, and keeps what it yields. */
  final @Nullable Object pull(Driver root) throws Throwable {
    Object outcome;
    try {
      outcome = poll(root);
    } catch (Throwable t) {
      current = END;
      throw t;
    }
    current = outcome == WAITING ? END : outcome;
    return outcome;
  }

  /**
   * Makes the body return from where it stands, and again at each further yield (A21, A28). Called
   * again if it waits.
   *
   * @return whether it waits; otherwise it has ended
   * @throws Throwable what a {@code finally} block threw (A25)
   */
  final boolean unwind(Driver root) throws Throwable {
    if (!unwinding) {
      if (finished()) {
        return false;
      }
      if (fresh()) {
        finish();
        return false;
      }
      unwinding = true;
      signalClose();
    }
    for (; ; ) {
      Object outcome = pollToClose(root);
      if (outcome == WAITING || outcome == END) {
        return outcome == WAITING;
      }
      // A body that has not looked at the signal has not refused it.
      refused |= !closeSignalled();
      if (++tries == PATIENCE) {
        refused = true;
        finish();
        return false;
      }
      signalClose();
    }
  }

  private @Nullable Object pollToClose(Driver root) throws Throwable {
    try {
      return poll(root);
    } catch (ClosedHere e) {
      return END;
    }
  }

  /** Whether the body yielded while it was being closed. */
  final boolean refusedToClose() {
    return refused;
  }
}

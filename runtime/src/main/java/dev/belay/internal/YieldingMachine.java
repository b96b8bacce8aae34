package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/** A machine whose body yields. */
abstract class YieldingMachine<T extends @Nullable Object> extends Machine {
  /** How often closing is tried at a body that goes on yielding (A28). */
  private static final int PATIENCE = 100;

  private static final Object NOTHING = new Object();

  private @Nullable Object current = NOTHING;
  private boolean unwinding;
  private boolean refused;
  private byte tries;

  YieldingMachine() {}

  /**
   * Leaves the body at a yield.
   *
   * @param point the number of the suspension point, positive
   * @param value the value that is yielded
   * @return {@link #ELEMENT}
   */
  protected final int yieldAt(int point, T value) {
    current = value;
    suspendAt(point);
    return ELEMENT;
  }

  /**
   * What the body yielded last.
   *
   * @return the value, which may be null
   * @throws IllegalStateException if there is none
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // Only yieldAt stores anything but NOTHING.
  final T yielded(String otherwise) {
    Object value = current;
    if (value == NOTHING) {
      throw new IllegalStateException(otherwise);
    }
    return (T) value;
  }

  /** The yielded value is not to be seen any more, nor kept alive. */
  final void dropYielded() {
    current = NOTHING;
  }

  /** Whether the body stands at an await, and not at a yield. */
  final boolean isWaiting() {
    return current == NOTHING && point() > 0;
  }

  /** After the body has been left without an element. */
  final int ends(int outcome) {
    current = NOTHING;
    if (outcome == END) {
      finish();
    }
    return outcome;
  }

  /** Runs the body on to the next yield. */
  final int pull(Driver root) throws Throwable {
    int outcome;
    try {
      outcome = poll(root);
    } catch (Throwable t) {
      current = NOTHING;
      throw t;
    }
    if (outcome != ELEMENT) {
      current = NOTHING;
    }
    return outcome;
  }

  /** The body has thrown, and whoever had resumed it has caught that. */
  final void failed(Throwable failure) {
    Traces.leaving(this, failure);
    ends(END);
  }

  /**
   * Makes the body return from where it stands, and again at each further yield (A21, A28). Called
   * again after {@link #PENDING}.
   *
   * @return {@link #END} or {@link #PENDING}
   * @throws Throwable what a {@code finally} block threw (A25)
   */
  final int unwind(Driver root) throws Throwable {
    if (!unwinding) {
      if (finished()) {
        return END;
      }
      if (fresh()) {
        finish();
        return END;
      }
      unwinding = true;
      signalClose();
    }
    for (; ; ) {
      int outcome = pollToClose(root);
      if (outcome != ELEMENT) {
        return outcome;
      }
      // A body that has not looked at the signal has not refused it.
      refused |= !closeSignalled();
      if (++tries == PATIENCE) {
        refused = true;
        finish();
        return END;
      }
      signalClose();
    }
  }

  private int pollToClose(Driver root) throws Throwable {
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

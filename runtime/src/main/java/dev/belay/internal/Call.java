package dev.belay.internal;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A body's call of a method whose machine the same companion has, awaited at once. Nobody else can
 * see that call, so it has no future: its run is a child of the one that awaits it, and what
 * interrupts the caller finds it there.
 *
 * <p>A caller is resumed through all the loops and scopes around the place where it waits. A call
 * is not: the root resumes the innermost one, and when that has ended, the one around it. So a
 * chain of calls costs the same however long it is, and the stack does not grow with it (H10).
 */
final class Call {
  private Call() {}

  static @Nullable Object invokingRelease(Machine caller, MethodMachine<?> callee)
      throws Throwable {
    Driver root = caller.root();
    root.shield();
    try {
      return callee.calledBy(caller) ? callee.returned(caller, callee.resume()) : Machine.WAITING;
    } catch (Throwable t) {
      throw failed(caller, callee.getClass(), callee.source(), t);
    } finally {
      root.unshield();
    }
  }

  /** What a body throws when a call has thrown something; for {@link Machine#failed}. */
  static Throwable failed(Machine caller, Class<?> callee, String source, Throwable failure) {
    Traces.leaving(callee, source, failure);
    // A failure is not left behind for a cancellation (G22), unless it is one.
    Throwable thrown =
        failure instanceof CancellationException && isCancelled(caller)
            ? caller.root().takeCancellation(caller)
            : failure;
    Traces.passing(caller, thrown);
    return thrown;
  }

  /** Whether a cancellation takes the place of what a call brings (G23). */
  static boolean isCancelled(Machine caller) {
    return caller.root().cancels(caller) && !caller.takesWhatIsThere();
  }

  /**
   * Runs the calls on in which a root's body waits.
   *
   * @return whether one of them waits again; false if the caller of the outermost can take its
   *     outcome
   */
  static boolean goOn(Driver root) {
    MethodMachine<?> callee = around(root.waitingLeaf());
    while (callee != null) {
      Machine caller = callee.parent();
      boolean closing = callee.closeSignalled();
      Throwable failure = null;
      short shields = root.shields();
      root.shields(callee.shields());
      try {
        if (callee.waitsAgain(root)) {
          return true;
        }
      } catch (Throwable t) {
        failure = t;
      } finally {
        root.shields(shields);
      }
      if (caller == null) {
        throw new AssertionError("a call without a caller");
      }
      if (failure != null) {
        caller.awaited = Ticket.failed(failure);
        if (closing) {
          root.closesHere();
        }
      }
      callee = around(caller);
    }
    return false;
  }

  /** The innermost call that has not ended, of those that a body is or is in. */
  private static @Nullable MethodMachine<?> around(@Nullable Machine body) {
    for (Machine machine = body; machine != null; machine = machine.parent()) {
      if (machine instanceof MethodMachine<?> method && method.isCall()) {
        return method;
      }
    }
    return null;
  }

  /**
   * The outermost call in which a body waits: a close of the root cancels it there, and is carried
   * out when it has unwound (A31), or where the body waits next (A32).
   */
  static @Nullable MethodMachine<?> outermost(Machine waiting) {
    MethodMachine<?> outermost = null;
    for (MethodMachine<?> each = around(waiting); each != null; each = around(each.parent())) {
      outermost = each;
    }
    return outermost;
  }

  /** Whether the call in which a body waits is being cancelled for a close already. */
  static boolean isClosing(Machine waiting) {
    MethodMachine<?> call = outermost(waiting);
    return call != null && call.closeSignalled();
  }
}

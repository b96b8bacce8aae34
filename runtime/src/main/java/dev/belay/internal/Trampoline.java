package dev.belay.internal;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Runs bodies whose wait has been ended by another body, as nested calls, but only so deep: a chain
 * in which each body hands something to the next would overflow the stack. Those that are too deep
 * wait until the outermost of the calls is about to return (H9).
 */
final class Trampoline {
  private static final ThreadLocal<Trampoline> HERE = ThreadLocal.withInitial(Trampoline::new);
  private static final int LIMIT = 50;

  private final Queue<Driver> deferred = new ArrayDeque<>();
  private int depth;

  private Trampoline() {}

  /** Runs a root that this thread owns, now or a little later; throws nothing. */
  static void run(Driver owned) {
    HERE.get().enter(owned);
  }

  private void enter(Driver owned) {
    if (depth == LIMIT) {
      owned.rest();
      deferred.add(owned);
      return;
    }
    depth++;
    try {
      owned.drive();
      if (depth == 1) {
        drain();
      }
    } finally {
      depth--;
    }
  }

  private void drain() {
    for (@Nullable Driver next = deferred.poll(); next != null; next = deferred.poll()) {
      next.wake();
      next.drive();
    }
  }
}

package dev.belay.internal;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs bodies of one thread one after the other: the one that runs goes on to where it waits, and
 * only then those that it has woken meanwhile. So a chain in which each body hands something to the
 * next does not deepen the stack (H9), and a producer fills a queue before the consumer empties it,
 * where they would take turns at every item otherwise.
 */
final class Trampoline {
  private static final ThreadLocal<Trampoline> HERE = ThreadLocal.withInitial(Trampoline::new);

  private final Queue<Driver> woken = new ArrayDeque<>();
  private boolean running;

  private Trampoline() {}

  /** Runs a root that this thread owns, now or a little later; throws nothing. */
  static void run(Driver owned) {
    Trampoline here = HERE.get();
    if (here.running) {
      owned.rest();
      here.woken.add(owned);
      return;
    }
    here.running = true;
    try {
      owned.drive();
      here.drain();
    } finally {
      here.running = false;
    }
  }

  /** Runs a body that has not started, now (H7), and then those that it has woken. */
  static <T extends @Nullable Object> CompletableFuture<T> start(MethodMachine<T> machine) {
    Trampoline here = HERE.get();
    boolean outermost = !here.running;
    here.running = true;
    try {
      // In one place for both: a future of which the JIT knows where it was made need not be made.
      CompletableFuture<T> outcome = machine.started();
      if (outermost) {
        here.drain();
      }
      return outcome;
    } finally {
      if (outermost) {
        here.running = false;
      }
    }
  }

  private void drain() {
    for (@Nullable Driver next = woken.poll(); next != null; next = woken.poll()) {
      next.wake();
      next.drive();
    }
  }
}

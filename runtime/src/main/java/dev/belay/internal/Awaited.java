package dev.belay.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What becomes of what a body awaits when the wait is cut short. Owner only. */
final class Awaited {
  private Awaited() {}

  /** The stage that the body awaits; null if it awaits a resource that is its child. */
  static @Nullable CompletionStage<?> stageOf(Machine machine) {
    if (machine.awaited instanceof Ticket ticket) {
      return ticket.stage();
    }
    return machine.awaited instanceof CompletionStage<?> stage ? stage : null;
  }

  /**
   * The awaited stage, if it is one of ours that has accepted a cancel, or will not be cut short,
   * and is to be waited for (G20).
   */
  static @Nullable Promise<?> unwinding(Machine machine) {
    return stageOf(machine) instanceof Promise<?> promise
            && !promise.isDone()
            && (promise.cancel(true) || promise.isRelease())
        ? promise
        : null;
  }

  /**
   * Cancels the awaited stage, and throws nothing.
   *
   * @return whether it has brought a value all the same
   */
  static boolean cancel(Machine machine) {
    if (machine.awaited instanceof Ticket ticket) {
      return ticket.cancel();
    }
    if (machine.awaited instanceof CompletableFuture<?> future) {
      Cancelling.quietly(future);
      return future.isDone() && !future.isCompletedExceptionally();
    }
    return false;
  }

  /** Whether the awaited stage has brought a value, or is about to. */
  static boolean isDecided(Machine machine) {
    return stageOf(machine) instanceof Promise<?> promise
        && promise.isDecided()
        && !promise.isCompletedExceptionally();
  }

  /** Gives up waiting: a cancellation takes the place of the outcome. */
  static void interrupt(Machine machine) {
    CompletionStage<?> stage = stageOf(machine);
    machine.awaited = Ticket.failed(new CancellationException());
    if (stage != null) {
      machine.abandoned(stage);
    }
  }
}

package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a body awaits, and what becomes of it when the wait is cut short. Owner only. */
final class Awaited {
  private Awaited() {}

  static boolean pending(Machine body, @Nullable CompletionStage<?> stage) {
    if (stage == null) {
      throw new NullPointerException("the awaited stage is null");
    }
    Driver root = body.root();
    if (isPlain(stage)) {
      body.awaited = stage;
      if (((CompletableFuture<?>) stage).isDone()) {
        if (root.cancels(body) && !handsOver(stage) && !body.takesWhatIsThere()) {
          body.awaited = Ticket.failed(root.takeCancellation(body)); // thrown by taken() (G23)
          body.abandoned(stage);
        }
        return false;
      }
    } else {
      // Not registered before the body's state is written, which is when the root has been told.
      body.awaited = new Ticket(root, stage);
    }
    root.waitsAt(body);
    return true;
  }

  static boolean pendingRelease(Machine body, @Nullable CompletionStage<?> stage) {
    Releasing.enter(body);
    try {
      return pending(body, stage);
    } finally {
      Releasing.leave(body);
    }
  }

  /**
   * {@link #pending} and {@link #taken}, without a trace in the body where the value is there and
   * nothing is due.
   */
  static @Nullable Object awaiting(Machine body, @Nullable CompletionStage<?> stage)
      throws Throwable {
    if (stage instanceof CompletableFuture<?> future
        && isPlain(future)
        && Releasing.isUndisturbed(body)) {
      Object value = Failures.valueNow(future, Machine.WAITING);
      if (value != Machine.WAITING) {
        return value;
      }
    }
    return pending(body, stage) ? Machine.WAITING : taken(body);
  }

  static @Nullable Object awaitingRelease(Machine body, @Nullable CompletionStage<?> stage)
      throws Throwable {
    Releasing.enter(body);
    try {
      return awaiting(body, stage);
    } finally {
      Releasing.leave(body);
    }
  }

  static @Nullable Object taken(Machine body) throws Throwable {
    Object outcome = body.awaited;
    body.awaited = null;
    try {
      if (outcome instanceof CompletableFuture<?> future) {
        body.root().takes(body, future);
        return Failures.outcome(future);
      }
      if (outcome instanceof Ticket ticket) {
        body.root().takes(body, ticket.stage());
        return ticket.take();
      }
      if (outcome instanceof MethodMachine<?> callee) {
        return callee.takeResult();
      }
    } catch (Throwable t) {
      Traces.passing(body, t);
      throw t;
    }
    throw new ClosedHere();
  }

  /** Whether a stage completes once and calls back once: a plain future, or one of ours. */
  private static boolean isPlain(CompletionStage<?> stage) {
    return stage.getClass() == CompletableFuture.class || stage instanceof Promise;
  }

  /**
   * Awaits a future of our own making, whose outcome must not be lost: neither a cancel nor a close
   * is delivered here if the future is complete by then (F12).
   *
   * @return as {@link Machine#pending}
   */
  static boolean waits(Machine body, CompletableFuture<?> future) {
    body.awaited = future;
    if (future.isDone()) {
      return false;
    }
    body.root().waitsAt(body);
    return true;
  }

  /** Awaits a stage that does not exist before the root attaches to it. */
  static void pendingStart(Machine body, Ticket.Start start) {
    body.awaited = new Ticket(body.root(), start);
    body.root().waitsAt(body);
  }

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
   *
   * @param closes whether the body is being closed here, and will not look at the outcome
   */
  static @Nullable Promise<?> unwinding(Machine machine, boolean closes) {
    return stageOf(machine) instanceof Promise<?> promise
            && !promise.isDone()
            && ((closes ? promise.abandon() : promise.cancel(true)) || promise.isRelease())
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

  /** What ends in a failure is not left behind for a cancellation either, if it is ours (G22). */
  private static boolean handsOver(CompletionStage<?> stage) {
    return stage instanceof Promise<?> promise
        && (promise.handsOver() || (promise.isCompletedExceptionally() && !promise.isCancelled()));
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
    machine.awaited = Ticket.CANCELLED;
    if (stage != null) {
      machine.abandoned(stage);
    }
  }

  /**
   * A future that calls back once, and is complete when it does: its root needs no state of its own
   * while the callback is being registered, since whether it came meanwhile can be seen afterwards.
   * But then that thread goes on, which is not what a {@link ResumeOn} is for.
   */
  static @Nullable CompletableFuture<?> ofGoodConduct(
      Machine machine, @Nullable CompletableFuture<?> ownStage) {
    return machine.awaited instanceof CompletableFuture<?> future
            && future != ownStage
            && !(future instanceof ResumeOn)
        ? future
        : null;
  }

  /** Whether a plain future that is awaited is complete. */
  static boolean isDone(@Nullable Object awaited) {
    return awaited instanceof CompletableFuture<?> future
        && !(awaited instanceof Promise)
        && future.isDone();
  }
}

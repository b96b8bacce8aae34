package dev.belay.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What makes a machine a root: it owns the {@link Phase}, attaches to the awaited stage, and is
 * itself the callback, so that awaiting a plain {@link CompletableFuture} allocates nothing but the
 * future's own node. In a child all of this lies idle.
 */
abstract class Driver implements BiFunction<@Nullable Object, @Nullable Throwable, @Nullable Void> {
  private static final @Nullable Carried CARRIED = Carried.BY_SERVICES;
  private static final VarHandle PHASE;

  static {
    try {
      PHASE = MethodHandles.lookup().findVarHandle(Driver.class, "phase", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long phase;

  /** The machine whose body awaits, this one or a descendant; set while attaching and parked. */
  private @Nullable Machine leaf;

  /** Whether the wait belongs to a release, which neither cancel nor close may cut short. */
  private boolean leafShielded;

  /** How many releases the body is inside of at the moment; fewer than bodies can be nested. */
  private short shields;

  /** A cancel or a close that unwinds a stage of ours, until the outcome of that is taken. */
  private @Nullable PassedOn passedOn;

  /** What failed while the body was being closed, at a wait that it has left. */
  private @Nullable Throwable left;

  /** How many blocks of task groups are open in the bodies of this root; as few. */
  private short blocks;

  /** What goes along to the thread that resumes the body; for {@link Carried}, owner only. */
  @Nullable List<Supplier<Runnable>> context;

  /**
   * Continues the request in flight. Runs on the owner of the body and throws nothing.
   *
   * @return this root if its body waits for the {@link #leaf}'s stage; otherwise the request has
   *     been answered and the body is not this thread's any more, and the result is the root that
   *     waited for the answer, which is this thread's now, or null
   */
  abstract @Nullable Driver step();

  /** The body is about to be closed at the wait that has just been interrupted. Owner only. */
  void injectClose() {
    throw new AssertionError("only a generator is closed while it waits");
  }

  /** The stage that this root will complete, to detect a body that awaits itself (H24). */
  @Nullable CompletableFuture<?> ownStage() {
    return null;
  }

  /** The body that waits for this one to end, as far as is known; for stack traces. */
  @Nullable Driver awaitedBy() {
    return null;
  }

  /** The machine whose body awaits; to be looked at, not to be acted on. */
  final @Nullable Machine waitingLeaf() {
    return leaf;
  }

  final long phase() {
    return phase;
  }

  final boolean changePhase(long expected, long next) {
    return PHASE.compareAndSet(this, expected, next);
  }

  /** For an owner whom nobody can interfere with, while closing. */
  final void setPhase(long next) {
    phase = next;
  }

  /** The same before publication, with nobody to be told; a fence costs more than a call. */
  final void beginPhase(long next) {
    PHASE.setOpaque(this, next);
  }

  /** The same at the end of a run, whose outcome is published by other means. */
  final void endPhase(long next) {
    PHASE.setRelease(this, next);
  }

  /** Sets a flag, in whatever state, unless the phase has left the one that was looked at. */
  final boolean raise(long seen, long flag) {
    return changePhase(seen, seen | flag);
  }

  final void shield() {
    shields++;
  }

  final void unshield() {
    shields--;
  }

  /** How many releases the body, or a call, stands inside of. */
  final short shields() {
    return shields;
  }

  final void shields(short others) {
    shields = others;
  }

  final void enterBlock() {
    blocks++;
  }

  final void leaveBlock() {
    blocks--;
  }

  /** A block of the body has been cancelled; from any thread. */
  final void signalBlock() {
    while (!signal(phase, Phase.BLOCK)) {
      // The phase has changed: look again.
    }
  }

  /** Whether a cancellation must be thrown at the next await of a body (G23). Owner only. */
  final boolean cancels(Machine body) {
    boolean asked = Phase.has(phase, Phase.CANCEL);
    return (asked || blocks != 0) && shields == 0 && (asked || Block.cancels(body));
  }

  /** Whether a value that is there can simply be taken. Owner only. */
  final boolean isUndisturbed(Machine body) {
    return passedOn == null && !cancels(body);
  }

  /** Takes the requests that {@link #cancels} has seen, to throw one exception (G24). */
  final CancellationException takeCancellation(Machine body) {
    for (long p = phase; !changePhase(p, p & ~Phase.CANCEL); p = phase) {
      // Only flags can have been added by others.
    }
    if (blocks != 0) {
      Block.delivered(body, true);
    }
    return new CancellationException();
  }

  /**
   * A body takes the outcome of a stage. If a cancel had been passed on to that, and nothing there
   * has looked at it, then it is due again (G23). Owner only.
   *
   * @throws CancellationException if a cancel has waited for a release
   */
  final void takes(Machine body, @Nullable CompletionStage<?> stage) {
    PassedOn cancel = passedOn;
    if (cancel == null) {
      return;
    }
    passedOn = null;
    if (!cancel.isDueAgain(stage)) {
      return;
    }
    if (blocks != 0) {
      Block.delivered(body, false);
    }
    if (cancel.request() == Phase.CANCEL) {
      while (!raise(phase, Phase.CANCEL)) {
        // Only flags can have been added by others.
      }
    }
  }

  /** The stage waited for has ended: if it has failed, a close that it delayed is carried out. */
  final void closesAfterStage() {
    if (passedOn != null && passedOn.closed()) {
      passedOn = null;
      closesHere();
    }
  }

  /** The same of a call that has failed. */
  final void closesHere() {
    for (long p = phase; !changePhase(p, Phase.delivered(p)); p = phase) {
      // Only flags can have been added by others.
    }
    injectClose();
  }

  /**
   * A body is closed at a wait. If a stage of ours has failed there while it unwound, then closing
   * fails with that. Owner only.
   */
  final void leaves(@Nullable Object awaited) {
    if (awaited instanceof Promise<?> promise && promise.isCompletedExceptionally()) {
      leaves(promise.<@Nullable Throwable>handle((value, thrown) -> thrown).join());
    } else if (awaited instanceof Ticket ended) {
      leaves(ended.failure());
    }
  }

  /** The same of something that was being opened there. */
  final void leaves(@Nullable Throwable failure) {
    if (failure != null && left == null) {
      left = Failures.real(failure);
    }
  }

  /** What has failed so, once. */
  final @Nullable Throwable takeLeft() {
    Throwable taken = left;
    left = null;
    return taken;
  }

  /** The body of a machine awaits. Called by the owner, while the body is left. */
  final void waitsAt(Machine machine) {
    leaf = machine;
    leafShielded = shields > 0;
  }

  /**
   * Runs the body until its request is answered or it waits for a callback; then the body that has
   * waited for the answer, and so on, in a loop so that a long chain of bodies that await each
   * other does not deepen the stack (H10). Owner only.
   */
  final void drive() {
    goOn(CARRIED == null ? step() : CARRIED.drive(this));
  }

  /** This thread owns the body, and does something else first. */
  final void rest() {
    for (long p = phase; !changePhase(p, Phase.outside(p)); p = phase) {
      // Only flags can have been added by others.
    }
  }

  /** This thread, which has let the body rest, is about to run it. */
  final void wake() {
    for (long p = phase; !changePhase(p, Phase.running(p)); p = phase) {
      // Only flags can have been added by others.
    }
  }

  /** The same when the first step has been made, by the caller. */
  final void driveOn(@Nullable Driver stepped) {
    if (CARRIED != null && stepped == this) {
      CARRIED.suspends(this);
    }
    goOn(stepped);
  }

  private void goOn(@Nullable Driver stepped) {
    Driver running = this;
    Driver next = stepped;
    while (next != null && (next != running || running.attached(false))) {
      running = next;
      next = CARRIED == null ? running.step() : CARRIED.drive(running);
    }
  }

  /**
   * Waits for the leaf's stage.
   *
   * @param registered whether this has begun already and has been stopped by a cancel or a close
   * @return true if its outcome is there and this thread is to go on; false if the thread that
   *     calls back does, or already did
   */
  final boolean attached(boolean registered) {
    Machine waiting = waiting();
    for (; ; ) {
      long p = phase;
      if (!leafShielded && isInterrupted(waiting, p) && (registered || !looksFirst(waiting, p))) {
        if (interrupted(waiting, registered)) {
          return true;
        }
        continue;
      }
      CompletableFuture<?> awaited = Awaited.ofGoodConduct(waiting, ownStage());
      if (awaited != null && !registered && registers(awaited)) {
        registered = true; // and look again: a request may have waited for that
        continue;
      }
      if (awaited != null && registered) {
        if (changePhase(p, Phase.waiting(p))) {
          // Whoever completed it before this found nobody waiting, and left it to us to look.
          return awaited.isDone()
              && claim(awaited instanceof Promise ? awaited : null) == Claim.TAKEN;
        }
        continue;
      }
      long attaching = Phase.attaching(p);
      if (changePhase(p, attaching)) {
        try {
          attach(waiting);
        } catch (Throwable t) {
          return attachedOr(t, attaching, waiting);
        }
        return attachedOr(null, attaching, waiting);
      }
    }
  }

  private boolean isInterrupted(Machine waiting, long p) {
    return Phase.has(p, Phase.CANCEL)
        || (Phase.has(p, Phase.CLOSE) && !Call.isClosing(waiting))
        || (blocks != 0 && Block.cancels(waiting));
  }

  /**
   * Whether a foreign stage is registered with before a request is delivered, to see whether it has
   * a value: always if the run is only to be closed, which costs no value of a plain future either.
   */
  private boolean looksFirst(Machine waiting, long p) {
    return waiting.takesWhatIsThere()
        || (!Phase.has(p, Phase.CANCEL) && (blocks == 0 || !Block.cancels(waiting)));
  }

  /**
   * Delivers a cancel or a close at the wait (G20, A31). If the stage brings a value all the same,
   * the body gets it, since it may be a resource which only the body knows how to release; then it
   * is as if the request had come a moment later, while the body was running (A32, G23).
   *
   * @return false if the stage is one of ours that unwinds first, or has its outcome on the way:
   *     the body goes on when it is there
   */
  private boolean interrupted(Machine waiting, boolean registered) {
    MethodMachine<?> call = Call.outermost(waiting);
    boolean closesHere = call == null && Phase.has(phase, Phase.CLOSE);
    Promise<?> unwinding = Awaited.unwinding(waiting, closesHere);
    if (unwinding == null && Awaited.isDecided(waiting)) {
      leafShielded = true; // the outcome must not be lost (F12), though it may not be there yet
      return false;
    }
    if (unwinding == null && Awaited.cancel(waiting) && registered) {
      return true;
    }
    long p;
    do {
      p = phase;
      if (call == null
          && Phase.has(p, Phase.CLOSE)
          && unwinding != null
          && !unwinding.isRelease()) {
        passedOn = new PassedOn(unwinding, Phase.CLOSE);
        leafShielded = true; // whether it is closed here is seen when that has ended
        return false;
      }
    } while (!changePhase(p, call == null ? Phase.delivered(p) : Phase.cancelled(p)));
    if (blocks != 0) {
      Block.delivered(waiting, true);
    }
    boolean closes = Phase.has(p, Phase.CLOSE);
    if (closes && call != null) {
      call.signalClose();
    }
    if (closes && call == null) {
      injectClose();
    } else if (unwinding != null) {
      long request = closes || Phase.has(p, Phase.CANCEL) ? Phase.CANCEL : Phase.BLOCK;
      passedOn = new PassedOn(unwinding, request);
    }
    if (unwinding == null) {
      Awaited.interrupt(waiting);
    }
    return unwinding == null;
  }

  /** Registers with it, while the body counts as running, so that a callback is no claim yet. */
  private boolean registers(CompletableFuture<?> future) {
    if (future instanceof Promise<?> promise) {
      return promise.awaitedBy(this);
    }
    // Not whenComplete: its dependent would wrap a failure in a new CompletionException.
    CompletableFuture<?> unused = future.handle(this);
    return true;
  }

  private void attach(Machine waiting) throws Throwable {
    if (waiting.awaited instanceof Ticket ticket) {
      ticket.attach();
    } else if (waiting.awaited == ownStage()) {
      throw new IllegalStateException("a body awaits its own result, which can never come");
    } else if (waiting.awaited instanceof Promise<?> promise && !promise.awaitedBy(this)) {
      Ticket ticket = new Ticket(this, promise);
      waiting.awaited = ticket;
      ticket.attach();
    }
  }

  private boolean attachedOr(@Nullable Throwable thrown, long attaching, Machine waiting) {
    for (; ; ) {
      long p = phase;
      if (!Phase.sameEpoch(p, attaching)) {
        return false;
      }
      long state = Phase.state(p);
      if (state == Phase.INLINE) {
        if (changePhase(p, Phase.running(p))) {
          return true;
        }
      } else if (state != Phase.ATTACHING) {
        return false;
      } else if (thrown != null) {
        if (changePhase(p, Phase.running(p))) {
          waiting.awaited = Ticket.failed(thrown);
          return true;
        }
      } else if (!leafShielded && (Phase.has(p, Phase.BLOCK) || isInterrupted(waiting, p))) {
        if (changePhase(p, Phase.running(p))) {
          return attached(true);
        }
      } else if (changePhase(p, Phase.parked(p))) {
        return false;
      }
    }
  }

  /** The callback of a future; never called by anybody else. */
  @Override
  public final @Nullable Void apply(@Nullable Object value, @Nullable Throwable failure) {
    if (claim(null) == Claim.TAKEN) {
      drive();
    }
    return null;
  }

  /**
   * Somebody says that the awaited stage is complete: decides whether that is so, and who goes on.
   *
   * @param source the ticket or promise that says so; null if it is a plain future, of which the
   *     callback does not say which one it is: then the one that is awaited must be complete
   */
  final Claim claim(@Nullable Object source) {
    for (; ; ) {
      long p = phase;
      long state = Phase.state(p);
      if (state != Phase.PARKED && state != Phase.ATTACHING) {
        return Claim.STALE;
      }
      // Reads that race with an owner: the exchange below fails if they did.
      Machine waiting = leaf;
      Object awaited = waiting == null ? null : waiting.awaited;
      if (source == null ? !Awaited.isDone(awaited) : awaited != source) {
        return Claim.STALE;
      }
      if (state == Phase.ATTACHING && Phase.mine(p)) {
        if (changePhase(p, Phase.inline(p))) {
          return Claim.INLINE;
        }
      } else if (changePhase(p, Phase.running(p))) {
        return Claim.TAKEN;
      }
    }
  }

  /**
   * A cancel or close from outside, in whatever state the root is but idle.
   *
   * @param seen the phase in which the caller found the request unfinished
   * @param flag {@link Phase#CANCEL}, {@link Phase#CLOSE} or {@link Phase#BLOCK}
   * @return false if the phase has changed, and the caller must look again
   */
  final boolean signal(long seen, long flag) {
    if (Phase.state(seen) == Phase.PARKED && !leafShielded) {
      if (!changePhase(seen, Phase.running(seen) | flag)) {
        return false;
      }
      if (attached(true)) {
        drive();
      }
      return true;
    }
    return raise(seen, flag);
  }

  private Machine waiting() {
    Machine waiting = leaf;
    if (waiting == null) {
      throw new AssertionError("the body says that it waits, and nothing in it does");
    }
    return waiting;
  }
}

package dev.belay.internal;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a template's body. The protected methods are what the body's generated form calls;
 * only the thread that owns the body calls them, from within {@link #resume()}.
 *
 * <p>Those that ask whether something is still going on, {@code pulling} and the like, are called
 * again with the same arguments when the body is resumed there.
 */
public abstract class Machine extends Driver {
  /** In place of an element: there is none, a body that yields has ended. */
  protected static final Object END = new Object();

  /** In place of an outcome, an element or a result: the body stands at an await, or must. */
  protected static final Object WAITING = new Object();

  /** A part of a large body has ended, and the body goes on after it. */
  protected static final Object GOING_ON = new Object();

  private static final int FINISHED = -1;

  /** Generators deeper than this are roots of their own, so that no stack grows with them (H10). */
  private static final byte DEPTH_LIMIT = 100;

  private static final byte DETACHED = -1;

  /**
   * Where the body stands: the number of an await, or the complement of that of a yield; 0 while it
   * runs and before it has started.
   */
  private int state;

  /** Null: this; were it written, the JIT could never do without the object. */
  private @Nullable Driver root;

  /**
   * What the body waits for or has not taken yet: a future of good conduct, a {@link Ticket}, a
   * call, or a resource. Null while the body runs.
   */
  @Nullable Object awaited;

  /** The result of the last release. */
  boolean exited;

  /** Whether a scope is being opened, up to the time that the body takes the resource. */
  boolean entering;

  /** What a resource is released with that was opened although the body is closed (D19). */
  @Nullable CancellationException discarding;

  /** The body is to return from where it stands, and has not yet looked. */
  private boolean closeSignal;

  /** The innermost open block of a task group in this body. */
  @Nullable Block block;

  private @Nullable Machine parent;

  /** 0: a root; positive: how deep a child; {@link #DETACHED}: a root, being too deep. */
  private byte depth;

  Machine() {}

  /**
   * Runs the body on from where it stands. Public for the loop of another body, which has asked
   * {@link #child}.
   *
   * @return {@link #WAITING}; or what a method completes with; or the element that a generator
   *     yields, the value of a resource, or {@link #END}
   * @throws Throwable whatever leaves the body, and then the run has ended
   */
  public abstract @Nullable Object resume() throws Throwable;

  /**
   * Where this machine's lines come from, for stack traces; as {@link Origin} reads it.
   *
   * @return empty for a machine that was not generated
   */
  protected String source() {
    return "";
  }

  /** Clears the references that the run holds; called once, when it has ended (A50). */
  protected void forget() {}

  /**
   * The suspension point to go on from; from here on the body counts as running.
   *
   * @return the number given to {@link #suspendAt}; 0 at the start of the run
   */
  protected final int resumed() {
    int at = state;
    state = 0;
    return at < 0 ? ~at : at;
  }

  /**
   * Leaves the body at an await.
   *
   * @param point the number of the suspension point, positive
   * @return {@link #WAITING}
   */
  protected final Object suspendAt(int point) {
    state = point;
    return WAITING;
  }

  /** Leaves the body at a yield. */
  final void standAt(int point) {
    state = ~point;
  }

  /**
   * Whether a {@code finally} block is to run, the body not being left only for a while.
   *
   * @return false after {@link #suspendAt} or {@code yieldAt}
   */
  protected final boolean running() {
    return state == 0;
  }

  /**
   * Awaits.
   *
   * @param stage what to await
   * @return true if the body must suspend; false if the outcome can be {@link #taken()}
   * @throws NullPointerException if the stage is null (H5)
   */
  protected final boolean pending(@Nullable CompletionStage<?> stage) {
    return Awaited.pending(this, stage);
  }

  /**
   * Awaits in a {@code finally} block, or another release: neither a cancel nor a close cuts it
   * short; they are delivered at the next await that is not one (A35).
   *
   * @param stage what to await
   * @return as {@link #pending}
   */
  protected final boolean pendingRelease(@Nullable CompletionStage<?> stage) {
    return Awaited.pendingRelease(this, stage);
  }

  /**
   * Awaits, and takes the outcome at once if it is there: {@link #pending} and {@link #taken()}.
   *
   * @param stage what to await
   * @return the outcome; or {@link #WAITING}, and then it can be {@link #taken()} later
   * @throws Throwable as {@link #taken()}
   * @throws NullPointerException if the stage is null (H5)
   */
  protected final @Nullable Object awaiting(@Nullable CompletionStage<?> stage) throws Throwable {
    return Awaited.awaiting(this, stage);
  }

  /**
   * The same in a {@code finally} block, not cut short.
   *
   * @param stage what to await
   * @return as {@link #awaiting}
   * @throws Throwable as {@link #taken()}
   */
  protected final @Nullable Object awaitingRelease(@Nullable CompletionStage<?> stage)
      throws Throwable {
    return Awaited.awaitingRelease(this, stage);
  }

  /**
   * A call has thrown.
   *
   * @param callee its class; not the machine, so that the JIT can do without the object
   * @param source its {@link #source()}
   * @return what the body throws
   */
  protected final Throwable failed(Class<?> callee, String source, Throwable failure) {
    return Call.failed(this, callee, source, failure);
  }

  /**
   * Calls a method in a {@code finally} block, not cut short, and awaits it.
   *
   * @param callee a run that has not started
   * @return as {@link #awaiting}
   * @throws Throwable what it throws
   */
  protected final @Nullable Object invokingRelease(MethodMachine<?> callee) throws Throwable {
    return Call.invokingRelease(this, callee);
  }

  /**
   * The outcome of the await.
   *
   * @return the value of the stage
   * @throws Throwable what the stage failed with, unwrapped (H14); or a {@link
   *     CancellationException} in its place (G20)
   */
  protected final @Nullable Object taken() throws Throwable {
    return Awaited.taken(this);
  }

  /**
   * Whether the body is to return from this suspension point because it is being closed. True once
   * for each time that closing is tried, so that awaits in {@code finally} blocks run as usual.
   *
   * @return whether to return
   */
  protected final boolean closing() {
    // A resource that is being opened is not left behind: entering() ends it first.
    if (!closeSignal || entering) {
      return false;
    }
    closeSignal = false;
    root().leaves(awaited);
    awaited = null;
    return true;
  }

  /**
   * Begins a loop.
   *
   * @param iterable what to iterate
   * @param <T> the type of the elements
   * @return the iterator, which the body must close with {@link #closingIterator}
   * @throws NullPointerException if the iterable, or its iterator, is null (E8)
   */
  protected final <T extends @Nullable Object> AsyncIterator<T> iterate(
      @Nullable AsyncIterable<? extends T> iterable) {
    return Loop.iterator(this, iterable);
  }

  /**
   * Pulls the next element.
   *
   * @param iterator what {@link #iterate} returned
   * @return the element, which may be null; {@link #END}; or {@link #WAITING}, and then the body
   *     must suspend
   * @throws Throwable what the pull failed with (E7, E9), or a cancellation (E13)
   */
  protected final @Nullable Object pulling(AsyncIterator<?> iterator) throws Throwable {
    return Loop.pulling(this, iterator);
  }

  /**
   * The generator that a loop can resume by itself: there the JIT learns of each loop which one it
   * takes from, and makes the two of them one.
   *
   * @param iterator what {@link #iterate} returned
   * @return a generator that this body began; null: {@link #pulling} asks
   */
  protected final @Nullable GeneratorMachine<?> child(AsyncIterator<?> iterator) {
    return Loop.own(this, iterator);
  }

  /**
   * Whether a cancellation is due.
   *
   * @return true if the loop must ask {@link #pulling}, which throws it
   */
  protected final boolean cancels() {
    return root().cancels(this);
  }

  /**
   * Pulls the next element in a {@code finally} block: as {@link #pulling}, not cut short (G39).
   *
   * @param iterator what {@link #iterate} returned
   * @return as {@link #pulling}
   * @throws Throwable what the pull failed with
   */
  protected final @Nullable Object pullingRelease(AsyncIterator<?> iterator) throws Throwable {
    return Loop.pullingRelease(this, iterator);
  }

  /**
   * The element that a pull has found, as one.
   *
   * @param iterator what {@link #iterate} returned
   * @param outcome what {@link #pulling} of it returned, or {@link #resume} of its {@link #child}
   * @param <T> the type of the elements
   * @return the element, which may be null
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // It comes from that iterator.
  protected static <T extends @Nullable Object> T element(
      AsyncIterator<T> iterator, @Nullable Object outcome) {
    return (T) outcome;
  }

  /**
   * Closes the iterator of a loop, on every way out (E3); not cut short by a cancel or a close.
   *
   * @param iterator what {@link #iterate} returned
   * @param failure what the loop failed with, which the body throws afterwards; null if nothing
   * @return true if the body must suspend
   * @throws Throwable what closing failed with, if the loop did not fail; otherwise it is added to
   *     the given failure as suppressed (E5)
   */
  protected final boolean closingIterator(AsyncIterator<?> iterator, @Nullable Throwable failure)
      throws Throwable {
    return Loop.closing(this, iterator, failure);
  }

  /**
   * Opens a scope.
   *
   * @param scope the scope; null when asked again
   * @return true if the body must suspend; false if {@link #entered()} gives the resource
   * @throws Throwable what opening failed with (D3)
   */
  protected final boolean entering(@Nullable AsyncScope<?> scope) throws Throwable {
    return Scope.entering(this, scope);
  }

  /**
   * Opens a scope in a {@code finally} block: as {@link #entering}, not cut short (G39).
   *
   * @param scope the scope; null when asked again
   * @return as {@link #entering}
   * @throws Throwable what opening failed with
   */
  protected final boolean enteringRelease(@Nullable AsyncScope<?> scope) throws Throwable {
    return Scope.enteringRelease(this, scope);
  }

  /**
   * The resource that the scope opened.
   *
   * @return the resource, which the body must close with {@link #exiting}
   */
  protected final Opened<?> entered() {
    return Scope.entered(this);
  }

  /**
   * Releases a resource, on every way out; not cut short by a cancel or a close.
   *
   * @param opened what {@link #entered()} returned
   * @param failure what the scope's block failed with; null if nothing (D5, D6)
   * @return true if the body must suspend; false if {@link #exited()} tells what becomes of the
   *     failure
   * @throws Throwable what releasing failed with (D10), if it is not the given failure (D12), which
   *     it then holds as suppressed (D11)
   */
  protected final boolean exiting(Opened<?> opened, @Nullable Throwable failure) throws Throwable {
    return Scope.exiting(this, opened, failure);
  }

  /**
   * Releases a resource in a {@code finally} block: as {@link #exiting}; nothing that the release
   * waits for is cut short either, as the tasks of a group would be (G39).
   *
   * @param opened what {@link #entered()} returned
   * @param failure what the scope's block failed with; null if nothing
   * @return as {@link #exiting}
   * @throws Throwable what releasing failed with
   */
  protected final boolean exitingRelease(Opened<?> opened, @Nullable Throwable failure)
      throws Throwable {
    return Scope.exitingRelease(this, opened, failure);
  }

  /**
   * Whether the scope suppressed the failure of its block (D7 to D9).
   *
   * @return true if the body goes on after the block as if nothing had happened
   */
  protected final boolean exited() {
    return exited;
  }

  /** Becomes the child of a machine, before its first step. */
  final void adoptedBy(Machine parent) {
    this.parent = parent;
    root = parent.root();
    depth = (byte) Math.min(Math.max(parent.depth, 0) + 1, DEPTH_LIMIT);
  }

  /** What has been opened under one root may go on under another, as a stack closes it. */
  final void under(Driver root) {
    Driver other = root == this ? null : root;
    if (this.root != other) { // a store of a reference costs more, and this runs for each element
      this.root = other;
    }
  }

  /** Whether the children of this machine should better be {@link #detach detached}. */
  final boolean isDeep() {
    return depth == DEPTH_LIMIT;
  }

  /** Becomes a root that its consumer must start from a shallow stack. */
  final void detach() {
    depth = DETACHED;
  }

  final boolean isDetached() {
    return depth == DETACHED;
  }

  final boolean isChild() {
    return depth > 0;
  }

  /** The machine whose body began this one as its child. */
  final @Nullable Machine parent() {
    return parent;
  }

  /** The {@link #root()} of a child; null for a root. */
  final @Nullable Driver above() {
    return root;
  }

  final Driver root() {
    Driver other = root;
    return other == null ? this : other;
  }

  /** Whether a body that has been left so has ended. */
  abstract boolean ends(@Nullable Object outcome);

  /** Runs the body on for a root. An exception ends the run as well. */
  final @Nullable Object poll(Driver root) throws Throwable {
    if (state == FINISHED) {
      return END;
    }
    under(root);
    Object outcome;
    try {
      outcome = resume();
    } catch (Throwable t) {
      Traces.leaving(this, t);
      finish();
      throw t;
    }
    if (ends(outcome)) {
      finish();
    }
    return outcome;
  }

  /** Ends the run, from within or without. */
  final void finish() {
    state = FINISHED;
    awaited = null;
    closeSignal = false;
    entering = false;
    discarding = null;
    parent = null;
    forget();
  }

  final boolean finished() {
    return state == FINISHED;
  }

  /** Whether the body stands nowhere because it has not started; not to be asked while it runs. */
  final boolean fresh() {
    return state == 0;
  }

  /** The suspension point at which the body stands, or 0. */
  final int point() {
    return state < 0 ? ~state : state;
  }

  /** Whether the body stands at an await, and not at a yield. */
  final boolean isWaiting() {
    return state > 0;
  }

  /** Asks the body to return from where it stands. */
  final void signalClose() {
    closeSignal = true;
  }

  /** Whether the body has not yet looked at the signal. */
  final boolean closeSignalled() {
    return closeSignal;
  }

  /** Whether a value that is there outranks a cancellation, which comes where the body waits. */
  boolean takesWhatIsThere() {
    return false;
  }

  /** A stage is given up that may bring a resource all the same. Throws nothing. */
  void abandoned(CompletionStage<?> stage) {
    if (entering) {
      LateArrival.closing(stage, opened -> opened instanceof Opened<?> o ? o : null);
    }
  }
}

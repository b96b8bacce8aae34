package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a resource template's body, which yields once: the scope that can be used once (D32),
 * and the resource that it opened; what a child is polled for, and the public protocol of a root
 * (clauses D.2).
 *
 * @param <T> the type of the resource
 */
public abstract class ResourceMachine<T extends @Nullable Object> extends YieldingMachine<T>
    implements AsyncScope<T>, Opened<T> {
  private static final VarHandle CLOSED;

  static {
    try {
      CLOSED = MethodHandles.lookup().findVarHandle(ResourceMachine.class, "closed", Closed.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static final String NO_YIELD = "the resource template did not yield";

  private @Nullable Opening<T> opening;
  private volatile @Nullable Closed closed;

  /** What the use of the resource failed with. */
  private @Nullable Throwable given;

  /** The same, until the yield has thrown it. */
  private @Nullable Throwable raised;

  /** That the body yielded a second time. */
  private @Nullable IllegalStateException secondYield;

  private boolean releasing;
  private boolean suppressed;

  /** For generated machines. */
  protected ResourceMachine() {}

  /**
   * The scope of a resource template.
   *
   * @param machine a run that has not started, with the captured arguments
   * @param <T> the type of the resource
   * @return a scope that can be used once (D32)
   */
  public static <T extends @Nullable Object> AsyncScope<T> scope(ResourceMachine<T> machine) {
    return machine;
  }

  /**
   * Where the lines of this run come from, for the body that uses it.
   *
   * @return {@link #source()}
   */
  public final String origin() {
    return source();
  }

  /**
   * What became of the use of the resource; called once when the body is resumed at its yield.
   *
   * @return null: the use ended without a failure
   * @throws Throwable what the use failed with (D24)
   */
  protected final @Nullable Object received() throws Throwable {
    Throwable failure = raised;
    if (failure == null && closeSignalled()) {
      // A body that does not ask whether it is closing is unwound by an exception.
      boolean unused = closing();
      failure = secondYield;
    }
    raised = null;
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  /** For a parent that opens its child: whether it waits; otherwise there is a {@link #value}. */
  final boolean open(Driver root) throws Throwable {
    Object outcome = pull(root);
    if (outcome == END) {
      throw new IllegalStateException(NO_YIELD);
    }
    return outcome == WAITING;
  }

  /** For a parent that releases its child: whether it waits. */
  final boolean release(Driver root, @Nullable Throwable failure) throws Throwable {
    if (!releasing) {
      beginRelease(failure);
    }
    if (secondYield == null) {
      Object outcome = releaseOnce(root);
      if (outcome == WAITING || outcome == END) {
        return outcome == WAITING;
      }
      return yieldedAgain(root);
    }
    return closeAfterSecondYield(root, secondYield);
  }

  /** Before the first time that the body is resumed to be released. */
  final void beginRelease(@Nullable Throwable failure) {
    releasing = true;
    given = failure;
    raised = failure;
  }

  /**
   * The body has ended for whoever has resumed it by himself.
   *
   * @return as {@link #suppressed()}
   */
  final boolean endRelease() {
    finish();
    dropYielded();
    return given != null;
  }

  /** The body has yielded where it was released: closes it, and tells whether that waits. */
  final boolean yieldedAgain(Driver root) throws Throwable {
    IllegalStateException again =
        new IllegalStateException("the resource template yielded a second time");
    secondYield = again;
    if (given != null) {
      again.addSuppressed(given);
    }
    return closeAfterSecondYield(root, again);
  }

  private @Nullable Object releaseOnce(Driver root) throws Throwable {
    try {
      Object outcome = pull(root);
      suppressed = outcome == END && given != null;
      return outcome;
    } catch (Throwable t) {
      if (t == given) {
        return END; // not suppressed (D12, D25)
      }
      if (given != null && addsGiven()) {
        Failures.suppress(t, given);
      }
      throw t;
    }
  }

  /** Whether a failure of the release is to hold the one of the use as suppressed (D11). */
  boolean addsGiven() {
    return true;
  }

  private boolean closeAfterSecondYield(Driver root, IllegalStateException failure)
      throws Throwable {
    try {
      if (unwind(root)) {
        return true;
      }
    } catch (Throwable t) {
      Failures.suppress(failure, t);
    }
    throw failure;
  }

  /** After {@link #release}: whether the body ended normally although a failure was thrown in. */
  final boolean suppressed() {
    return suppressed;
  }

  @Override
  public final T value() {
    return yielded("the resource has been released");
  }

  /**
   * Takes the one use of this scope.
   *
   * @throws IllegalStateException if there was one (D32)
   */
  final void use() {
    // The first epoch is that of a scope which nobody has used.
    if (phase() != 0 || !changePhase(0, Phase.next(0))) {
      throw new IllegalStateException(
          "this scope has been used before: ask for a new one each time");
    }
  }

  @Override
  public final CompletableFuture<Opened<T>> open() {
    try {
      use();
    } catch (IllegalStateException e) {
      return Settled.failure(e);
    }
    return opened();
  }

  /** Opens as a root. */
  final CompletableFuture<Opened<T>> opened() {
    CompletableFuture<Opened<T>> opening = begun();
    return Leaks.WATCH == null ? opening : Leaks.WATCH.watched(opening);
  }

  final CompletableFuture<Opened<T>> begun() {
    setPhase(Phase.running(phase()));
    try {
      if (!open(this)) {
        setPhase(Phase.idle(phase()));
        return Delivered.of(this);
      }
    } catch (Throwable t) {
      setPhase(Phase.idle(phase()));
      return Settled.failure(t);
    }
    Opening<T> handedOut = new Opening<>(this);
    opening = handedOut;
    driveOn(this);
    return handedOut;
  }

  @Override
  public final CompletionStage<Boolean> close(@Nullable Throwable failure) {
    Closed mine = new Closed();
    Closed others = (Closed) CLOSED.compareAndExchange(this, null, mine);
    if (others != null) {
      return others;
    }
    // Nobody else drives a root that is open: its opening is over, and this is the only release.
    setPhase(Phase.running(phase()) | Phase.CLOSING);
    given = failure;
    beginReleasing();
    drive();
    return mine;
  }

  private void beginReleasing() {
    releasing = true;
    raised = given;
    shield();
  }

  @Override
  final @Nullable Driver step() {
    if (Call.goOn(this)) {
      return this;
    }
    Throwable failure = null;
    try {
      if (releasing ? release(this, given) : open(this)) {
        return this;
      }
      Opening<T> waiting = opening;
      if (!releasing && waiting != null && waiting.isCancelRequested()) {
        given = new CancellationException();
        beginReleasing();
        return step();
      }
    } catch (Throwable t) {
      failure = t;
    }
    return answered(failure);
  }

  private @Nullable Driver answered(@Nullable Throwable failure) {
    Opening<T> waiting = opening;
    opening = null;
    Throwable outcome = failure == null && waiting != null && releasing ? given : failure;
    setPhase(Phase.next(Phase.idle(phase())));
    if (waiting != null) {
      return waiting.answer(this, outcome);
    }
    Closed handedOut = closed;
    return handedOut == null ? null : handedOut.answer(suppressed, outcome);
  }

  /** What is acquired here is released by the body, but only if the body gets it (D19). */
  @Override
  boolean takesWhatIsThere() {
    return true;
  }

  @Override
  final @Nullable CompletableFuture<?> ownStage() {
    return opening;
  }

  /** The future of the opening; when it has been cancelled, what opens all the same is released. */
  private static final class Opening<T extends @Nullable Object> extends Promise<Opened<T>> {
    private final ResourceMachine<T> machine;
    private volatile boolean cancelRequested;

    Opening(ResourceMachine<T> machine) {
      this.machine = machine;
    }

    @Override
    boolean handsOver() {
      return true;
    }

    boolean isCancelRequested() {
      return cancelRequested;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      cancelRequested = true;
      for (; ; ) {
        long p = machine.phase();
        if (Phase.state(p) == Phase.IDLE || machine.opening != this) {
          return false;
        }
        if (machine.signal(p, Phase.CANCEL)) {
          return true;
        }
      }
    }
  }

  /** The stage of a release, which is not cut short, so that it cannot be cancelled. */
  private static final class Closed extends Promise<Boolean> {

    @Override
    boolean isRelease() {
      return true;
    }
  }
}

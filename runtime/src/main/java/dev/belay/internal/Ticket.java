package dev.belay.internal;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One await of a stage whose conduct is unknown. The stage may call back twice, late or never (H4):
 * only the call that finds the root waiting for this very ticket counts.
 *
 * <p>Also the outcome of a wait that ended without its stage.
 */
final class Ticket implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  /**
   * A wait that a cancel or a close has cut short. A body that is closed does not look at it, so
   * that the exception is made when it is taken.
   */
  static final Ticket CANCELLED = new Ticket(new Unseen());

  private final @Nullable Driver root;
  private @Nullable CompletionStage<?> stage;
  private final @Nullable Start start;
  private @Nullable Object value;
  private @Nullable Throwable failure;

  /** What the stage called back with when nobody waited for it any more. */
  private volatile @Nullable Answer late;

  /** Starts something late: when the root attaches, after the stack of the body has unwound. */
  interface Start {
    CompletionStage<?> start() throws Throwable;
  }

  Ticket(Driver root, CompletionStage<?> stage) {
    this.root = root;
    this.stage = stage;
    this.start = null;
  }

  Ticket(Driver root, Start start) {
    this.root = root;
    this.start = start;
  }

  private Ticket(Throwable failure) {
    this.root = null;
    this.start = null;
    this.failure = failure;
  }

  static Ticket failed(Throwable failure) {
    return new Ticket(failure);
  }

  @Nullable CompletionStage<?> stage() {
    return stage;
  }

  /**
   * Registers with the stage. A second time, after a cancel that the stage obeys in its own time,
   * is harmless.
   */
  void attach() throws Throwable {
    CompletionStage<?> started = stage;
    if (started == null) {
      started = Objects.requireNonNull(start).start();
      stage = started;
    }
    Object unused = started.whenComplete(this);
  }

  @Override
  public void accept(@Nullable Object value, @Nullable Throwable failure) {
    Driver owner = root;
    if (owner == null) {
      return;
    }
    Claim claim = owner.claim(this);
    if (claim == Claim.STALE) {
      late = new Answer(value, failure);
      return;
    }
    // Owned by this thread now, so plain writes do.
    this.value = value;
    this.failure = failure;
    if (claim == Claim.TAKEN) {
      owner.drive();
    }
  }

  /**
   * Cancels the stage as well as it allows, for an owner who does not wait for it any more.
   *
   * @return whether it has brought a value all the same, which {@link #take} returns then
   */
  boolean cancel() {
    CompletionStage<?> cancelled = stage;
    if (cancelled == null) {
      return false;
    }
    try {
      CompletableFuture<?> future = cancelled.toCompletableFuture();
      if (!future.cancel(true) && future.isDone() && !future.isCompletedExceptionally()) {
        value = future.join();
        return true;
      }
    } catch (Throwable t) {
      // It need be neither convertible nor cancellable; but it may just have called back.
    }
    Answer arrived = late;
    if (arrived == null || arrived.failure() != null) {
      return false;
    }
    value = arrived.value();
    return true;
  }

  /** What the wait failed with; null if it did not. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** The outcome: the value, or the failure thrown, unwrapped. */
  @Nullable Object take() throws Throwable {
    if (this == CANCELLED) {
      throw new CancellationException();
    }
    if (failure != null) {
      throw Failures.unwrapped(failure);
    }
    return value;
  }
}

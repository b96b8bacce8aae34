package dev.belay;

/** An {@link AsyncQueue} has been shut down: it accepts nothing, or has nothing left (F19). */
public final class QueueShutDownException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** Says that the queue has been shut down. */
  public QueueShutDownException() {
    super("the queue has been shut down");
  }
}

package dev.belay.internal;

import java.util.concurrent.CancellationException;

/**
 * What a wait of ours ends with when the body that waits is closed there: the body returns and does
 * not look at it. So it has no stack trace, which would cost more than all of the rest.
 */
final class Unseen extends CancellationException {
  private static final long serialVersionUID = 1;

  Unseen() {
    super("the body that waited has been closed");
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // It does nothing.
  public Throwable fillInStackTrace() {
    return this;
  }
}

package dev.belay.internal;

import java.util.concurrent.CancellationException;

/**
 * Leaves a body that is being closed at a point where it does not ask {@link Machine#closing()}.
 * That is second best, since the body's {@code catch} blocks see it; the consumer does not.
 */
final class ClosedHere extends CancellationException {
  private static final long serialVersionUID = 1;
}

package dev.belay.samples;

/** The server cannot start, for a reason that is the user's to mend; the message is for them. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}

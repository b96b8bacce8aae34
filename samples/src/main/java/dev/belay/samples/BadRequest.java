package dev.belay.samples;

/** A request that cannot be done, for a reason that is the client's; the message is for them. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status of HTTP, from 400 to 499
   */
  BadRequest(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}

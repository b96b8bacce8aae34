package dev.belay.processor.behaviour.harness;

import java.util.Arrays;

/** What cases throw, and what the stages of a {@link Plan} fail with. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Failure(String message) {
    super(message);
  }

  /** Throws anything as if it were unchecked. */
  @SuppressWarnings("unchecked") // The cast is erased, which is the trick.
  static <X extends Throwable> RuntimeException sneaky(Throwable failure) throws X {
    throw (X) failure;
  }

  /** The same, with the type arguments out of sight. */
  static RuntimeException thrown(Throwable failure) {
    throw Failure.<RuntimeException>sneaky(failure);
  }

  /** Adds to what goes on a failure that must not be lost, unless one knows the other (D42). */
  static void suppress(Throwable primary, Throwable other) {
    if (!knows(primary, other) && !knows(other, primary)) {
      primary.addSuppressed(other);
    }
  }

  private static boolean knows(Throwable failure, Throwable other) {
    return failure == other
        || (failure.getCause() != null && knows(failure.getCause(), other))
        || Arrays.stream(failure.getSuppressed()).anyMatch(s -> knows(s, other));
  }
}

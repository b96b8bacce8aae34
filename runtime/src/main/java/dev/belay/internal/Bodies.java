package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/** What generated bodies call that does not concern the machine. */
public final class Bodies {
  private Bodies() {}

  /**
   * Closes the resource of a {@code try} statement (JLS 14.20.3.1).
   *
   * @param resource the resource; null is skipped (B31)
   * @param failure what the body failed with; null if nothing
   * @throws Throwable what closing failed with, if the body did not fail; otherwise it is added to
   *     the body's failure as suppressed
   */
  public static void release(@Nullable AutoCloseable resource, @Nullable Throwable failure)
      throws Throwable {
    if (resource == null) {
      return;
    }
    if (failure == null) {
      resource.close();
      return;
    }
    try {
      resource.close();
    } catch (Throwable t) {
      if (t != failure) {
        failure.addSuppressed(t);
      }
    }
  }

  /**
   * Turns an assignment into a condition, behind a pattern that has bound what is assigned.
   *
   * @param ignored the assigned value
   * @return true
   */
  public static boolean bound(@Nullable Object ignored) {
    return true;
  }

  /**
   * Ends what was to have a value, and whose failure a resource has suppressed: a {@code switch}
   * expression, or a body that returns a primitive (D7). A null would fail where it is unboxed, far
   * from here.
   *
   * @return to be thrown
   */
  public static IllegalStateException valueless() {
    return new IllegalStateException(
        "a resource suppressed the failure of the block that was to give a value");
  }

  /**
   * Throws an exception that the compiler does not know of: what a private method, called through a
   * method handle, threw.
   *
   * @param failure the exception
   * @param <X> inferred as unchecked
   * @return nothing; declared so that the caller can write {@code throw}
   * @throws X the exception itself
   */
  @SuppressWarnings("unchecked") // The cast is erased: that is its purpose.
  public static <X extends Throwable> RuntimeException rethrow(Throwable failure) throws X {
    throw (X) failure;
  }
}

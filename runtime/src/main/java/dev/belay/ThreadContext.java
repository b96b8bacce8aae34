package dev.belay;

import java.util.function.Supplier;

/**
 * Carries thread-locals along with bodies: a body that goes on after a suspension, on whatever
 * thread, finds those that it had when it suspended (H27). Without such a service nothing is
 * carried (H11), and it costs nothing that it could be.
 *
 * <p>A class that implements this interface is named in {@code
 * META-INF/services/dev.belay.ThreadContext}, or in a module's {@code provides}. It is loaded once,
 * before the first body runs, by the class loader of the runtime. There may be several. For
 * Micrometer's context propagation there is one in {@code belay-context-propagation}.
 *
 * <p>What an implementation throws does not concern bodies: it goes to the {@link
 * UndeliveredFailureHandler}s.
 */
@FunctionalInterface
public interface ThreadContext {

  /**
   * Takes a copy of the current thread's locals. Called when a body suspends, on the thread that
   * has run it; at that time the locals are those of the body.
   *
   * @return sets the locals of the thread that calls it to the copy, and returns what puts back
   *     those that were there before. It is called on the thread that goes on with the body, at
   *     most once; what it returns is called on the same thread when the body suspends again or
   *     ends
   */
  Supplier<Runnable> capture();
}

package dev.belay.internal;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A request that a body makes of something that is not its child: an iterator, or a resource.
 *
 * @param <X> the type of what is asked
 */
interface Request<X> {

  /** Makes the request. */
  @Nullable CompletionStage<?> of(X target) throws Throwable;

  /**
   * Makes the request and awaits the stage.
   *
   * @param machine the machine whose body asks
   * @param target whom it asks
   * @param request what it asks
   * @param name of the request, for messages
   * @return as {@link Machine#pending}
   * @throws Throwable what the request threw; or NullPointerException if it returned null (E9, D13)
   */
  static <X> boolean pending(Machine machine, X target, Request<X> request, String name)
      throws Throwable {
    if (target instanceof Machine other && other.isDetached()) {
      Awaited.pendingStart(machine, () -> stage(target, request, name));
      return true;
    }
    return machine.pending(stage(target, request, name));
  }

  private static <X> CompletionStage<?> stage(X target, Request<X> request, String name)
      throws Throwable {
    CompletionStage<?> stage = request.of(target);
    if (stage == null) {
      throw new NullPointerException(name + " of " + target.getClass() + " returned null");
    }
    return stage;
  }
}

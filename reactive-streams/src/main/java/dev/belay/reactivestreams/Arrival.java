package dev.belay.reactivestreams;

/**
 * Waits for a resource; see {@link Publishers#scope}. Cancelling asks the publisher to stop and
 * leaves the stage open: should the resource come all the same, whoever gave up waiting for it
 * hears of it, and releases it (D19).
 *
 * @param <T> the type of the resource
 */
final class Arrival<T> extends FirstElement<T> {
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    cancelSubscription();
    return false;
  }
}

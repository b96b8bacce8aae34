package dev.belay;

/**
 * Learns of failures that reach nobody, because every stage that could tell of them has been
 * completed or nobody asked for it (H26): of the release of a resource that arrived after its
 * opening was cancelled, of what {@link AsyncIterable#prefetch} read ahead in vain, of a subscriber
 * that throws. Without a handler such failures vanish.
 *
 * <p>Handlers are services: a class that implements this interface is named in {@code
 * META-INF/services/dev.belay.UndeliveredFailureHandler}, or in a module's {@code provides}. They
 * are loaded once, when the first such failure happens, by the context class loader of its thread.
 */
@FunctionalInterface
public interface UndeliveredFailureHandler {

  /**
   * Takes note. Called on whatever thread has met the failure; what it throws is ignored.
   *
   * @param failure what nobody will be told
   */
  void undelivered(Throwable failure);
}

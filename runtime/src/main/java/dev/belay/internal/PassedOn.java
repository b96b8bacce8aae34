package dev.belay.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A request that a body has passed on to a stage of ours, which unwinds first (G20). What becomes
 * of the request is decided by how that ends.
 *
 * @param stage the stage that the body awaits
 * @param request {@link Phase#CANCEL}, {@link Phase#CLOSE}, or {@link Phase#BLOCK}
 */
record PassedOn(Promise<?> stage, long request) {

  /** Whether a close has been carried out there, and the body is to return from its wait (A31). */
  boolean closed() {
    return request == Phase.CLOSE && stage.isCompletedExceptionally();
  }

  /**
   * Whether a cancel is due again in the body that takes a value: nothing there has looked at it
   * (G23). A close does not ask: it has stayed with the root, and acts where the body next suspends
   * (A32).
   *
   * @throws CancellationException if the cancel has waited for a release
   */
  boolean isDueAgain(@Nullable CompletionStage<?> taken) {
    if (request == Phase.CLOSE || stage != taken || stage.isCompletedExceptionally()) {
      return false;
    }
    if (stage.isRelease()) {
      throw new CancellationException();
    }
    return stage.hasIgnoredCancel();
  }
}

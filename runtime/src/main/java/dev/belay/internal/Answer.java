package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a consumer answers a yield with.
 *
 * @param value what the yield returns, if there is no failure
 * @param failure what the yield throws; null if it returns
 */
record Answer(@Nullable Object value, @Nullable Throwable failure) {

  /** Adds what was to be raised, which has nobody else to tell, to the reason why it was not. */
  Throwable refusedBecause(Throwable reason) {
    if (failure != null) {
      reason.addSuppressed(failure);
    }
    return reason;
  }
}

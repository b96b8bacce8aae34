package dev.belay.internal;

/** What a callback found that says a wait is over. */
enum Claim {
  /** The wait is over, or another's: nothing to do. */
  STALE,
  /** The registering frame of this thread goes on. */
  INLINE,
  /** This thread owns the body. */
  TAKEN
}

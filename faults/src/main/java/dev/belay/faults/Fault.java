package dev.belay.faults;

/** What happens at one place of a run. */
enum Fault {
  /** The stage fails; a call throws. */
  FAILS,

  /** What should have returned a stage throws. */
  THROWS,

  /** What should have returned a stage returns null. */
  RETURNS_NULL,

  /** {@code whenComplete} throws. */
  REFUSES,

  /**
   * Whoever consumes the subject cancels the stage that it holds, and what is awaited comes late.
   */
  CANCELS,

  /** Whoever consumes the subject closes it, and what is awaited comes late. */
  CLOSES;

  boolean isFailure() {
    return this != CANCELS && this != CLOSES;
  }
}

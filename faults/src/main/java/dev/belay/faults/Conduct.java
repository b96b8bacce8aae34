package dev.belay.faults;

/** How the stages of a world complete. */
enum Conduct {
  /** At once. */
  DONE,

  /** When the subject waits for them. They obey a cancel. */
  LATER,

  /** The same, as stages that no cancel reaches: they complete all the same. */
  STUBBORN,

  /** The same, as stages that have nothing but {@code whenComplete}, and call back twice. */
  HOSTILE
}

package dev.belay.processor.behaviour.harness;

/** When the stages that a case awaits complete. */
public enum Timing {
  /** Before they are awaited. */
  DONE,
  /** On the driving thread, one after another, while the body waits. */
  LATER,
  /** On another thread, perhaps before the body gets to await them. */
  ELSEWHERE,
  /** Every other one later, the rest at once. */
  ALTERNATING
}

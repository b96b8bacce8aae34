package dev.belay.processor.check.spi;

/** What the argument for a mistake rests on. */
public enum Certainty {
  /**
   * Each of its steps is shown by the file, by an annotation or type of Belay's, or by the
   * catalogue. Reported as the rule says.
   */
  SHOWN,
  /**
   * One of its steps depends on code that was not read: what a method does with what it is given,
   * what a type is whose methods only look like it, which thread runs a callback. A warning at
   * most, unless an option says otherwise.
   */
  LIKELY,
  /**
   * It depends on who waits or cancels elsewhere, which was mostly otherwise where it was looked
   * at. Reported only where guesses are asked for.
   */
  GUESSED
}

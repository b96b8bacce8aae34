package dev.belay.processor.fuzz;

/** A statement that jumps inside of it can name. */
final class Target {
  /** What it is, for jumps without a label. */
  enum Kind {
    LOOP,
    SWITCH,
    BLOCK
  }

  final Kind kind;

  /** Its label; empty if it has none. */
  final String label;

  /** Whether a {@code break} leaves it. */
  boolean broken;

  /** Whether a {@code continue} goes on with it. */
  boolean continued;

  Target(Kind kind, String label) {
    this.kind = kind;
    this.label = label;
  }
}

package dev.belay.faults;

/** One fault at one place. */
record Injection(int place, Fault fault) {
  /** No fault at all. */
  static final Injection NONE = new Injection(-1, Fault.FAILS);

  boolean is(Fault other) {
    return place >= 0 && fault == other;
  }
}

package dev.belay.faults;

import org.jspecify.annotations.Nullable;

/**
 * One fault at one place; after a cancel or a close perhaps a failure at a later one.
 *
 * @param place the place
 * @param fault what happens there
 * @param failing the later place, which fails; negative if none does
 */
record Injection(int place, Fault fault, int failing) {
  /** No fault at all. */
  static final Injection NONE = new Injection(-1, Fault.FAILS, -1);

  Injection(int place, Fault fault) {
    this(place, fault, -1);
  }

  boolean is(Fault other) {
    return place >= 0 && fault == other;
  }

  /** What happens at a place; null if nothing. */
  @Nullable Fault at(int other) {
    return other == place ? fault : other == failing ? Fault.FAILS : null;
  }
}

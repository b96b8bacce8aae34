package dev.belay.processor.check.catalog;

import java.util.Locale;
import java.util.Optional;

/** What a line of a library's file can say of methods, or of a whole type. */
public enum Fact {
  /** Releases and returns what completes when that is done. */
  RELEASE(true),
  /** Releases and returns only when that is done: the thread waits. */
  BLOCKING(true),
  /** Starts to release and returns nothing to wait for. */
  STARTS(true),
  /** Hands out an object that the caller must release. */
  ACQUIRE(true),
  /** Acquires, lends to a function, and releases by itself. */
  SCOPE(true),
  /** Runs the functions it is given when something completes, on a thread that must not wait. */
  CALLBACK(true),
  /** Waits for something to complete. */
  BLOCKS(true),
  /** A type whose methods, when users implement it, run on a thread that must not wait. */
  LISTENER(false),
  /** A type whose release waits for the work that was started before, or lets it finish. */
  DRAINS(false),
  /** A type whose release nobody has to wait for, or that others own. */
  SHARED(false),
  /** A type whose release does not wait, if it is called on the thread that has to do it. */
  SPARES(false),
  /** A type whose release ends it at once: whatever still uses it then fails. */
  ENDS(false);

  private final boolean ofMethods;

  Fact(boolean ofMethods) {
    this.ofMethods = ofMethods;
  }

  /** Whether names of methods follow the type. */
  boolean isOfMethods() {
    return ofMethods;
  }

  static Optional<Fact> named(String keyword) {
    for (Fact fact : values()) {
      if (fact.name().toLowerCase(Locale.ROOT).equals(keyword)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }
}

package dev.belay.maven;

import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;

/** The mildest finding that fails the build. */
enum FailOn {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  /** The level that a user writes in lower case; empty for any other word. */
  static Optional<FailOn> of(String word) {
    for (FailOn each : values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Whether a finding of this kind fails the build. */
  boolean fails(Diagnostic.Kind kind) {
    return this != NEVER && level(kind).compareTo(this) <= 0;
  }

  private static FailOn level(Diagnostic.Kind kind) {
    return switch (kind) {
      case ERROR -> ERROR;
      case WARNING, MANDATORY_WARNING -> WARNING;
      case NOTE, OTHER -> NOTE;
    };
  }
}

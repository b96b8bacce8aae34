package dev.belay.processor.check.spi;

import java.util.Locale;
import java.util.Optional;

/** How a finding is reported. */
public enum Severity {
  /** Not at all: the rule does not run. */
  OFF,
  /** For information. */
  NOTE,
  /** The compilation succeeds, unless warnings are errors. */
  WARNING,
  /** The compilation fails. */
  ERROR;

  /**
   * The severity as options write it, in lower case.
   *
   * @return empty for any other text
   */
  public static Optional<Severity> of(String option) {
    for (Severity severity : values()) {
      if (severity.option().equals(option)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** How options write it. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }
}

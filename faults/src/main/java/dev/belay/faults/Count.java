package dev.belay.faults;

/**
 * How often a subject was disturbed.
 *
 * @param faults single faults
 * @param pairs cancels and closes that were followed by a failure
 */
public record Count(int faults, int pairs) {
  static final Count NONE = new Count(0, 0);

  /**
   * As docs/verification.md has it.
   *
   * @param name of the subjects
   * @param subjects how many there are
   */
  public String row(String name, int subjects) {
    return "| %s | %d | %d | %d |".formatted(name, subjects, faults, pairs);
  }

  /** Both together. */
  Count plus(Count other) {
    return new Count(faults + other.faults, pairs + other.pairs);
  }
}

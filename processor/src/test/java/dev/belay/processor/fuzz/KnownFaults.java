package dev.belay.processor.fuzz;

import java.util.List;

/**
 * Faults of the compiler that are known and not yet corrected: what javac says about generated
 * code. They are counted. An entry goes with its fault.
 */
final class KnownFaults {
  private static final List<String> SYMPTOMS =
      List.of(
          // Behind a try with resources that cannot complete; after a do or for that never repeats.
          "error: unreachable statement");

  private KnownFaults() {}

  static boolean contain(String problems) {
    return SYMPTOMS.stream().anyMatch(problems::contains);
  }
}

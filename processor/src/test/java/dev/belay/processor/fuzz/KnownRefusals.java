package dev.belay.processor.fuzz;

import java.util.List;

/** What the compiler may say to a program that Java accepts; all of it is in docs/errors.md. */
final class KnownRefusals {
  private static final List<String> REASONS = List.of("[Unsupported] ");

  private KnownRefusals() {}

  static boolean contain(String error) {
    return REASONS.stream().anyMatch(error::contains);
  }
}

package dev.belay.internal.stream;

/** What a number of elements may be. */
final class Counts {
  private Counts() {}

  static void check(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a number of elements cannot be negative: " + count);
    }
  }
}

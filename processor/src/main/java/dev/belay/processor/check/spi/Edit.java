package dev.belay.processor.check.spi;

/**
 * A replacement in the file of the mistake.
 *
 * @param start the first character that goes, counted from zero
 * @param end the first that stays; equal to {@code start} for an insertion
 * @param text what comes in their place
 */
public record Edit(int start, int end, String text) {
  /**
   * @throws IllegalArgumentException when {@code end} lies before {@code start}
   */
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no place: " + start + " to " + end);
    }
  }
}

package dev.belay.maven;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the language. */
final class Levels {
  private static final Pattern NUMBER = Pattern.compile("(?:1\\.)?(\\d+)(?:\\.0)?");

  private Levels() {}

  /**
   * The version, or the oldest that the javac of this Java reads if that is newer: old source means
   * the same in it, almost always.
   */
  static String readable(String version) {
    return readable(version, Runtime.version().feature());
  }

  static String readable(String version, int java) {
    int oldest = java < 20 ? 7 : 8;
    Matcher number = NUMBER.matcher(version);
    if (!number.matches()) {
      return version; // javac will say what is wrong with it
    }
    return String.valueOf(Math.max(oldest, Integer.parseInt(number.group(1))));
  }
}

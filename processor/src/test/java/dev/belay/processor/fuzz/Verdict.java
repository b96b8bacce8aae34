package dev.belay.processor.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a program.
 *
 * @param kind how it ended
 * @param details in words, if there is anything to say
 */
record Verdict(Kind kind, String details) {
  enum Kind {
    /** It behaves as in Java. */
    ALIKE,
    /** The compiler has refused it, for a known reason. */
    REFUSED,
    /** javac crashes, also without the compiler under test. */
    CRASH,
    /** Java itself refuses it: a mistake of the generator's. */
    INVALID,
    /** The compiler has failed, or what it wrote does not compile. */
    BROKEN,
    /** It behaves differently. */
    DIFFERENT
  }

  private static final Pattern ERROR = Pattern.compile("(?:error|warning): (.*)");

  /** The same for faults that may have the same cause. */
  String symptom() {
    Matcher matcher = ERROR.matcher(kind == Kind.DIFFERENT ? "" : details);
    return kind + (matcher.find() ? " " + matcher.group(1) : "");
  }

  boolean isFault() {
    return kind == Kind.INVALID || kind == Kind.BROKEN || kind == Kind.DIFFERENT;
  }
}

package dev.belay.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;

/**
 * A mistake in a place, as it is reported.
 *
 * @param rule which rule found it
 * @param severity how it is reported
 * @param mistake what it is
 * @param unit the file
 * @param start its first character in the file, counted from zero; -1 if javac does not know
 * @param end the first character behind it
 * @param isSuppressed whether an annotation silences it
 */
public record Found(
    RuleInfo rule,
    Severity severity,
    Mistake mistake,
    CompilationUnitTree unit,
    int start,
    int end,
    boolean isSuppressed) {

  /**
   * The text of the message: what, why, what instead, and where to read on. Javac indents what
   * follows the first line.
   */
  public String text() {
    return "["
        + rule.name()
        + "] "
        + mistake.what()
        + "\n"
        + mistake.why()
        + "\nDid you mean: "
        + mistake.instead()
        + "\n"
        + (rule.help().isEmpty() ? "" : "see " + rule.help() + "; ")
        + "to silence: @SuppressWarnings(\""
        + rule.name()
        + "\")";
  }
}

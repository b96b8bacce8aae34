package dev.belay.processor.check.spi;

/**
 * What is known of a rule without running it.
 *
 * @param name its identifier, as options, {@code @SuppressWarnings} and messages have it; its
 *     meaning never changes
 * @param summary one clause that says what is wrong, for lists of rules
 * @param severity how its findings are reported unless an option says otherwise
 * @param help where the rule is explained; empty if nowhere
 */
public record RuleInfo(String name, String summary, Severity severity, String help) {
  /**
   * @throws IllegalArgumentException when the name is not a Java identifier
   */
  public RuleInfo {
    if (!javax.lang.model.SourceVersion.isIdentifier(name)) {
      throw new IllegalArgumentException("'" + name + "' is not a name for a rule");
    }
  }

  /** A rule that is explained in {@code docs/rules}. */
  public RuleInfo(String name, String summary, Severity severity) {
    this(name, summary, severity, "docs/rules/" + name + ".md");
  }
}

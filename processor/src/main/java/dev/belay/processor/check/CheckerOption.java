package dev.belay.processor.check;

import dev.belay.processor.check.out.Reports;

/** What can be said to the checker, with {@code -A}; {@code docs/options.md} is made of this. */
public enum CheckerOption {
  RULE(
      "belay.rule.NAME",
      "`off`, `note`, `warning`, `error`",
      "see below",
      "How the findings of one rule are reported. An error fails the compilation"),
  RULES("belay.rules", "`on`, `off`", "`on`", "With `off`, no rule runs"),
  GUESSES(
      "belay.guesses",
      "`on`, `off`",
      "`off`",
      "With `on`, findings that depend on who waits or cancels elsewhere are reported too"),
  REPORT(
      Reports.REPORT,
      "`sarif`, `html`, or both with a comma",
      "no files",
      "Findings are also written to files: a SARIF 2.1.0 log, a page to read, which draws machines too"),
  FIXES(
      Reports.FIXES,
      "`patch`",
      "no file",
      "Corrections that are certain are written as one diff, for `git apply`"),
  DIRECTORY(
      Reports.DIRECTORY,
      "a directory",
      "`belay`, beside the directory of the class files",
      "Where these files go");

  private final String key;
  private final String accepted;
  private final String standard;
  private final String meaning;

  CheckerOption(String key, String accepted, String standard, String meaning) {
    this.key = key;
    this.accepted = accepted;
    this.standard = standard;
    this.meaning = meaning;
  }

  /** Its name, without {@code -A}. */
  public String key() {
    return key;
  }

  /** What can be given, in Markdown. */
  public String accepted() {
    return accepted;
  }

  /** What holds where it is not given, in Markdown. */
  public String standard() {
    return standard;
  }

  /** What it does, in Markdown. */
  public String meaning() {
    return meaning;
  }
}

package dev.belay.processor.check.out;

import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;

/** Findings to write. */
final class Entries {
  static final String TEXT =
      """
      class Users {
        void close(Client client) {
          client.close();
          "<b>&\\"ä\\"</b>".length();
        }
      }
      """;

  private Entries() {}

  static Entry of(String rule, Severity severity, SourceFile file, String at, Edit... edits) {
    int start = file.text().indexOf(at);
    return new Entry(
        new RuleInfo(rule, "the summary of " + rule, severity),
        severity,
        "what <is> wrong & \"why\"",
        "it hurts",
        "client.closeAsync()",
        file,
        start,
        start + at.length(),
        List.of(edits),
        false);
  }

  static Entry silenced(Entry entry) {
    return new Entry(
        entry.rule(),
        entry.severity(),
        entry.what(),
        entry.why(),
        entry.instead(),
        entry.file(),
        entry.start(),
        entry.end(),
        entry.edits(),
        true);
  }

  static SourceFile users() {
    return new SourceFile("src/main/java/Users One.java", TEXT);
  }

  /** Replaces a piece of the text. */
  static Edit edit(String from, String to) {
    int start = TEXT.indexOf(from);
    return new Edit(start, start + from.length(), to);
  }
}

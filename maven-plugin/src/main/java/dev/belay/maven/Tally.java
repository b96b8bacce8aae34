package dev.belay.maven;

import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/** Adds up what was found in all modules. */
final class Tally {
  private final List<Diagnostic.Kind> found = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  void add(Findings findings) {
    findings.found().forEach(message -> found.add(message.kind()));
  }

  /** Remembers sources that javac could not read in full, or not at all. */
  void addUnread(String sources) {
    unread.add(sources);
  }

  /** The sources that were not read in full. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  boolean fails(FailOn level) {
    return found.stream().anyMatch(level::fails);
  }

  /** Such as {@code 1 error, 2 warnings}. */
  String text() {
    if (found.isEmpty()) {
      return "nothing found";
    }
    List<String> parts = new ArrayList<>();
    add(parts, "error", Diagnostic.Kind.ERROR);
    add(parts, "warning", Diagnostic.Kind.WARNING);
    add(parts, "note", Diagnostic.Kind.NOTE);
    return String.join(", ", parts);
  }

  private void add(List<String> parts, String word, Diagnostic.Kind kind) {
    long count = found.stream().filter(each -> each == kind).count();
    if (count > 0) {
      parts.add(count + " " + word + (count == 1 ? "" : "s"));
    }
  }
}

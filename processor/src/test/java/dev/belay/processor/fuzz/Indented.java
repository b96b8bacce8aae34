package dev.belay.processor.fuzz;

/** Indents Java text by its braces, for people who have to read it. */
final class Indented {
  private Indented() {}

  static String text(String text) {
    StringBuilder indented = new StringBuilder();
    int depth = 0;
    for (String line : text.lines().map(String::strip).toList()) {
      long opened = line.chars().filter(c -> c == '{').count();
      long closed = line.chars().filter(c -> c == '}').count();
      int leading = line.startsWith("}") ? 1 : 0;
      indented.append("  ".repeat(Math.max(0, depth - leading))).append(line).append('\n');
      depth += (int) (opened - closed);
    }
    return indented.toString();
  }
}

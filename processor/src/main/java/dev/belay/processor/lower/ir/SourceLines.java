package dev.belay.processor.lower.ir;

import java.util.List;

/**
 * The lines of a body's source, for comments in what is generated.
 *
 * @param first the number of the first line
 * @param lines the lines' text
 */
public record SourceLines(int first, List<String> lines) {
  public SourceLines {
    lines = List.copyOf(lines);
  }

  /** The text of a line without its indentation; empty if it is not a line of the body. */
  public String at(int line) {
    int index = line - first;
    // A backslash could start a Unicode escape, which ends a comment if it is a line feed.
    return index < 0 || index >= lines.size() ? "" : lines.get(index).strip().replace('\\', '/');
  }
}

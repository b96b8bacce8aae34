package dev.belay.processor.lower.ir;

import java.util.List;

/**
 * The lines of a body's source, for comments in what is generated and for stack traces.
 *
 * @param file the name of the file
 * @param first the number of the first line
 * @param lines the lines' text
 */
public record SourceLines(String file, int first, List<String> lines) {
  public SourceLines {
    lines = List.copyOf(lines);
  }

  /** A line without the comment and the brace at its end. */
  private static String code(String line) {
    boolean quoted = false;
    int end = line.length();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && line.startsWith("//", i)) {
        end = i;
        break;
      }
    }
    String text = line.substring(0, end).strip();
    return text.endsWith("{") ? text.substring(0, text.length() - 1).strip() : text;
  }

  /** The text of a line without its indentation; empty if it is not a line of the body. */
  public String written(int line) {
    int index = line - first;
    return index < 0 || index >= lines.size() ? "" : code(lines.get(index));
  }

  /** The same for a comment: a backslash could start a Unicode escape, and end it. */
  public String at(int line) {
    return written(line).replace('\\', '/');
  }
}

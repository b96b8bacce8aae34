package dev.belay.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Where a machine comes from: the template, and which line of the source each line of the generated
 * file stands for.
 *
 * @param type the binary name of the class that declares the template
 * @param method the template's name
 * @param points the lines of the suspension points 1, 2, …
 * @param lines from a line of the generated file to the line of the source that begins there
 * @param file the name of the source file
 */
record Origin(
    String type,
    String method,
    List<Integer> points,
    NavigableMap<Integer, Integer> lines,
    String file) {

  /**
   * Reads what the compiler wrote.
   *
   * <pre>{@code
   * blog.Posts|paginated|21,23|62:21,8:1|Posts.java     // the pairs are differences
   * }</pre>
   */
  static Origin parse(String text) {
    String[] parts = text.split("\\|", 5);
    NavigableMap<Integer, Integer> lines = new TreeMap<>();
    int generated = 0;
    int source = 0;
    for (String pair : list(parts[3])) {
      int colon = pair.indexOf(':');
      generated += Integer.parseInt(pair.substring(0, colon));
      source += Integer.parseInt(pair.substring(colon + 1));
      lines.put(generated, source);
    }
    List<Integer> points = list(parts[2]).stream().map(Integer::valueOf).toList();
    return new Origin(parts[0], parts[1], points, lines, parts[4]);
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }

  /** The line that a line of the generated file stands for; -1 if it stands for none. */
  int line(int generatedLine) {
    Map.Entry<Integer, Integer> entry = lines.floorEntry(generatedLine);
    return entry == null ? -1 : entry.getValue();
  }

  /** The frame of the template, at a suspension point; without a line if there is no such point. */
  StackTraceElement at(int point) {
    int line = point > 0 && point <= points.size() ? points.get(point - 1) : -1;
    return new StackTraceElement(type, method, file, line);
  }
}

package dev.belay.processor.write;

import dev.belay.processor.lower.ir.Piece;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks in the printed text that say which line of the user's file a stretch stands for. Which line
 * of the generated file it comes to stand on is known only when the whole file has been printed;
 * then the marks are taken out, and each machine's string says what they said.
 *
 * <pre>{@code
 * rows = «21»(List<Row>) taken();  …  return "blog.Posts|paginated|21|«table»|Posts.java";
 * rows = (List<Row>) taken();      …  return "blog.Posts|paginated|21|62:21|Posts.java";
 * }</pre>
 */
final class LineMarks {
  /** Where a machine's table goes: it covers the marks since the last one. */
  static final String TABLE = "\uFDD0table\uFDD1";

  private static final String OPEN = "\uFDD0";
  private static final String ESCAPED = "\uFDD0open\uFDD1";
  private static final Pattern MARK = Pattern.compile("\uFDD0(\\d+|table|open)\uFDD1|\n");

  /** A string constant holds 65,535 bytes; what does not fit has no lines. */
  private static final int LIMIT = 60_000;

  private final StringBuilder table = new StringBuilder();
  private int line = 1;
  private int marked;
  private int lastLine;
  private int lastSource;

  private LineMarks() {}

  /** The text with its mark. */
  static String mark(Piece.Text text) {
    String escaped = text.text().replace(OPEN, ESCAPED);
    return text.line() == 0 ? escaped : "\uFDD0" + text.line() + "\uFDD1" + escaped;
  }

  /** Takes the marks out of a whole file. */
  static String resolve(String file) {
    LineMarks marks = new LineMarks();
    Matcher matcher = MARK.matcher(file);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(marks.meet(found)));
  }

  private String meet(MatchResult found) {
    String mark = found.group(1);
    if (mark == null) {
      line++;
      return "\n";
    }
    if (mark.equals("open")) {
      return OPEN;
    }
    if (mark.equals("table")) {
      String all = table.toString();
      table.setLength(0);
      lastLine = 0;
      lastSource = 0;
      return all;
    }
    add(Integer.parseInt(mark));
    return "";
  }

  private void add(int source) {
    if (marked == line || source == lastSource || table.length() > LIMIT) {
      return;
    }
    if (!table.isEmpty()) {
      table.append(',');
    }
    table.append(line - lastLine).append(':').append(source - lastSource);
    marked = line;
    lastLine = line;
    lastSource = source;
  }
}

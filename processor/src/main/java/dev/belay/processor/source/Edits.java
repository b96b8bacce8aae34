package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Replacements in a stretch of source text, made in any order, applied once. */
final class Edits {
  private final String source;
  private final int start;
  private final int end;
  private final IntUnaryOperator lines;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * @param lines the number of the line at a position
   */
  Edits(String source, int start, int end, IntUnaryOperator lines) {
    this.lines = lines;
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** Replaces a range by strings, pieces and fragments; an empty range inserts. */
  void replace(int from, int to, Object... parts) {
    add(from, to, edits.size(), parts);
  }

  /** The same for the end of something that is read before what ends at the same place in it. */
  void close(int from, int to, Object... parts) {
    add(from, to, Integer.MAX_VALUE - edits.size(), parts);
  }

  private void add(int from, int to, int order, Object... parts) {
    Fragment by = Fragment.of(parts);
    if (from >= start && to <= end && !(from == to && by.pieces().isEmpty())) {
      edits.add(new Edit(from, to, order, by));
    }
  }

  /** True for a range that has nothing in common with the stretch. */
  boolean isBeside(int from, int to) {
    return from >= 0 && to >= from && (to <= start || from >= end);
  }

  /** True for a range that lies in the stretch. */
  boolean covers(int from, int to) {
    return from >= start && to <= end;
  }

  /** The stretch with every replacement made, its lines moved to the left margin. */
  Fragment apply() {
    String margin = margin();
    List<Edit> ordered = new ArrayList<>(edits);
    ordered.sort(
        java.util.Comparator.comparingInt(Edit::from)
            .thenComparingInt(edit -> edit.to() == edit.from() ? 0 : 1)
            .thenComparingInt(Edit::order));
    List<Piece> pieces = new ArrayList<>();
    int at = start;
    for (Edit edit : ordered) {
      if (edit.from() < at) {
        continue; // inside a range that was replaced as a whole
      }
      text(pieces, at, edit.from(), margin);
      pieces.addAll(edit.by().pieces());
      at = edit.to();
    }
    text(pieces, at, end, margin);
    return new Fragment(pieces);
  }

  /** One piece a line, so that each knows its own. */
  private void text(List<Piece> pieces, int from, int to, String margin) {
    if (from == to) {
      return;
    }
    String text = source.substring(from, to).replace("\r\n", "\n").replace("\n" + margin, "\n");
    int line = lines.applyAsInt(from);
    int begin = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      pieces.add(new Piece.Text(text.substring(begin, end + 1), line++));
      begin = end + 1;
    }
    if (begin < text.length()) {
      pieces.add(new Piece.Text(text.substring(begin), line));
    }
  }

  /** The white space that all lines but the first have in common. */
  private String margin() {
    String common = null;
    String[] lines = source.substring(start, end).replace("\r\n", "\n").split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (!line.isBlank()) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        common = common == null ? indent : commonPrefix(common, indent);
      }
    }
    return common == null ? "" : common;
  }

  private static String commonPrefix(String a, String b) {
    int length = 0;
    while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return a.substring(0, length);
  }

  private record Edit(int from, int to, int order, Fragment by) {}
}

package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import java.util.ArrayList;
import java.util.List;

/** Replacements in a stretch of source text, made in any order, applied once. */
final class Edits {
  private final String source;
  private final int start;
  private final int end;
  private final List<Edit> edits = new ArrayList<>();

  Edits(String source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** Replaces a range by strings, pieces and fragments; an empty range inserts. */
  void replace(int from, int to, Object... parts) {
    Fragment by = Fragment.of(parts);
    if (from >= start && to <= end && !(from == to && by.pieces().isEmpty())) {
      edits.add(new Edit(from, to, edits.size(), by));
    }
  }

  /** True for a range that has nothing in common with the stretch. */
  boolean isBeside(int from, int to) {
    return from >= 0 && to >= from && (to <= start || from >= end);
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
      text(pieces, source.substring(at, edit.from()), margin);
      pieces.addAll(edit.by().pieces());
      at = edit.to();
    }
    text(pieces, source.substring(at, end), margin);
    return new Fragment(pieces);
  }

  private static void text(List<Piece> pieces, String text, String margin) {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text.replace("\r\n", "\n").replace("\n" + margin, "\n")));
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

package dev.belay.processor.check.out;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.belay.processor.check.spi.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The corrections of all findings as one unified diff, for {@code git apply}. */
final class Patches {
  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private Patches() {}

  static String text(List<Entry> entries) {
    Map<SourceFile, List<Entry>> files = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (!entry.edits().isEmpty() && !entry.isSuppressed()) {
        files.computeIfAbsent(entry.file(), any -> new ArrayList<>()).add(entry);
      }
    }
    StringBuilder all = new StringBuilder();
    files.forEach((file, fixed) -> all.append(diff(file, fixed)));
    return all.toString();
  }

  private static String diff(SourceFile file, List<Entry> fixed) {
    List<String> before = lines(file.text());
    List<String> after = lines(applied(file.text(), fixed));
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + file.path(), "b/" + file.path(), before, DiffUtils.diff(before, after), CONTEXT);
    StringBuilder text = new StringBuilder();
    for (String line : diff) {
      text.append(line.replace(UNENDED, "\n" + NO_NEWLINE)).append('\n');
    }
    return text.toString();
  }

  /** Marks a last line that has no end, which makes it another line than the same with one. */
  private static final String UNENDED = "\u0000";

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + UNENDED);
    }
    return lines;
  }

  /** The text with the edits of each finding made, unless they overlap with an earlier one's. */
  static String applied(String text, List<Entry> fixed) {
    List<Edit> edits = new ArrayList<>();
    for (Entry entry : fixed) {
      if (entry.edits().stream().noneMatch(edit -> overlaps(edit, edits))) {
        edits.addAll(entry.edits());
      }
    }
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end).reversed());
    StringBuilder changed = new StringBuilder(text);
    edits.forEach(edit -> changed.replace(edit.start(), edit.end(), edit.text()));
    return changed.toString();
  }

  private static boolean overlaps(Edit edit, List<Edit> others) {
    return others.stream()
        .anyMatch(
            other ->
                other.equals(edit) || (edit.start() <= other.end() && other.start() <= edit.end()));
  }
}

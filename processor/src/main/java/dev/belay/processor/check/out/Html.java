package dev.belay.processor.check.out;

import dev.belay.processor.report.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings as one page that needs nothing beside it. */
final class Html {
  private static final int AROUND = 3;

  private Html() {}

  static String text(List<Entry> entries, List<Picture> pictures) {
    List<Entry> open = entries.stream().filter(entry -> !entry.isSuppressed()).toList();
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Belay: report</title>\n<style>\n")
        .append(Style.TEXT)
        .append(Style.PICTURES)
        .append("</style>\n</head>\n<body>\n<h1>Belay: ")
        .append(counted(open.size(), "finding"))
        .append("</h1>\n");
    int silenced = entries.size() - open.size();
    if (silenced > 0) {
      page.append("<p>").append(silenced).append(" more are silenced in the source.</p>\n");
    }
    table(page, "Rule", open, entry -> entry.rule().name());
    table(page, "File", open, entry -> entry.file().path());
    byRule(open).forEach((rule, found) -> section(page, rule, found));
    Pictures.append(page, pictures);
    return page.append("</body>\n</html>\n").toString();
  }

  private static Map<String, List<Entry>> byRule(List<Entry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(entry -> entry.rule().name(), TreeMap::new, Collectors.toList()));
  }

  private static void table(
      StringBuilder page, String head, List<Entry> entries, Function<Entry, String> key) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    entries.stream().map(key).sorted().forEach(each -> counts.merge(each, 1, Integer::sum));
    page.append("<table>\n<tr><th>").append(head).append("</th><th>Findings</th></tr>\n");
    counts.forEach(
        (name, count) ->
            page.append("<tr><td>")
                .append(Markup.escaped(name))
                .append("</td><td class=\"count\">")
                .append(count)
                .append("</td></tr>\n"));
    page.append("</table>\n");
  }

  private static void section(StringBuilder page, String rule, List<Entry> found) {
    page.append("<h2 id=\"").append(rule).append("\">").append(rule).append("</h2>\n<p>");
    page.append(Markup.escaped(found.get(0).rule().summary()));
    String help = found.get(0).rule().help();
    page.append(help.isEmpty() ? "" : " (" + Markup.escaped(help) + ")").append("</p>\n");
    found.forEach(entry -> article(page, entry));
  }

  private static void article(StringBuilder page, Entry entry) {
    Place from = entry.from();
    page.append("<article>\n<div>\n<p class=\"where\">")
        .append(Markup.escaped(entry.file().path()))
        .append(':')
        .append(from.line())
        .append(':')
        .append(from.column())
        .append("</p>\n<p><strong class=\"")
        .append(entry.severity().option())
        .append("\">")
        .append(entry.severity().option())
        .append("</strong> ")
        .append(Markup.escaped(entry.what()))
        .append("</p>\n<p>")
        .append(Markup.escaped(entry.why()))
        .append("</p>\n<p>Did you mean: <code>")
        .append(Markup.escaped(entry.instead()))
        .append("</code></p>\n</div>\n<pre>");
    List<String> lines = entry.file().lines();
    int last = Math.min(lines.size(), entry.to().line() + AROUND);
    for (int line = Math.max(1, from.line() - AROUND); line <= last; line++) {
      boolean hit = line >= from.line() && line <= entry.to().line();
      page.append(hit ? "<span class=\"hit\"><b>" : "<span><b>")
          .append("%5d ".formatted(line))
          .append("</b>")
          .append(Markup.escaped(lines.get(line - 1)))
          .append("</span>");
    }
    page.append("</pre>\n</article>\n");
  }

  private static String counted(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}

package dev.belay.processor.check.out;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings as one page that needs nothing beside it. */
final class Html {
  private static final int AROUND = 3;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c2330; --paper: #fff; --soft: #f3f5f8;
        --line: #d8dde6; --error: #b3261e; --warning: #8a5a00; --note: #2c5c94; --mark: #fff1b8; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ef; --paper: #14181f;
        --soft: #1d232d; --line: #333c4a; --error: #ff8a80; --warning: #ffc453; --note: #8ec0ff;
        --mark: #4d4420; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper);
        color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
      table { border-collapse: collapse; width: 100%; }
      td, th { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left; }
      td.count { text-align: right; }
      article { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0;
        overflow: hidden; }
      article > div { padding: .75rem 1rem; }
      article p { margin: .25rem 0; overflow-wrap: anywhere; }
      .where { color: var(--note); font: .85rem ui-monospace, monospace; overflow-wrap: anywhere; }
      .error { color: var(--error); } .warning { color: var(--warning); }
      .note { color: var(--note); }
      pre { background: var(--soft); margin: 0; overflow-x: auto; padding: .75rem 0;
        font: .85rem/1.5 ui-monospace, monospace; }
      pre span { display: block; padding: 0 1rem; width: max-content; min-width: 100%; }
      pre span.hit { background: var(--mark); }
      pre b { font-weight: normal; opacity: .55; user-select: none; }
      """;

  private Html() {}

  static String text(List<Entry> entries) {
    List<Entry> open = entries.stream().filter(entry -> !entry.isSuppressed()).toList();
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Belay: findings</title>\n<style>\n")
        .append(STYLE)
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
                .append(escaped(name))
                .append("</td><td class=\"count\">")
                .append(count)
                .append("</td></tr>\n"));
    page.append("</table>\n");
  }

  private static void section(StringBuilder page, String rule, List<Entry> found) {
    page.append("<h2 id=\"").append(rule).append("\">").append(rule).append("</h2>\n<p>");
    page.append(escaped(found.get(0).rule().summary()));
    String help = found.get(0).rule().help();
    page.append(help.isEmpty() ? "" : " (" + escaped(help) + ")").append("</p>\n");
    found.forEach(entry -> article(page, entry));
  }

  private static void article(StringBuilder page, Entry entry) {
    Place from = entry.from();
    page.append("<article>\n<div>\n<p class=\"where\">")
        .append(escaped(entry.file().path()))
        .append(':')
        .append(from.line())
        .append(':')
        .append(from.column())
        .append("</p>\n<p><strong class=\"")
        .append(entry.severity().option())
        .append("\">")
        .append(entry.severity().option())
        .append("</strong> ")
        .append(escaped(entry.what()))
        .append("</p>\n<p>")
        .append(escaped(entry.why()))
        .append("</p>\n<p>Did you mean: <code>")
        .append(escaped(entry.instead()))
        .append("</code></p>\n</div>\n<pre>");
    List<String> lines = entry.file().lines();
    int last = Math.min(lines.size(), entry.to().line() + AROUND);
    for (int line = Math.max(1, from.line() - AROUND); line <= last; line++) {
      boolean hit = line >= from.line() && line <= entry.to().line();
      page.append(hit ? "<span class=\"hit\"><b>" : "<span><b>")
          .append("%5d ".formatted(line))
          .append("</b>")
          .append(escaped(lines.get(line - 1)))
          .append("</span>");
    }
    page.append("</pre>\n</article>\n");
  }

  private static String counted(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

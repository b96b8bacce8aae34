package dev.belay.processor.check.out;

import com.grack.nanojson.JsonWriter;
import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as a SARIF 2.1.0 log, which code hosts and editors show beside the code. */
final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  static String text(List<Entry> entries) {
    List<RuleInfo> rules = entries.stream().map(Entry::rule).distinct().toList();
    Map<String, Object> driver =
        map("name", "Belay", "rules", rules.stream().map(Sarif::rule).toList());
    Map<String, Object> run =
        map(
            "tool",
            map("driver", driver),
            "columnKind",
            "utf16CodeUnits",
            "results",
            entries.stream().map(entry -> result(entry, rules)).toList());
    return JsonWriter.indent("  ")
            .string()
            .value(map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)))
            .done()
        + "\n";
  }

  private static Map<String, Object> rule(RuleInfo rule) {
    Map<String, Object> described =
        map(
            "id",
            rule.name(),
            "shortDescription",
            message(rule.summary()),
            "defaultConfiguration",
            map("level", level(rule.severity())));
    if (!rule.help().isEmpty()) {
      described.put("help", message("See " + rule.help() + "."));
    }
    return described;
  }

  private static Map<String, Object> result(Entry entry, List<RuleInfo> rules) {
    Map<String, Object> result =
        map(
            "ruleId",
            entry.rule().name(),
            "ruleIndex",
            rules.indexOf(entry.rule()),
            "level",
            level(entry.severity()),
            "message",
            message(entry.what() + "\n" + entry.why() + "\nDid you mean: " + entry.instead()),
            "locations",
            List.of(
                map(
                    "physicalLocation",
                    map(
                        "artifactLocation",
                        artifact(entry),
                        "region",
                        region(entry.file(), entry.start(), entry.end())))));
    if (!entry.edits().isEmpty()) {
      result.put("fixes", List.of(fix(entry)));
    }
    if (entry.isSuppressed()) {
      result.put("suppressions", List.of(map("kind", "inSource")));
    }
    return result;
  }

  private static Map<String, Object> fix(Entry entry) {
    List<Object> replacements = new ArrayList<>();
    for (Edit edit : entry.edits()) {
      replacements.add(
          map(
              "deletedRegion",
              region(entry.file(), edit.start(), edit.end()),
              "insertedContent",
              map("text", edit.text())));
    }
    return map(
        "description",
        message(entry.instead()),
        "artifactChanges",
        List.of(map("artifactLocation", artifact(entry), "replacements", replacements)));
  }

  private static Map<String, Object> artifact(Entry entry) {
    return map("uri", Uris.of(entry.file().path()));
  }

  private static Map<String, Object> region(SourceFile file, int start, int end) {
    Place from = file.place(start);
    Place to = file.place(Math.max(start, end));
    return map(
        "startLine", from.line(),
        "startColumn", from.column(),
        "endLine", to.line(),
        "endColumn", to.column());
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
      case OFF -> "none";
    };
  }

  private static Map<String, Object> message(String text) {
    return map("text", text);
  }

  /** Keys and values in turn, in their order. */
  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}

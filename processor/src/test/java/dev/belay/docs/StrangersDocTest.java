package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.check.spi.Severity;
import dev.belay.processor.strangers.Stranger;
import dev.belay.processor.strangers.Verdicts;
import dev.belay.processor.strangers.Verdicts.Kind;
import dev.belay.processor.strangers.Verdicts.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of findings in published code say what was decided on each of them. */
class StrangersDocTest {
  private static Map<Stranger, Verdicts> verdicts() {
    Map<Stranger, Verdicts> verdicts = new LinkedHashMap<>();
    Stranger.of("strangers.txt").forEach(it -> verdicts.put(it, Verdicts.of(it)));
    return verdicts;
  }

  private static List<Verdict> ofSeverity(Severity severity) {
    List<String> rules =
        RulesDocTest.rules().stream()
            .filter(rule -> rule.severity() == severity)
            .map(rule -> rule.name())
            .toList();
    return verdicts().values().stream()
        .flatMap(it -> it.all().stream())
        .filter(it -> rules.contains(it.rule()))
        .toList();
  }

  @Test
  void noErrorIsFalse() {
    assertThat(ofSeverity(Severity.ERROR))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.kind()).as(it.place()).isNotEqualTo(Kind.FALSE));
  }

  @Test
  void nineInTenWarningsAreTrue() {
    List<Verdict> warnings = ofSeverity(Severity.WARNING);
    long isTrue = warnings.stream().filter(it -> it.kind() == Kind.TRUE).count();
    assertThat(isTrue * 10).isGreaterThanOrEqualTo(warnings.size() * 9L);
  }

  @Test
  void everyVerdictHasAReason() {
    assertThat(verdicts().values())
        .flatExtracting(Verdicts::all)
        .allSatisfy(it -> assertThat(it.remark()).as(it.place()).isNotBlank());
  }

  @Test
  void tables() throws IOException {
    Page page = Page.of("docs/verification.md");
    String old = Files.readString(page.file());
    String renewed = replaced(replaced(old, "library", libraries()), "rule", rules());
    if (Regenerate.isOn()) {
      Files.writeString(page.file(), renewed);
    } else {
      assertThat(old).isEqualTo(renewed);
    }
  }

  /** The rows below the header that begins with a word, in the section on strangers. */
  private static String replaced(String page, String header, List<String> rows) {
    String start = "(?s)(## Strangers' code\n.*?\n\\| " + header + " \\|[^\n]*\n\\|[^\n]*\n)";
    assertThat(page).containsPattern(start);
    return page.replaceFirst(
        start + "(?:\\|[^\n]*\n)*",
        "$1" + String.join("", rows).replace("\\", "\\\\").replace("$", "\\$"));
  }

  private static List<String> libraries() {
    List<String> rows = new ArrayList<>();
    verdicts()
        .forEach(
            (stranger, verdicts) ->
                rows.add(
                    "| %s | %s | %d | %s |\n"
                        .formatted(
                            stranger.artifact().replaceFirst(":[^:]*$", ""),
                            stranger.version(),
                            verdicts.files(),
                            counts(verdicts.all()))));
    return rows;
  }

  private static List<String> rules() {
    Map<String, List<Verdict>> byRule =
        verdicts().values().stream()
            .flatMap(it -> it.all().stream())
            .collect(Collectors.groupingBy(Verdict::rule, TreeMap::new, Collectors.toList()));
    return byRule.entrySet().stream()
        .map(rule -> "| %s | %s |\n".formatted(rule.getKey(), counts(rule.getValue())))
        .toList();
  }

  private static String counts(List<Verdict> verdicts) {
    List<Object> counts = new ArrayList<>(List.of(verdicts.size()));
    for (Kind kind : Kind.values()) {
      counts.add(verdicts.stream().filter(it -> it.kind() == kind).count());
    }
    return counts.stream().map(Object::toString).collect(Collectors.joining(" | "));
  }
}

package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import dev.belay.processor.check.CheckerOption;
import dev.belay.processor.check.spi.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/options.md has every option that the processor takes, and what the code says of it. */
class OptionsDocTest {
  private static final Pattern PROPERTY = Pattern.compile("\"(dev\\.belay\\.\\w+)\"");

  @Test
  void everyOptionOfTheProcessorIsListed() {
    Set<String> listed = new TreeSet<>();
    for (CheckerOption option : CheckerOption.values()) {
      listed.add(option.key().replaceFirst("\\.NAME$", "."));
    }

    assertThat(new BelayProcessor().getSupportedOptions())
        .extracting(option -> option.replaceFirst("^(belay\\.rule\\.).*", "$1"))
        .containsOnlyOnceElementsOf(listed.stream().filter(it -> !it.endsWith(".")).toList())
        .isSubsetOf(listed);
  }

  @Test
  void everySystemPropertyOfTheRuntimeIsListed() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Page.root().resolve("runtime/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        PROPERTY.matcher(Files.readString(file)).results().forEach(it -> read.add(it.group(1)));
      }
    }
    String page = String.join("\n", Page.of("docs/options.md").prose());

    assertThat(read).isNotEmpty().allSatisfy(it -> assertThat(page).contains("| `-D" + it + "="));
  }

  @Test
  void tablesAreWhatTheCodeSays() throws IOException {
    Page page = Page.of("docs/options.md");
    String old = Files.readString(page.file());
    String renewed = replaced(replaced(old, "option", options()), "rule", severities());
    if (Regenerate.isOn()) {
      Files.writeString(page.file(), renewed);
    } else {
      assertThat(old).isEqualTo(renewed);
    }
  }

  /** The rows of the table whose head begins with a word. */
  private static String replaced(String page, String first, List<String> rows) {
    String head = "(?m)(^\\| " + first + " \\|.*\n\\|.*\n)(?:\\|.*\n)*";
    assertThat(page).containsPattern(head);
    return page.replaceFirst(head, "$1" + String.join("", rows).replace("$", "\\$"));
  }

  private static List<String> options() {
    return Stream.of(CheckerOption.values())
        .map(
            it ->
                "| `-A%s=…` | %s | %s | %s |\n"
                    .formatted(it.key(), it.accepted(), it.standard(), it.meaning()))
        .toList();
  }

  private static List<String> severities() {
    return rules().stream()
        .map(
            rule ->
                "| [%s](rules/%s.md) | `%s` |\n"
                    .formatted(rule.name(), rule.name(), rule.severity().option()))
        .collect(Collectors.toList());
  }

  private static List<RuleInfo> rules() {
    return RulesDocTest.rules().stream().sorted(Comparator.comparing(RuleInfo::name)).toList();
  }
}

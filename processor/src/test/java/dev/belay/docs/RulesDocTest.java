package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.check.rule.RuleCatalog;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a page, whose bad example has the mistake and whose good one has not. */
class RulesDocTest {
  private static final List<String> SECTIONS =
      List.of("Problem", "How to fix", "How to silence", "Known limits", "Published bugs");

  static List<RuleInfo> rules() {
    return RuleCatalog.BUILT_IN.stream().map(Rule::info).toList();
  }

  private static Page page(RuleInfo rule) {
    return Page.of("docs/rules/" + rule.name() + ".md");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageHasItsSectionsAndTheSeverity(RuleInfo rule) {
    Page page = page(rule);

    assertThat(page.headings(1)).containsExactly(rule.name());
    assertThat(page.headings(2)).isEqualTo(SECTIONS);
    assertThat(String.join(" ", page.prose()))
        .contains("**" + rule.severity().option() + "** by default")
        .contains("@SuppressWarnings(\"" + rule.name() + "\")");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBadExampleHasTheMistake(RuleInfo rule) {
    assertThat(findings(rule, example(rule, "bad")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).startsWith("[" + rule.name() + "] "));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theGoodExampleHasNone(RuleInfo rule) {
    assertThat(findings(rule, example(rule, "good"))).isEmpty();
  }

  /** Renewed like the generated code, see CONTRIBUTING.md. */
  @Test
  void theIndexListsEveryRule() throws java.io.IOException {
    Page index = Page.of("docs/rules/README.md");
    String old = Files.readString(index.file());
    String table =
        rules().stream()
            .sorted(
                Comparator.comparing(RuleInfo::severity).reversed().thenComparing(RuleInfo::name))
            .map(
                rule ->
                    "| [%s](%s.md) | %s | %s |\n"
                        .formatted(
                            rule.name(), rule.name(), rule.severity().option(), rule.summary()))
            .collect(Collectors.joining());
    String renewed =
        old.replaceFirst("(?s)(\\| --- \\| --- \\| --- \\|\n).*?\n\n", "$1" + table + "\n");
    if (Regenerate.isOn()) {
      Files.writeString(index.file(), renewed);
    } else {
      assertThat(old).isEqualTo(renewed);
    }
  }

  private static String example(RuleInfo rule, String kind) {
    String text =
        page(rule).blocks().stream()
            .filter(block -> block.info().equals("java " + kind))
            .map(Page.Block::text)
            .collect(Collectors.joining());
    assertThat(text).as("%s example of %s", kind, rule.name()).isNotEmpty();
    return text;
  }

  /** Errors and warnings; those of javac's lint are not asked for. */
  private static List<String> findings(RuleInfo rule, String members) {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder();
    members
        .lines()
        .forEach(line -> (line.startsWith("import ") ? imports : body).append(line).append('\n'));
    String source =
        "package example; import static dev.belay.Async.*; import dev.belay.*; import java.io.*;"
            + " import java.util.*; import java.util.concurrent.*; import java.util.function.*;\n"
            + imports
            + "abstract class Example {\n"
            + body
            + "}\n";
    List<String> options =
        rule.severity() == Severity.OFF
            ? List.of("-Abelay.rule." + rule.name() + "=warning")
            : List.of();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BelayProcessor())
            .withOptions(options)
            .compile(JavaFileObjects.forSourceString("example.Example", source));
    return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
        .map(it -> it.getMessage(Locale.ROOT))
        .filter(it -> !it.contains("Cannot find annotation method"))
        .toList();
  }
}

package dev.belay.processor.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule is a class, a test and a page, all of one name. */
class RuleCatalogTest {
  private static final Pattern ACCEPTED =
      Pattern.compile("\\.accepts\\([^\"]*\"\"\"(.*?)\"\"\"", Pattern.DOTALL);

  private static final Pattern METHOD =
      Pattern.compile(
          "^\\s*(?:@\\w+(?:\\(\"[^\"]*\"\\))?\\s+)*((?:[\\w<>?,.\\[\\]]+ )+)\\w+\\(",
          Pattern.MULTILINE);

  private static final Path HERE = Path.of("dev/belay/processor/check/rule");

  static List<Rule> rules() {
    return RuleCatalog.BUILT_IN;
  }

  @Test
  void everyClassIsListedOnceAndInOrder() throws IOException {
    try (Stream<Path> files = Files.list(module().resolve("src/main/java").resolve(HERE))) {
      List<String> classes =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> !name.equals("RuleCatalog") && !name.equals("package-info"))
              .filter(RuleCatalogTest::isRule)
              .sorted()
              .toList();
      assertThat(rules()).extracting(rule -> rule.info().name()).isEqualTo(classes);
    }
  }

  private static boolean isRule(String name) {
    try {
      return Rule.class.isAssignableFrom(Class.forName(packageName() + "." + name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String packageName() {
    return RuleCatalogTest.class.getPackageName();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theClassHasTheNameOfTheRule(Rule rule) {
    RuleInfo info = rule.info();
    assertThat(rule.getClass().getSimpleName()).isEqualTo(info.name());
    assertThat(info.summary()).isNotBlank().doesNotEndWith(".");
    assertThat(info.help()).isEqualTo("docs/rules/" + info.name() + ".md");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theTestFindsAndAccepts(Rule rule) throws IOException {
    Path file =
        module().resolve("src/test/java").resolve(HERE).resolve(rule.info().name() + "Test.java");
    assertThat(file).exists();
    String test = Files.readString(file);
    assertThat(test).contains(".finds(").contains(".accepts(");
    assertThat(accepted(test)).as("cases without a finding").isGreaterThan(marks(test));
  }

  private static long marks(String test) {
    return test.chars().filter(each -> each == '«').count();
  }

  /** The methods in the sources that have to be accepted. */
  private static long accepted(String test) {
    return ACCEPTED
        .matcher(test)
        .results()
        .flatMap(source -> METHOD.matcher(source.group(1)).results())
        .filter(
            method -> !method.group(1).matches("(abstract|assert|case|else|new|return|throw) .*"))
        .count();
  }

  private static Path module() {
    Path dir = Path.of("").toAbsolutePath();
    return dir.endsWith("processor") ? dir : dir.resolve("processor");
  }
}

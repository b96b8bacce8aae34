package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Each published bug that is said to be found is in the test named beside it, and so is the rule.
 */
class PublishedBugsDocTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\w./-]+#\\d+) \\| (\\w+) \\| ([\\w.-]+) \\|$");

  @Test
  void everyBugIsInItsTest() throws IOException {
    List<MatchResult> rows =
        ROW.matcher(Files.readString(Page.of("docs/verification.md").file())).results().toList();

    assertThat(rows).hasSizeGreaterThan(15);
    for (MatchResult row : rows) {
      assertThat(Files.readString(test(row.group(3))))
          .as(row.group())
          .contains(row.group(1), row.group(2));
    }
  }

  private static Path test(String name) {
    Path tests = Page.root().resolve("processor/src/test");
    return name.endsWith(".txt")
        ? tests.resolve("resources/libraries").resolve(name)
        : tests.resolve("java/dev/belay/processor/check/rule").resolve(name + ".java");
  }
}

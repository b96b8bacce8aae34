package dev.belay.reactivestreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/integrations.md shows stands, line by line, in one of the tests beside this one, or in
 * the module for context propagation.
 */
class IntegrationsDocTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @Test
  void everySnippetIsTakenFromATest() throws IOException {
    List<String> snippets =
        BLOCK
            .matcher(Files.readString(Path.of("..", "docs", "integrations.md")))
            .results()
            .map(block -> block.group(1).strip())
            .toList();

    assertThat(snippets).hasSizeGreaterThan(5);
    String tests = tests();
    assertThat(snippets).allSatisfy(snippet -> assertThat(tests).contains(snippet));
  }

  private static String tests() throws IOException {
    return sources(Path.of("src", "test", "java"))
        + sources(Path.of("..", "context-propagation", "src"));
  }

  private static String sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              })
          .collect(Collectors.joining("\n"));
    }
  }
}

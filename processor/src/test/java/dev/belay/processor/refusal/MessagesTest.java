package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.report.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error has a test that provokes it; the examples of the documentation do not count. */
class MessagesTest {
  /** Files that name errors without provoking them. */
  private static final List<String> ELSEWHERE = List.of("Check.java", "Judge.java");

  @Test
  void everyIdIsProvokedByATest() throws IOException {
    List<String> tests = tests();

    assertThat(Stream.of(Message.values()).filter(id -> tests.stream().noneMatch(has(id))))
        .as("errors that no test provokes")
        .isEmpty();
  }

  private static Predicate<String> has(Message id) {
    return Pattern.compile("Message\\." + id + "\\b|\\[" + id + "]|\"" + id + "\"").asPredicate();
  }

  private static List<String> tests() throws IOException {
    Path sources = Path.of("src/test/java/dev/belay/processor");
    assertThat(sources).isDirectory();
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !ELSEWHERE.contains(file.getFileName().toString()))
          .map(MessagesTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

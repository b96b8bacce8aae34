package dev.belay.processor.strangers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A finding in the code of a stranger.
 *
 * @param rule the rule's name
 * @param file the source file
 * @param line where the finding is, counted from one
 * @param message what the checker says
 */
record Sighting(String rule, Path file, int line, String message) {
  /** How verdicts name it. */
  String place(Path root) {
    return rule + " " + root.relativize(file).toString().replace('\\', '/') + ":" + line;
  }

  /** The code around it, for whoever has to judge. */
  String excerpt() {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return IntStream.range(Math.max(0, line - 16), Math.min(lines.size(), line + 14))
          .mapToObj(i -> (i + 1 == line ? "> " : "  ") + (i + 1) + ": " + lines.get(i) + "\n")
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

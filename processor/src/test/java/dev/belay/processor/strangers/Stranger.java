package dev.belay.processor.strangers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A published library or program.
 *
 * @param name what it is called here
 * @param artifacts {@code group:artifact:version}: first the one whose sources are compiled, then
 *     what its optional parts need besides
 */
record Stranger(String name, List<String> artifacts) {
  Stranger {
    artifacts = List.copyOf(artifacts);
  }

  /** All that are listed, in the order of the list. */
  static List<Stranger> all() {
    return lines("strangers.txt").stream()
        .map(line -> Arrays.asList(line.split("\\s+")))
        .map(words -> new Stranger(words.get(0), words.subList(1, words.size())))
        .toList();
  }

  /** The lines of a file beside the list that are not comments. */
  static List<String> lines(String file) {
    try (InputStream in = Stranger.class.getResourceAsStream("/strangers/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The artifact whose sources are compiled. */
  String artifact() {
    return artifacts.get(0);
  }

  String version() {
    return artifact().substring(artifact().lastIndexOf(':') + 1);
  }
}

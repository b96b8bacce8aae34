package dev.belay.processor.strangers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A published library or program.
 *
 * @param name what it is called here
 * @param artifacts {@code group:artifact:version}: first the one whose sources are compiled, then
 *     what its optional parts need besides
 */
public record Stranger(String name, List<String> artifacts) {
  public Stranger {
    artifacts = List.copyOf(artifacts);
  }

  /** All that a file lists, in its order. */
  public static List<Stranger> of(String file) {
    return lines(file).stream()
        .map(line -> Arrays.asList(line.split("\\s+")))
        .map(words -> new Stranger(words.get(0), words.subList(1, words.size())))
        .toList();
  }

  /** The lines of a file beside the list that are not comments. */
  public static List<String> lines(String file) {
    try (InputStream in = Stranger.class.getResourceAsStream("/strangers/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All its jars, as Maven resolves them. */
  public List<File> classPath() throws IOException, InterruptedException {
    return Fetched.classPath(this);
  }

  /** All its source files, as Maven resolves them. */
  public List<Path> sources() throws IOException, InterruptedException {
    return Fetched.of(this).sources();
  }

  /** The artifact whose sources are compiled. */
  public String artifact() {
    return artifacts.get(0);
  }

  public String version() {
    return artifact().substring(artifact().lastIndexOf(':') + 1);
  }
}

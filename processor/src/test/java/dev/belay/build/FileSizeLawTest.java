package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The file-size law of CONTRIBUTING.md: main sources stay small enough to read in one sitting.
 * {@code package-info} and {@code module-info} do not count: they would only flatter the median.
 */
class FileSizeLawTest {
  private static final int LONGEST = 500;
  private static final int MEDIAN = 120;
  private static final int NINETIETH_PERCENTILE = 300;

  /** Fewer files than this say nothing about a distribution. */
  private static final int FEWEST_FOR_PERCENTILES = 5;

  private record Source(String path, int lines) {
    @Override
    public String toString() {
      return lines + " lines: " + path;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime",
        "processor",
        "faults",
        "reactive-streams",
        "context-propagation",
        "maven-plugin",
        "samples"
      })
  void moduleObeysTheLaw(String module) throws IOException {
    List<String> offences = offences(sourcesOf(module));

    assertThat(offences).as("file-size law in module %s", module).isEmpty();
  }

  @Test
  void oneFileOverTheLimitIsNamed() {
    assertThat(offences(List.of(new Source("Long.java", 501), new Source("Short.java", 500))))
        .containsExactly("over 500: 501 lines: Long.java");
  }

  @Test
  void percentilesNameTheFilesAboveThem() {
    List<Source> sources =
        List.of(
            new Source("A.java", 10),
            new Source("B.java", 20),
            new Source("C.java", 121),
            new Source("D.java", 122),
            new Source("E.java", 301));

    assertThat(offences(sources))
        .containsExactly(
            "median 121 is over 120: [121 lines: C.java, 122 lines: D.java, 301 lines: E.java]",
            "90th percentile 301 is over 300: [301 lines: E.java]");
  }

  @Test
  void percentilesNeedFiveFiles() {
    assertThat(offences(List.of(new Source("A.java", 400), new Source("B.java", 400)))).isEmpty();
  }

  private static List<String> offences(List<Source> sources) {
    List<String> offences = new ArrayList<>();
    for (Source source : sources) {
      if (source.lines() > LONGEST) {
        offences.add("over " + LONGEST + ": " + source);
      }
    }
    if (sources.size() >= FEWEST_FOR_PERCENTILES) {
      checkPercentile(sources, 50, MEDIAN, "median", offences);
      checkPercentile(sources, 90, NINETIETH_PERCENTILE, "90th percentile", offences);
    }
    return offences;
  }

  private static void checkPercentile(
      List<Source> sources, int percent, int limit, String name, List<String> offences) {
    int[] lines = sources.stream().mapToInt(Source::lines).sorted().toArray();
    int nearestRank = (lines.length * percent + 99) / 100;
    int value = lines[nearestRank - 1];
    if (value > limit) {
      List<Source> longer = sources.stream().filter(source -> source.lines() > limit).toList();
      offences.add(name + " " + value + " is over " + limit + ": " + longer);
    }
  }

  private static List<Source> sourcesOf(String module) throws IOException {
    Path root = projectRoot();
    Path main = root.resolve(module).resolve("src/main");
    if (!Files.isDirectory(main)) {
      return List.of();
    }
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(main)) {
      for (Path file : files.filter(FileSizeLawTest::counts).sorted().toList()) {
        sources.add(new Source(root.relativize(file).toString(), Files.readAllLines(file).size()));
      }
    }
    return sources;
  }

  private static boolean counts(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.endsWith("-info.java");
  }

  private static Path projectRoot() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve(".mvn"))) {
        return dir;
      }
    }
    throw new IllegalStateException("No .mvn directory above " + Path.of("").toAbsolutePath());
  }
}

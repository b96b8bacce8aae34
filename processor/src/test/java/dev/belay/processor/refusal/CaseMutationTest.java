package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * As {@link MutationTest}, with every file of cases, which together have every construct.
 *
 * <p>{@code -Dbelay.mutations=n} tries n variants of each file, {@code -Dbelay.seed=s} others.
 */
class CaseMutationTest {
  private static final int COUNT = Integer.getInteger("belay.mutations", 4);
  private static final long SEED = Long.getLong("belay.seed", 1);
  private static final int SHOWN = Integer.getInteger("belay.shown", 3);

  @TestFactory
  Stream<DynamicTest> spoiledAndTruncatedCases() throws IOException, URISyntaxException {
    Path cases = Path.of(CaseMutationTest.class.getResource("/cases").toURI());
    try (Stream<Path> files = Files.walk(cases)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.getParent().endsWith("fixture"))
              .sorted()
              .toList();
      assertThat(sources).hasSizeGreaterThan(10);
      return sources.stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      cases.relativize(file).toString(),
                      () -> assertThat(complaints(cases, file)).isEmpty()));
    }
  }

  private static List<String> complaints(Path cases, Path file) throws IOException {
    String path = "cases/" + file.getFileName();
    Tokens tokens = new Tokens(Files.readString(file));
    Random random = new Random(SEED + path.hashCode());
    List<String> complaints = new ArrayList<>();
    Path probe = cases.resolve("fixture/Probe.java");
    try (Judge judge = new Judge(Source.of("cases/Probe.java", Files.readString(probe)).file())) {
      for (int i = 0; i < COUNT && complaints.size() < SHOWN; i++) {
        boolean truncated = i % 2 == 1;
        int token = random.nextInt(tokens.size());
        String text = truncated ? tokens.truncated(token) : tokens.spoiled(random);
        String what = (truncated ? "up to token " + token : "variant " + i) + " of seed " + SEED;
        String complaint = judge.complaint(path, what, text);
        if (!complaint.isEmpty()) {
          complaints.add(complaint);
        }
      }
    }
    return complaints;
  }
}

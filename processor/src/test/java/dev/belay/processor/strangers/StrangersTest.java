package dev.belay.processor.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every finding in published code is one that has been looked at, and none that has been is
 * missing.
 *
 * <p>{@code -Dbelay.strangers=all}, or names separated by commas. Sources and class paths come
 * through Maven, so this is no part of the normal build. Findings with the code around them are
 * written to {@code target/strangers}.
 */
@EnabledIfSystemProperty(named = "belay.strangers", matches = ".+")
class StrangersTest {
  @TestFactory
  Stream<DynamicTest> everyFindingHasBeenJudged() {
    List<String> wanted = Arrays.asList(System.getProperty("belay.strangers").split(","));
    return Stranger.of("strangers.txt").stream()
        .filter(it -> wanted.contains("all") || wanted.contains(it.name()))
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> survey(it)));
  }

  private static void survey(Stranger stranger) throws IOException, InterruptedException {
    Fetched code = Fetched.of(stranger);
    Survey survey = Survey.of(code, List.of());
    Path root = Fetched.code(stranger);
    List<String> report = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (Sighting sighting : survey.sightings()) {
      String place = sighting.place(root);
      places.add(place);
      report.add(place + "\n" + sighting.message() + "\n" + sighting.excerpt());
    }
    Files.write(Fetched.DIRECTORY.resolve(stranger.name() + ".findings"), report);
    Files.write(Fetched.DIRECTORY.resolve(stranger.name() + ".errors"), survey.errors());
    System.out.printf(
        "%s %s: %d files, %d errors of javac's, %d findings%n",
        stranger.name(),
        stranger.version(),
        survey.files(),
        survey.errors().size(),
        survey.sightings().size());
    assertThat(survey.faults()).isEmpty();
    Verdicts verdicts = Verdicts.of(stranger);
    assertThat(survey.files()).as("files").isEqualTo(verdicts.files());
    assertThat(places).containsExactlyInAnyOrderElementsOf(verdicts.places());
  }
}

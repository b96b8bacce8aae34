package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault at each place of each subject. */
class FaultsTest {

  private static final Path PAGE = Path.of("../docs/verification.md");

  static Stream<Subject> subjects() {
    return Stream.concat(Operators.all().stream(), Scopes.all().stream());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void whateverFailsEverythingIsReleasedOnce(Subject subject) {
    for (Conduct conduct : Conduct.values()) {
      List<Place> places = undisturbed(subject, conduct);
      for (int place = 0; place < places.size(); place++) {
        for (Fault fault : places.get(place).faults()) {
          disturbed(subject, conduct, new Injection(place, fault), places.get(place));
        }
      }
    }
  }

  @Test
  void theNumbersOnThePageAreTrue() throws IOException {
    assertThat(Files.readAllLines(PAGE))
        .contains(row("operators and publishers", Operators.all()))
        .contains(row("scopes, stacks, groups", Scopes.all()));
  }

  private static String row(String name, List<Subject> subjects) {
    long faults = subjects.stream().mapToLong(FaultsTest::faults).sum();
    return "| %s | %d | %d |".formatted(name, subjects.size(), faults);
  }

  private static long faults(Subject subject) {
    return Stream.of(Conduct.values())
        .flatMap(conduct -> undisturbed(subject, conduct).stream())
        .mapToLong(place -> place.faults().size())
        .sum();
  }

  private static List<Place> undisturbed(Subject subject, Conduct conduct) {
    World world = new World(conduct, Injection.NONE);
    Exercise exercise = subject.start().apply(world);
    world.run(exercise);
    assertThat(exercise.delivered()).as("%s, %s", subject, conduct).isEqualTo(subject.expected());
    return world.places();
  }

  private static void disturbed(
      Subject subject, Conduct conduct, Injection injection, Place place) {
    try {
      World world = new World(conduct, injection);
      world.run(subject.start().apply(world));
    } catch (Throwable t) {
      throw new AssertionError(
          "%s, %s, at place %d (%s) %s"
              .formatted(subject, conduct, injection.place(), place.name(), injection.fault()),
          t);
    }
  }
}

package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault at each place of each subject. */
class FaultsTest {

  static Stream<Subject> subjects() {
    return Stream.concat(
        Stream.of(Subject.iterable("a machine", List.of(1, 2, 3), world -> Numbers.of(world, 3))),
        Operators.all().stream());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void whateverFailsEverythingIsReleasedOnce(Subject subject) {
    int faults = 0;
    for (Conduct conduct : Conduct.values()) {
      List<Place> places = undisturbed(subject, conduct);
      for (int place = 0; place < places.size(); place++) {
        for (Fault fault : places.get(place).faults()) {
          disturbed(subject, conduct, new Injection(place, fault), places.get(place));
          faults++;
        }
      }
    }

    assertThat(faults).isGreaterThanOrEqualTo(subject.expected().size());
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

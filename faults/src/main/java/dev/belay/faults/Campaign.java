package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Each fault at each place of a subject. */
public final class Campaign {
  private Campaign() {}

  /**
   * Runs a subject undisturbed, and then once for each fault, and for each pair of a disturbance
   * and a failure that comes after it.
   *
   * @param subject what to run
   * @return how many faults there were, and how many pairs
   * @throws AssertionError if what must hold does not, naming the place and the fault
   */
  public static Count run(Subject subject) {
    Count count = Count.NONE;
    for (Conduct conduct : Conduct.values()) {
      List<Place> places = undisturbed(subject, conduct);
      for (int place = 0; place < places.size(); place++) {
        for (Fault fault : places.get(place).faults()) {
          count = count.plus(new Count(1, pairs(subject, conduct, new Injection(place, fault))));
        }
      }
    }
    return count;
  }

  /**
   * Runs several subjects.
   *
   * @param subjects what to run
   * @return the sum of what {@link #run} returns
   * @throws AssertionError if a subject fails; it has those of the others as suppressed
   */
  public static Count runAll(List<Subject> subjects) {
    Count count = Count.NONE;
    List<AssertionError> failures = new ArrayList<>();
    for (Subject subject : subjects) {
      try {
        count = count.plus(run(subject));
      } catch (AssertionError e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      AssertionError first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return count;
  }

  private static List<Place> undisturbed(Subject subject, Conduct conduct) {
    World world = new World(conduct, Injection.NONE);
    Exercise exercise = subject.start().apply(world);
    world.run(exercise);
    assertThat(exercise.delivered()).as("%s, %s", subject, conduct).isEqualTo(subject.expected());
    return world.places();
  }

  private static int pairs(Subject subject, Conduct conduct, Injection first) {
    World world = disturbed(subject, conduct, first);
    if (first.fault().isFailure()) {
      return 0;
    }
    int count = 0;
    for (int later = world.disturbedBefore(); later < world.places().size(); later++) {
      World unused =
          disturbed(subject, conduct, new Injection(first.place(), first.fault(), later));
      count++;
    }
    return count;
  }

  private static World disturbed(Subject subject, Conduct conduct, Injection injection) {
    World world = new World(conduct, injection);
    try {
      world.run(subject.start().apply(world));
      return world;
    } catch (Throwable t) {
      throw new AssertionError(
          "%s, %s, at place %d (%s) %s%s"
              .formatted(
                  subject,
                  conduct,
                  injection.place(),
                  world.name(injection.place()),
                  injection.fault(),
                  injection.failing() < 0
                      ? ""
                      : ", and then place %d (%s) FAILS"
                          .formatted(injection.failing(), world.name(injection.failing()))),
          t);
    }
  }
}

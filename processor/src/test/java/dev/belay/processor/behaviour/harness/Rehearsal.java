package dev.belay.processor.behaviour.harness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What runs without trouble have shown, so that plans can make trouble at every place.
 *
 * @param template the case
 * @param stages how many stages it makes
 * @param yields how many elements a consumer can leave at
 * @param steps how many completions it waits for
 */
record Rehearsal(Case template, int stages, int yields, int steps) {
  /** From more places than this, a few are chosen. */
  private static final int ALL = 12;

  /** Of so many, one must do. */
  private static final int MANY = 200;

  static Rehearsal of(Case template, Program natively) {
    Run direct = new Run(Plan.DIRECT);
    new NativeDriver(template, natively.load(direct), direct).trace();
    Run later = new Run(Plan.DIRECT.timed(Timing.LATER));
    new NativeDriver(template, natively.load(later), later).trace();
    int leaves = template.kind() == Case.Kind.RESOURCE ? 1 : direct.yields();
    return new Rehearsal(template, direct.stages(), leaves, later.steps());
  }

  Set<Plan> everyPlan() {
    Set<Plan> plans = new LinkedHashSet<>();
    for (Plan plan : untimed()) {
      for (Timing timing : Timing.values()) {
        plans.add(plan.timed(timing));
      }
    }
    plans.addAll(interruptions());
    return plans;
  }

  /** Without trouble in all timings; each trouble in two. */
  Set<Plan> somePlans(Random random, boolean interrupted) {
    Set<Plan> plans = new LinkedHashSet<>();
    for (Timing timing : Timing.values()) {
      plans.add(Plan.DIRECT.timed(timing));
    }
    for (Plan plan : untimed()) {
      plans.add(plan.timed(random.nextBoolean() ? Timing.DONE : Timing.ALTERNATING));
      plans.add(plan.timed(random.nextInt(4) > 0 ? Timing.LATER : Timing.ELSEWHERE));
    }
    if (interrupted) {
      plans.addAll(interruptions());
    }
    return plans;
  }

  private List<Plan> untimed() {
    List<Plan> untimed = new ArrayList<>();
    untimed.add(Plan.DIRECT);
    places(stages).forEach(stage -> untimed.add(Plan.DIRECT.failing(stage)));
    places(yields).forEach(yield -> untimed.add(Plan.DIRECT.leaving(yield)));
    return untimed;
  }

  private List<Plan> interruptions() {
    if (template.kind() != Case.Kind.GENERATOR && template.kind() != Case.Kind.METHOD) {
      return List.of();
    }
    return places(steps).stream()
        .map(step -> Plan.DIRECT.timed(Timing.LATER).interrupted(step))
        .toList();
  }

  private static Set<Integer> places(int count) {
    if (count > MANY) {
      return Set.of(count / 2);
    }
    Set<Integer> places = new TreeSet<>();
    for (int i = 1; i <= Math.min(count, ALL); i++) {
      places.add(i);
    }
    if (count > ALL) {
      places.addAll(Set.of(count / 2, count - 1, count));
    }
    return places;
  }
}

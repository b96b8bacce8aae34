package dev.belay.processor.behaviour.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Runs cases by all plans that fit them, as they stand and compiled, and compares. */
public final class Differential {
  /** From more places than this, a few are chosen. */
  private static final int ALL = 12;

  /** Of so many, one must do. */
  private static final int MANY = 200;

  private final Program natively;
  private final Program machines;

  private Differential(Program natively, Program machines) {
    this.natively = natively;
    this.machines = machines;
  }

  public static Differential of(List<Source> sources) {
    return new Differential(Compiler.natively(sources), Compiler.machines(sources));
  }

  public List<Case> cases() {
    return Case.in(machines);
  }

  /** What the processor generated for the class that declares the case. */
  public String generated(Case template) {
    return machines.sources().get(template.owner() + "Async");
  }

  /** The first plan by which the case behaves differently, in words; empty if there is none. */
  public String difference(Case template) {
    Map<Plan, List<String>> known = new HashMap<>();
    for (Plan plan : plans(template)) {
      // Only interruptions see stages that are not complete.
      Plan direct = plan.interruptAtStep() == 0 ? plan.timed(Timing.DONE) : plan;
      List<String> expected =
          known.computeIfAbsent(
              direct, p -> new NativeDriver(template, natively, new Run(p)).trace());
      List<String> actual = new MachineDriver(template, machines, new Run(plan)).trace();
      if (!actual.equals(expected)) {
        return template + ", " + plan + ":\n" + compared(expected, actual);
      }
    }
    return "";
  }

  private Set<Plan> plans(Case template) {
    Run direct = new Run(Plan.DIRECT);
    new NativeDriver(template, natively, direct).trace();
    Set<Plan> plans = new LinkedHashSet<>();
    List<Plan> untimed = new ArrayList<>();
    untimed.add(Plan.DIRECT);
    places(direct.stages()).forEach(stage -> untimed.add(Plan.DIRECT.failing(stage)));
    int leaves = template.kind() == Case.Kind.RESOURCE ? 1 : direct.yields();
    places(leaves).forEach(yield -> untimed.add(Plan.DIRECT.leaving(yield)));
    for (Plan plan : untimed) {
      for (Timing timing : Timing.values()) {
        plans.add(plan.timed(timing));
      }
    }
    Run later = new Run(Plan.DIRECT.timed(Timing.LATER));
    new NativeDriver(template, natively, later).trace();
    if (template.kind() == Case.Kind.GENERATOR || template.kind() == Case.Kind.METHOD) {
      places(later.steps())
          .forEach(step -> plans.add(Plan.DIRECT.timed(Timing.LATER).interrupted(step)));
    }
    return plans;
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

  private static String compared(List<String> expected, List<String> actual) {
    int same = 0;
    while (same < Math.min(expected.size(), actual.size())
        && expected.get(same).equals(actual.get(same))) {
      same++;
    }
    StringBuilder text = new StringBuilder();
    int from = Math.max(0, same - 15);
    expected.subList(from, same).forEach(event -> text.append("    ").append(event).append('\n'));
    appendAll(text, "java  ", expected, same);
    appendAll(text, "belay ", actual, same);
    return text.toString();
  }

  private static void appendAll(StringBuilder text, String who, List<String> events, int from) {
    int to = Math.min(events.size(), from + 8);
    events.subList(from, to).forEach(event -> text.append(who).append(event).append('\n'));
    if (from == events.size()) {
      text.append(who).append("(nothing more)\n");
    }
  }
}

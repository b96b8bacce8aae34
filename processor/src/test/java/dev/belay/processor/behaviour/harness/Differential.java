package dev.belay.processor.behaviour.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Runs cases by all plans that fit them, as they stand and compiled, and compares. */
public final class Differential {
  private final Program natively;
  private final Program machines;
  private final Program.Loader nativeClasses;
  private final Program.Loader machineClasses;
  private final Set<String> withStatics;

  private Differential(Program natively, Program machines) {
    this.natively = natively;
    this.machines = machines;
    this.nativeClasses = natively.load(new Run(Plan.DIRECT));
    this.machineClasses = machines.load(new Run(Plan.DIRECT));
    this.withStatics = Statics.owners(natively);
  }

  public static Differential of(List<Source> sources) {
    return new Differential(Compiler.natively(sources), Compiler.machines(sources));
  }

  /** Of what has been compiled already. */
  public static Differential of(Program natively, Program machines) {
    return new Differential(natively, machines);
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
    return difference(template, Rehearsal.of(template, natively).everyPlan());
  }

  /**
   * The same by fewer plans: each place is still left, and each stage fails, but not with every
   * timing.
   *
   * @param interrupted whether consumers give up during awaits; not for programs that await the
   *     companions of methods, which run at once when there are no machines
   */
  public String difference(Case template, Random random, boolean interrupted) {
    return difference(template, Rehearsal.of(template, natively).somePlans(random, interrupted));
  }

  private String difference(Case template, Set<Plan> plans) {
    boolean anew = withStatics.contains(Statics.owner(template.owner()));
    return difference(
        template,
        plans,
        anew ? natively::load : nativeClasses::with,
        anew ? machines::load : machineClasses::with);
  }

  private static String difference(
      Case template,
      Set<Plan> plans,
      Function<Run, ClassLoader> natively,
      Function<Run, ClassLoader> machines) {
    Map<Plan, List<String>> known = new HashMap<>();
    for (Plan plan : plans) {
      // Only interruptions see stages that are not complete.
      Plan direct = plan.interruptAtStep() == 0 ? plan.timed(Timing.DONE) : plan;
      List<String> expected =
          known.computeIfAbsent(
              direct,
              p -> {
                Run run = new Run(p);
                return new NativeDriver(template, natively.apply(run), run).trace();
              });
      Run run = new Run(plan);
      List<String> actual = new MachineDriver(template, machines.apply(run), run).trace();
      if (!actual.equals(expected)) {
        return template + ", " + plan + ":\n" + compared(expected, actual);
      }
    }
    return "";
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

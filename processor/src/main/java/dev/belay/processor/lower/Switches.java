package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code switch} statements. One that suspends first finds its arm, then switches on that,
 * so that it can be entered at an arm without its selector.
 *
 * <pre>{@code
 * switch (s) { case A: ...1... case B: ...; break; default: ...2... }
 *
 * int arm;
 * if (at == 0) { switch (s) { case A: arm = 1; break; case B: arm = 2; break; default: arm = 3; } }
 * else { arm = at <= 1 ? 1 : 3; }
 * switch (arm) { case 1: ...1... case 2: ...; break; default: ...2... }
 * }</pre>
 */
final class Switches {
  /** More arms than this are chosen in two steps. */
  private static final int MANY = 50;

  private static final int GROUP = 25;

  /** So many conditions are read more easily than a computation. */
  private static final int FEW = 8;

  private final Emitter emitter;

  Switches(Emitter emitter) {
    this.emitter = emitter;
  }

  void emit(Stmt.Switch stmt, Fragment selector, List<Code> out) {
    if (emitter.points.of(stmt).isEmpty()) {
      verbatim(stmt, selector, out);
    } else {
      byArm(stmt, selector, out);
    }
  }

  private void verbatim(Stmt.Switch stmt, Fragment selector, List<Code> out) {
    List<Code> cases = new ArrayList<>();
    emitter.jumps.enter(stmt.target(), Jumps.Kind.SWITCH);
    for (Stmt.Case group : stmt.cases()) {
      Snapshots.Label label = emitter.snapshots.label(group, out);
      List<Code> body = new ArrayList<>(label.copies());
      body.addAll(emitter.list(group.body()));
      cases.add(
          stmt.arrows()
              ? Code.braces(Fragment.of(label.text(), " ->"), body)
              : new Code.Case(Fragment.of(label.text(), ":"), body));
    }
    emitter.jumps.exit();
    String prefix = emitter.jumps.prefix(stmt.target());
    out.add(Code.braces(Fragment.of(prefix + "switch (", selector, ")"), cases));
  }

  private void byArm(Stmt.Switch stmt, Fragment selector, List<Code> out) {
    Variable arm = emitter.fresh.temporary("arm", TypeText.INT);
    out.add(Code.line("int ", arm, ";"));
    out.add(
        new Code.Braces(
            List.of(
                new Code.Branch(
                    Fragment.text("if (" + emitter.at + " == 0)"), select(stmt, selector, arm)),
                new Code.Branch(Fragment.text("else"), List.of(assign(arm, armOfPoint(stmt))))),
            Fragment.EMPTY));
    List<Code> cases = new ArrayList<>();
    List<Integer> ends = ends(stmt);
    emitter.jumps.enter(stmt.target(), Jumps.Kind.SWITCH);
    for (int i = 0; i < stmt.cases().size(); i++) {
      Stmt.Block block = stmt.cases().get(i).body();
      List<Code> body = new ArrayList<>(emitter.list(block));
      if (stmt.arrows() && Reach.completes(block)) {
        body.add(Code.line("break;"));
      }
      // The last arm takes the part of `default`, which tells javac that one is always taken.
      boolean rest = stmt.exhaustive() && ends.contains(i + 1);
      Fragment label = Fragment.text(rest ? "default:" : "case " + (i + 1) + ":");
      cases.add(emitter.declares(block) ? Code.braces(label, body) : new Code.Case(label, body));
    }
    emitter.jumps.exit();
    out.add(grouped(arm, emitter.jumps.prefix(stmt.target()), cases, ends));
  }

  /** After which arms a group of many ends; none falls through to the next. */
  private static List<Integer> ends(Stmt.Switch stmt) {
    int all = stmt.cases().size();
    List<Integer> ends = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < all && all > MANY; i++) {
      boolean falls = !stmt.arrows() && Reach.completes(stmt.cases().get(i - 1).body());
      if (i - from >= GROUP && !falls) {
        ends.add(i);
        from = i;
      }
    }
    ends.add(all);
    return ends;
  }

  /**
   * The arms, or groups of them, each of which may then become a method of its own.
   *
   * <pre>{@code
   * if (arm <= 25) { switch (arm) { case 1: ... case 25: ... } }
   * else if (arm <= 50) { switch (arm) { ... } }
   * else { switch (arm) { ... } }
   * }</pre>
   */
  private static Code grouped(Variable arm, String prefix, List<Code> cases, List<Integer> ends) {
    List<Code.Branch> groups = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      Code group =
          Code.braces(Fragment.of(prefix + "switch (", arm, ")"), cases.subList(from, end));
      if (ends.size() == 1) {
        return group;
      }
      Fragment head =
          end == cases.size()
              ? Fragment.text("else")
              : Fragment.of(from == 0 ? "if (" : "else if (", arm, " <= " + end + ")");
      groups.add(new Code.Branch(head, List.of(group)));
      from = end;
    }
    return new Code.Braces(groups, Fragment.EMPTY);
  }

  private List<Code> select(Stmt.Switch stmt, Fragment selector, Variable arm) {
    List<Code> out = new ArrayList<>();
    List<Code> cases = new ArrayList<>();
    for (int i = 0; i < stmt.cases().size(); i++) {
      Snapshots.Label label = emitter.snapshots.label(stmt.cases().get(i), out);
      cases.add(choice(label, arm, i + 1));
    }
    if (!stmt.exhaustive()) {
      cases.add(choice(new Snapshots.Label(Fragment.text("default"), List.of()), arm, 0));
    }
    out.add(Code.braces(Fragment.of("switch (", selector, ")"), cases));
    return out;
  }

  private static Code choice(Snapshots.Label label, Variable arm, int number) {
    List<Code> body = new ArrayList<>(label.copies());
    body.add(assign(arm, String.valueOf(number)));
    body.add(Code.line("break;"));
    return new Code.Case(Fragment.of(label.text(), ":"), body);
  }

  private static Code assign(Variable arm, String value) {
    return Code.line(Fragment.assign(arm, Fragment.text(value)), ";");
  }

  /** The arm of each point: asked for half by half, so that no expression is nested deeply. */
  private String armOfPoint(Stmt.Switch stmt) {
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < stmt.cases().size(); i++) {
      Points.Range range = emitter.points.of(stmt.cases().get(i).body());
      if (!range.isEmpty()) {
        arms.add(new Arm(range.first(), range.last(), i + 1));
      }
    }
    return armOfPoint(arms);
  }

  private String armOfPoint(List<Arm> arms) {
    if (arms.size() == 1) {
      return String.valueOf(arms.get(0).number());
    }
    if (arms.size() > FEW && areAlike(arms)) {
      Arm first = arms.get(0);
      return first.points() == 1
          ? sum(emitter.at, first.number() - first.first())
          : sum("(" + sum(emitter.at, -first.first()) + ") / " + first.points(), first.number());
    }
    // Few are easier to read one after the other.
    int half = arms.size() <= FEW ? 1 : arms.size() / 2;
    String first = armOfPoint(arms.subList(0, half));
    String rest = armOfPoint(arms.subList(half, arms.size()));
    return emitter.at + " <= " + arms.get(half - 1).last() + " ? " + first + " : " + rest;
  }

  private static String sum(String text, int number) {
    return number == 0 ? text : text + (number > 0 ? " + " : " - ") + Math.abs(number);
  }

  /** Whether they have one number of points each, so that the arm can be computed. */
  private static boolean areAlike(List<Arm> arms) {
    Arm first = arms.get(0);
    for (int i = 0; i < arms.size(); i++) {
      Arm arm = arms.get(i);
      if (arm.number() != first.number() + i
          || arm.points() != first.points()
          || arm.first() != first.first() + i * first.points()) {
        return false;
      }
    }
    return true;
  }

  /** An arm that suspends, and the first and last point in it. */
  private record Arm(int first, int last, int number) {
    int points() {
      return last - first + 1;
    }
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields are set to null at each suspension point: those whose object would be kept alive for
 * nothing while the body waits there.
 *
 * <p>A stage that is complete costs no such store. But what is not cleared at one point has to be
 * cleared at the next, and the next: a long body would grow with the square of its length. So where
 * several fields are dead they are cleared on every way through the point, and are done with; and
 * likewise in front of a statement that has points inside, which is passed by on the way to
 * whatever follows it. In front of a loop one is enough: inside it would be cleared in each turn.
 *
 * <pre>{@code
 * if (pending(s)) { a = null; return suspendAt(4); }                          // few
 *
 * a = null; b = null; c = null; d = null; e = null;                           // many
 * if (pending(s)) return suspendAt(4);
 *
 * for (...) { try { await(s); } catch (A a) { ... } ...4 more... }            // many, in a loop
 *
 * for (...) { a = null; ... e = null; try { ... } ... }
 * }</pre>
 */
final class Clearing {
  private static final int FEW = 4;
  private static final Cleared NOTHING = new Cleared(List.of(), List.of());

  private final Stmt.Block block;
  private final Map<Integer, Cleared> points;

  private Clearing(Stmt.Block block, Map<Integer, Cleared> points) {
    this.block = block;
    this.points = points;
  }

  /**
   * What one point clears.
   *
   * @param before in any case, before the operands of the point are evaluated
   * @param waiting when the body is going to wait
   */
  record Cleared(List<Variable> before, List<Variable> waiting) {}

  static Clearing of(Body body, Frame frame) {
    Held held = Held.of(body);
    Map<Integer, Cleared> points = new HashMap<>();
    IdentityHashMap<Stmt, List<Variable>> statements = new IdentityHashMap<>();
    for (Stmt stop : held.stops()) {
      BitSet before = frame.live().before(stop);
      if (stop instanceof Suspend point) {
        points.put(point.point(), at(point, before, held, frame));
        continue;
      }
      List<Variable> dead = dead(stop, before, held, frame);
      if (!dead.isEmpty() && dead.size() <= FEW) {
        boolean loops = held.loops(stop);
        dead.removeIf(variable -> !loops || held.writes(stop, variable));
      }
      if (!dead.isEmpty()) {
        dead.forEach(variable -> held.clear(variable, stop));
        statements.put(stop, dead);
      }
    }
    return new Clearing(new Inserting(statements).rewrite(body.block()), points);
  }

  private static Cleared at(Suspend point, BitSet before, Held held, Frame frame) {
    List<Variable> dead = dead(point, frame.live().waiting(point), held, frame);
    // A yield always leaves, and its element is what it hands over: nothing comes after that.
    boolean leaves = point instanceof Suspend.Emit;
    List<Variable> always = new ArrayList<>();
    if (leaves || dead.size() > FEW) {
      dead.stream().filter(variable -> !before.get(variable.id())).forEach(always::add);
    }
    always.forEach(variable -> held.clear(variable, point));
    List<Variable> rest = new ArrayList<>(leaves ? List.of() : dead);
    rest.removeAll(always);
    return new Cleared(always, rest);
  }

  private static List<Variable> dead(Stmt stop, BitSet live, Held held, Frame frame) {
    return held.at(stop, each -> !live.get(each.id()) && frame.isClearable(each));
  }

  /** What clears one field, without a semicolon. */
  static Fragment cleared(Variable variable) {
    return Fragment.assign(variable, Fragment.text("null"));
  }

  /** The body, with what is cleared in front of statements. */
  Stmt.Block block() {
    return block;
  }

  Cleared at(Suspend point) {
    return points.getOrDefault(point.point(), NOTHING);
  }

  private static final class Inserting extends Rewriter {
    private final IdentityHashMap<Stmt, List<Variable>> statements;

    Inserting(IdentityHashMap<Stmt, List<Variable>> statements) {
      this.statements = statements;
    }

    @Override
    public Stmt block(Stmt.Block block) {
      List<Stmt> all = new ArrayList<>();
      for (Stmt stmt : block.statements()) {
        for (Variable dead : statements.getOrDefault(stmt, List.of())) {
          all.add(Stmt.Plain.of(cleared(dead)));
        }
        all.add(rewrite(stmt));
      }
      return new Stmt.Block(all);
    }
  }
}

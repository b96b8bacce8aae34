package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.StmtVisitor;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which variables are still wanted at each suspension point. Walks the body backwards, carrying the
 * set of live variables; loops are walked until nothing is added.
 *
 * <p>Only what surely happens takes a variable out of the set: declarations and assignments that
 * are statements of their own. An exception may come from anywhere, so whatever a handler reads is
 * live all through its {@code try}.
 */
final class Liveness implements StmtVisitor<BitSet> {
  private final Map<Integer, BitSet> atPoint = new HashMap<>();
  private final IdentityHashMap<Stmt, BitSet> before = new IdentityHashMap<>();
  private final Map<Target, BitSet> afterBreak = new HashMap<>();
  private final Map<Target, BitSet> afterContinue = new HashMap<>();
  private final Map<Target, Integer> depths = new HashMap<>();
  private final IdentityHashMap<Stmt, BitSet> loops = new IdentityHashMap<>();
  private final List<Stmt.Block> finalizers = new ArrayList<>();
  private BitSet onThrow = new BitSet();
  private BitSet out = new BitSet();

  private Liveness() {}

  static Live of(Body body) {
    Liveness liveness = new Liveness();
    liveness.in(body.block(), new BitSet());
    return new Live(liveness.atPoint, liveness.before);
  }

  /**
   * The ids of live variables.
   *
   * @param points by suspension point: those that are live while the body waits there
   * @param statements by statement: those that are live before anything in it is evaluated
   */
  record Live(Map<Integer, BitSet> points, IdentityHashMap<Stmt, BitSet> statements) {
    BitSet waiting(Suspend point) {
      return points.getOrDefault(point.point(), new BitSet());
    }

    BitSet before(Stmt stmt) {
      return statements.getOrDefault(stmt, new BitSet());
    }
  }

  private BitSet in(Stmt stmt, BitSet after) {
    out = after;
    return stmt.accept(this);
  }

  private static BitSet union(BitSet a, BitSet b) {
    BitSet result = (BitSet) a.clone();
    result.or(b);
    return result;
  }

  private static BitSet without(BitSet set, @Nullable Variable variable) {
    BitSet result = (BitSet) set.clone();
    if (variable != null) {
      result.clear(variable.id());
    }
    return result;
  }

  private BitSet reading(BitSet after, List<Fragment> fragments) {
    BitSet result = union(after, onThrow);
    for (Fragment fragment : fragments) {
      fragment.reads().forEach(variable -> result.set(variable.id()));
    }
    return result;
  }

  private BitSet reading(BitSet after, Stmt stmt) {
    return reading(after, Fragments.of(stmt));
  }

  @Override
  public BitSet plain(Stmt.Plain stmt) {
    return reading(stmt.completes() ? out : new BitSet(), stmt);
  }

  @Override
  public BitSet declare(Stmt.Declare stmt) {
    return reading(without(out, stmt.variable()), stmt);
  }

  @Override
  public BitSet assign(Stmt.Assign stmt) {
    return reading(without(out, stmt.variable()), stmt);
  }

  @Override
  public BitSet evaluate(Stmt.Evaluate stmt) {
    return reading(out, stmt);
  }

  @Override
  public BitSet block(Stmt.Block stmt) {
    BitSet live = out;
    for (int i = stmt.statements().size() - 1; i >= 0; i--) {
      Stmt inner = stmt.statements().get(i);
      live = in(inner, live);
      if (inner instanceof Stmt.Compound) {
        before(inner, live);
      }
    }
    return live;
  }

  private void before(Stmt stmt, BitSet live) {
    before.computeIfAbsent(stmt, any -> new BitSet()).or(live);
  }

  @Override
  public BitSet branch(Stmt.If stmt) {
    BitSet after = out;
    BitSet then = in(stmt.then(), after);
    Stmt.Block otherwise = stmt.otherwise();
    return reading(union(then, otherwise == null ? after : in(otherwise, after)), stmt);
  }

  @Override
  public BitSet loop(Stmt.Loop stmt) {
    BitSet after = out;
    List<Fragment> test =
        stmt.condition() == null ? List.of() : List.of(Fragments.code(stmt.condition()));
    List<Fragment> updates = stmt.updates().stream().map(Fragments::code).toList();
    BitSet head = loops.getOrDefault(stmt, new BitSet());
    define(stmt.target(), after, new BitSet());
    while (true) {
      // `head` is what is live before the test; a do loop reaches it from the end of the turn.
      BitSet tested = reading(stmt.condition() == null ? new BitSet() : after, test);
      BitSet next = stmt.testFirst() ? reading(head, updates) : reading(union(tested, head), test);
      afterContinue.put(stmt.target(), next);
      BitSet turn = in(stmt.body(), next);
      BitSet found = stmt.testFirst() ? union(tested, turn) : turn;
      found.or(head);
      if (found.equals(head)) {
        break;
      }
      head = found;
    }
    loops.put(stmt, head);
    for (int i = stmt.init().size() - 1; i >= 0; i--) {
      head = in(stmt.init().get(i), head);
    }
    return head;
  }

  @Override
  public BitSet labeled(Stmt.Labeled stmt) {
    define(stmt.target(), out, new BitSet());
    return in(stmt.body(), out);
  }

  @Override
  public BitSet synchronize(Stmt.Synchronized stmt) {
    return reading(in(stmt.body(), out), stmt);
  }

  @Override
  public BitSet choose(Stmt.Switch stmt) {
    BitSet after = out;
    define(stmt.target(), after, new BitSet());
    BitSet all = stmt.exhaustive() ? new BitSet() : (BitSet) after.clone();
    BitSet next = after;
    for (int i = stmt.cases().size() - 1; i >= 0; i--) {
      next = in(stmt.cases().get(i).body(), stmt.arrows() ? after : next);
      all.or(next);
    }
    return reading(all, stmt);
  }

  @Override
  public BitSet tryCatch(Stmt.TryCatch stmt) {
    BitSet after = out;
    BitSet outer = onThrow;
    BitSet handlers = (BitSet) outer.clone();
    for (Stmt.Catch clause : stmt.catches()) {
      handlers.or(without(in(clause.body(), after), clause.parameter()));
    }
    onThrow = handlers;
    BitSet live = in(stmt.body(), after);
    onThrow = outer;
    return union(live, handlers);
  }

  @Override
  public BitSet tryFinally(Stmt.TryFinally stmt) {
    BitSet after = out;
    BitSet outer = onThrow;
    // A failure is stored on the way into the finalizer: nobody wants an older value.
    BitSet thrown = without(in(stmt.finalizer(), outer), stmt.failure());
    BitSet left = without(in(stmt.finalizer(), after), stmt.failure());
    finalizers.add(stmt.finalizer());
    onThrow = thrown;
    BitSet live = in(stmt.body(), left);
    onThrow = outer;
    finalizers.remove(finalizers.size() - 1);
    return union(live, thrown);
  }

  private void define(Target target, BitSet afterwards, BitSet again) {
    afterBreak.put(target, afterwards);
    afterContinue.put(target, again);
    depths.put(target, finalizers.size());
  }

  /** What is live at a jump: what is live where it lands, through every finally that it crosses. */
  private BitSet jump(BitSet landing, int depth) {
    BitSet live = landing;
    List<Stmt.Block> crossed = List.copyOf(finalizers);
    for (int i = crossed.size() - 1; i >= depth; i--) {
      finalizers.remove(i);
      live = in(crossed.get(i), live);
    }
    finalizers.addAll(crossed.subList(finalizers.size(), crossed.size()));
    return union(live, onThrow);
  }

  @Override
  public BitSet leave(Jump.Break stmt) {
    return jump(
        afterBreak.getOrDefault(stmt.target(), new BitSet()),
        depths.getOrDefault(stmt.target(), 0));
  }

  @Override
  public BitSet proceed(Jump.Continue stmt) {
    return jump(
        afterContinue.getOrDefault(stmt.target(), new BitSet()),
        depths.getOrDefault(stmt.target(), 0));
  }

  @Override
  public BitSet giveBack(Jump.Return stmt) {
    return reading(jump(new BitSet(), 0), stmt);
  }

  @Override
  public BitSet raise(Jump.Throw stmt) {
    return reading(new BitSet(), stmt);
  }

  @Override
  public BitSet forEach(Sugar.ForEach stmt) {
    BitSet after = out;
    BitSet head = (BitSet) after.clone();
    define(stmt.target(), after, head);
    while (true) {
      BitSet found = union(head, without(in(stmt.body(), head), stmt.element().variable()));
      if (found.equals(head)) {
        return reading(head, stmt);
      }
      head = found;
      afterContinue.put(stmt.target(), head);
    }
  }

  @Override
  public BitSet each(Sugar.Each stmt) {
    throw new IllegalStateException("sugar that was not normalized, line " + stmt.line());
  }

  @Override
  public BitSet using(Sugar.Using stmt) {
    throw new IllegalStateException("sugar that was not normalized, line " + stmt.line());
  }

  @Override
  public BitSet tryWith(Sugar.TryWith stmt) {
    BitSet live = in(stmt.body(), out);
    for (int i = stmt.resources().size() - 1; i >= 0; i--) {
      live = in(stmt.resources().get(i).declaration(), live);
    }
    return live;
  }

  @Override
  public BitSet await(Suspend.Await stmt) {
    return point(stmt, without(out, stmt.result()), List.of());
  }

  @Override
  public BitSet emit(Suspend.Emit stmt) {
    return point(stmt, without(out, stmt.result()), List.of());
  }

  @Override
  public BitSet ask(Suspend.Ask stmt) {
    return point(stmt, without(out, stmt.result()), List.of(stmt.again()));
  }

  private BitSet point(Suspend stmt, BitSet after, List<Fragment> again) {
    BitSet live = reading(waiting(stmt, after, again), stmt);
    before(stmt, live);
    return live;
  }

  /** Notes what has to survive the suspension. */
  private BitSet waiting(Suspend point, BitSet after, List<Fragment> again) {
    BitSet live = reading(after, again);
    Stmt close = point.onClose();
    if (close != null) {
      live.or(in(close, new BitSet()));
    }
    atPoint.computeIfAbsent(point.point(), any -> new BitSet()).or(live);
    return live;
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ChartFrames.Catching;
import dev.belay.processor.lower.ChartFrames.Exit;
import dev.belay.processor.lower.ChartFrames.Guarded;
import dev.belay.processor.lower.ChartFrames.Named;
import dev.belay.processor.lower.ChartFrames.Source;
import dev.belay.processor.lower.StateChart.Edge;
import dev.belay.processor.lower.StateChart.Way;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.StmtVisitor;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows control from stop to stop. {@code here} is where a run that arrives at a statement can
 * have stopped last; it is empty where none arrives.
 */
final class Charting implements StmtVisitor<Set<Source>> {
  private final Body body;
  private final ChartStates states;
  private final ChartFrames frames = new ChartFrames();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private Set<Source> here = Set.of(new Source(0, Way.ONWARD));
  private int releases;

  Charting(Body body, ChartStates states) {
    this.body = body;
    this.states = states;
  }

  StateChart chart() {
    follow(body.block());
    connect(here, states.end());
    List<Edge> sorted = new ArrayList<>(edges);
    sorted.sort(
        Comparator.comparingInt(Edge::from).thenComparingInt(Edge::to).thenComparing(Edge::way));
    return new StateChart(states.all(), sorted);
  }

  private void follow(@Nullable Stmt stmt) {
    if (stmt != null && !here.isEmpty()) {
      here = stmt.accept(this);
    }
  }

  private void connect(Set<Source> sources, int to) {
    sources.forEach(source -> edges.add(new Edge(source.state(), to, source.way())));
  }

  private void fail(Set<Source> sources) {
    connect(frames.fail(sources), states.end());
  }

  /** Code is run that may fail. In a release only waits count: it is drawn as if it began. */
  private void run() {
    if (releases == 0) {
      fail(here);
    }
  }

  private void jump(Exit exit, Set<Source> sources) {
    connect(frames.jump(exit, sources), states.end());
  }

  private void evaluate(@Nullable Expr expr) {
    if (expr != null && ChartCode.mayFail(expr)) {
      run();
    }
  }

  private static Set<Source> union(Set<Source> left, Set<Source> right) {
    Set<Source> all = new LinkedHashSet<>(left);
    all.addAll(right);
    return all;
  }

  private Set<Source> stop(Suspend point, boolean mayFail) {
    connect(here, states.of(point));
    here = Set.of(new Source(states.of(point), Way.ONWARD));
    if (mayFail) {
      fail(here);
    }
    if (point.onClose() != null && releases == 0) {
      jump(Exit.RETURN, Source.by(Way.CLEANUP, here));
    }
    return here;
  }

  @Override
  public Set<Source> await(Suspend.Await stmt) {
    evaluate(stmt.stage());
    return stop(stmt, true);
  }

  /** A generator that nobody answers can only be closed where it yields. */
  @Override
  public Set<Source> emit(Suspend.Emit stmt) {
    evaluate(stmt.value());
    return stop(stmt, stmt.answered());
  }

  @Override
  public Set<Source> ask(Suspend.Ask stmt) {
    if (ChartCode.mayFail(stmt.first())) {
      run();
    }
    return stop(stmt, true);
  }

  @Override
  public Set<Source> plain(Stmt.Plain stmt) {
    if (stmt.completes()) {
      run();
      return here;
    }
    fail(here);
    return Set.of();
  }

  @Override
  public Set<Source> declare(Stmt.Declare stmt) {
    evaluate(stmt.value());
    return here;
  }

  @Override
  public Set<Source> assign(Stmt.Assign stmt) {
    evaluate(stmt.value());
    return here;
  }

  @Override
  public Set<Source> evaluate(Stmt.Evaluate stmt) {
    evaluate(stmt.expression());
    return here;
  }

  @Override
  public Set<Source> block(Stmt.Block stmt) {
    stmt.statements().forEach(this::follow);
    return here;
  }

  @Override
  public Set<Source> branch(Stmt.If stmt) {
    evaluate(stmt.condition());
    Set<Source> before = here;
    follow(stmt.then());
    Set<Source> after = here;
    here = before;
    follow(stmt.otherwise());
    return union(after, here);
  }

  /** Turns until another one finds nothing new. */
  @Override
  public Set<Source> loop(Stmt.Loop stmt) {
    stmt.init().forEach(this::follow);
    Named named = frames.enter(new Named(stmt.target()));
    Set<Source> left = new LinkedHashSet<>();
    Set<Source> entering = new LinkedHashSet<>();
    while (entering.addAll(here)) {
      here = Set.copyOf(entering);
      if (stmt.testFirst()) {
        test(stmt.condition(), left);
      }
      follow(stmt.body());
      here = union(here, named.continues());
      stmt.updates().forEach(this::evaluate);
      if (!stmt.testFirst()) {
        test(stmt.condition(), left);
      }
    }
    frames.leave();
    return union(left, named.breaks());
  }

  private void test(@Nullable Expr condition, Set<Source> left) {
    evaluate(condition);
    if (condition != null && !(condition instanceof Expr.Pure pure && pure.isConstant(true))) {
      left.addAll(here);
    }
  }

  @Override
  public Set<Source> labeled(Stmt.Labeled stmt) {
    Named named = frames.enter(new Named(stmt.target()));
    follow(stmt.body());
    frames.leave();
    return union(here, named.breaks());
  }

  @Override
  public Set<Source> synchronize(Stmt.Synchronized stmt) {
    evaluate(stmt.lock());
    follow(stmt.body());
    return here;
  }

  @Override
  public Set<Source> choose(Stmt.Switch stmt) {
    evaluate(stmt.selector());
    Set<Source> before = here;
    Set<Source> after = stmt.exhaustive() ? Set.of() : before;
    Set<Source> through = Set.of();
    Named named = frames.enter(new Named(stmt.target()));
    for (Stmt.Case group : stmt.cases()) {
      here = stmt.arrows() ? before : union(before, through);
      follow(group.body());
      through = here;
      after = stmt.arrows() ? union(after, here) : after;
    }
    frames.leave();
    return union(union(after, stmt.arrows() ? Set.of() : through), named.breaks());
  }

  @Override
  public Set<Source> tryCatch(Stmt.TryCatch stmt) {
    Catching clauses = frames.enter(new Catching(stmt));
    follow(stmt.body());
    frames.leave();
    Set<Source> after = here;
    for (Stmt.Catch clause : stmt.catches()) {
      here = Set.copyOf(clauses.caught());
      follow(clause.body());
      after = union(after, here);
    }
    return after;
  }

  @Override
  public Set<Source> tryFinally(Stmt.TryFinally stmt) {
    Guarded guard = frames.enter(new Guarded());
    follow(stmt.body());
    frames.leave();
    Set<Source> after = released(stmt, here);
    Set<Source> failed = released(stmt, guard.failed());
    fail(failed);
    for (Map.Entry<Exit, Set<Source>> exit : guard.exits().entrySet()) {
      jump(exit.getKey(), released(stmt, exit.getValue()));
    }
    return ChartCode.suppresses(stmt) ? union(after, Source.by(Way.ONWARD, failed)) : after;
  }

  /** Runs a finally block; what comes out of it goes on as it would have without the block. */
  private Set<Source> released(Stmt.TryFinally stmt, Set<Source> sources) {
    here = Set.copyOf(sources);
    if (here.isEmpty()) {
      return here;
    }
    Integer state = states.cleanup(stmt);
    if (state != null) {
      connect(here, state);
      here = Set.of(new Source(state, Way.ONWARD));
    }
    releases++;
    follow(stmt.finalizer());
    releases--;
    return here;
  }

  @Override
  public Set<Source> leave(Jump.Break stmt) {
    jump(new Exit(stmt.target(), false), here);
    return Set.of();
  }

  @Override
  public Set<Source> proceed(Jump.Continue stmt) {
    jump(new Exit(stmt.target(), true), here);
    return Set.of();
  }

  @Override
  public Set<Source> giveBack(Jump.Return stmt) {
    evaluate(stmt.value());
    jump(Exit.RETURN, here);
    return Set.of();
  }

  @Override
  public Set<Source> raise(Jump.Throw stmt) {
    fail(here);
    return Set.of();
  }

  /** Left as it is where nothing in it suspends; then only jumps matter. */
  @Override
  public Set<Source> forEach(Sugar.ForEach stmt) {
    Named named = frames.enter(new Named(stmt.target()));
    run();
    Set<Source> before = here;
    follow(stmt.body());
    frames.leave();
    return union(union(before, here), named.breaks());
  }

  @Override
  public Set<Source> tryWith(Sugar.TryWith stmt) {
    run();
    follow(stmt.body());
    return here;
  }

  @Override
  public Set<Source> each(Sugar.Each stmt) {
    throw new IllegalStateException("a loop that was not normalized, line " + stmt.line());
  }

  @Override
  public Set<Source> using(Sugar.Using stmt) {
    throw new IllegalStateException("a scope that was not normalized, line " + stmt.line());
  }
}

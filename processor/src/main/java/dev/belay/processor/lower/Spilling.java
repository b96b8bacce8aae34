package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Part;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spilling pass: afterwards a suspension is only ever a statement of its own. */
final class Spilling extends Rewriter {
  private final Body body;
  private final Suspensions suspensions = new Suspensions();

  private Spilling(Body body) {
    this.body = body;
  }

  static Body apply(Body body) {
    return body.with(new Spilling(body).rewrite(body.block()));
  }

  /** Statements inside an expression are lowered when it is spilled. */
  @Override
  Expr rewrite(Expr expr) {
    return expr;
  }

  /** A statement becomes several in its own block, so that what it declares stays in scope. */
  @Override
  public Stmt block(Stmt.Block stmt) {
    List<Stmt> lowered = new ArrayList<>();
    stmt.statements().forEach(each -> lowered.addAll(lower(each)));
    return new Stmt.Block(lowered);
  }

  private List<Stmt> lower(Stmt stmt) {
    List<Stmt> out = new ArrayList<>();
    Store store = stmt instanceof Stmt.Evaluate evaluate ? Store.of(evaluate.expression()) : null;
    if (stmt instanceof Stmt.Declare declare && isSuspension(declare.value())) {
      into(declare.value(), declare.variable(), true, out);
    } else if (stmt instanceof Stmt.Assign assign && isSuspension(assign.value())) {
      into(assign.value(), assign.variable(), false, out);
    } else if (stmt instanceof Stmt.Evaluate evaluate && isSuspension(evaluate.expression())) {
      into(evaluate.expression(), null, false, out);
    } else if (store != null) {
      into(store.value(), store.variable(), false, out);
    } else {
      out.add(head(rewrite(stmt), out));
    }
    return out;
  }

  private void into(
      @Nullable Expr expr, @Nullable Variable result, boolean declares, List<Stmt> out) {
    if (expr != null) {
      Spiller.into(body, expr, result, declares, out, this::lower);
    }
  }

  private static boolean isSuspension(@Nullable Expr expr) {
    return expr instanceof Expr.Await || expr instanceof Expr.Emit;
  }

  /** {@code variable = await(stage)}. */
  private record Store(Variable variable, Expr value) {
    static @Nullable Store of(Expr expr) {
      return expr instanceof Expr.Combine combine
              && combine.parts().size() == 2
              && combine.parts().get(0) instanceof Part.Code code
              && combine.parts().get(1) instanceof Part.Operand operand
              && isSuspension(operand.value())
              && code.text().pieces().size() == 2
              && code.text().pieces().get(0) instanceof Piece.Use use
              && use.access() == Piece.Access.WRITE
              && code.text().pieces().get(1).equals(new Piece.Text(" = "))
          ? new Store(use.variable(), operand.value())
          : null;
    }
  }

  /** Spills the expression in the head of a statement in front of it. */
  private Stmt head(Stmt stmt, List<Stmt> out) {
    if (stmt instanceof Stmt.Declare s && suspends(s.value())) {
      return new Stmt.Declare(s.variable(), spill(s.value(), out), s.prefix(), s.line());
    }
    if (stmt instanceof Stmt.Assign s && suspends(s.value())) {
      return new Stmt.Assign(s.variable(), spill(s.value(), out), s.line());
    }
    if (stmt instanceof Stmt.Evaluate s && suspends(s.expression())) {
      return new Stmt.Evaluate(spill(s.expression(), out), s.line());
    }
    if (stmt instanceof Stmt.If s && suspends(s.condition())) {
      return new Stmt.If(spill(s.condition(), out), s.then(), s.otherwise(), s.line());
    }
    if (stmt instanceof Stmt.Switch s && suspends(s.selector())) {
      return new Stmt.Switch(
          s.target(), spill(s.selector(), out), s.cases(), s.arrows(), s.exhaustive(), s.line());
    }
    if (stmt instanceof Stmt.Synchronized s && suspends(s.lock())) {
      return new Stmt.Synchronized(spill(s.lock(), out), s.body(), s.line());
    }
    if (stmt instanceof Jump.Return s && suspends(s.value())) {
      return new Jump.Return(spill(s.value(), out), s.line());
    }
    if (stmt instanceof Jump.Throw s && suspends(s.exception())) {
      return new Jump.Throw(spill(s.exception(), out), s.line());
    }
    return stmt;
  }

  private static boolean suspends(@Nullable Expr expr) {
    return expr != null && expr.suspends();
  }

  private Pure spill(@Nullable Expr expr, List<Stmt> out) {
    if (expr == null) {
      throw new IllegalArgumentException("nothing to spill");
    }
    return Spiller.spill(body, expr, out, this::lower);
  }

  /**
   * A loop that suspends in its head.
   *
   * <pre>{@code
   * for (init; await(c); await(u)) { ...continue;... }
   *
   * { init
   *   for (;;) {
   *     boolean awaited = await(c); if (!awaited) break;
   *     turn: { ...break turn;... }
   *     await(u); } }
   * }</pre>
   *
   * A {@code do} tests at the end of the turn instead. What does not suspend stays in the head.
   */
  @Override
  public Stmt loop(Stmt.Loop loop) {
    if (!suspensions.in(loop)) {
      return super.loop(loop);
    }
    Stmt.Block turn = rewrite(loop.body());
    boolean movesUpdates = loop.updates().stream().anyMatch(Expr::suspends);
    boolean movesTest = suspends(loop.condition());
    List<Stmt> statements = new ArrayList<>();
    if (movesTest && loop.testFirst()) {
      test(loop, statements);
    }
    if (movesUpdates || (movesTest && !loop.testFirst())) {
      statements.addAll(uninterrupted(turn, loop.target()).statements());
    } else {
      statements.addAll(turn.statements());
    }
    // What no turn reaches must not be printed; in the head of the loop Java does not mind (14.22).
    boolean ends = Reach.completes(new Stmt.Block(statements));
    if (movesUpdates && ends) {
      loop.updates()
          .forEach(update -> statements.addAll(lower(new Stmt.Evaluate(update, loop.line()))));
    }
    if (movesTest && !loop.testFirst() && ends) {
      test(loop, statements);
    }
    Stmt core =
        new Stmt.Loop(
            loop.target(),
            List.of(),
            movesTest ? null : loop.condition(),
            movesUpdates ? List.of() : loop.updates(),
            new Stmt.Block(statements),
            movesTest || loop.testFirst(),
            loop.line());
    if (loop.init().isEmpty()) {
      return core;
    }
    List<Stmt> all = new ArrayList<>();
    loop.init().forEach(each -> all.addAll(lower(each)));
    all.add(core);
    return new Stmt.Block(all);
  }

  private void test(Stmt.Loop loop, List<Stmt> statements) {
    Pure condition = spill(loop.condition(), statements);
    statements.add(
        new Stmt.If(not(condition), Stmt.Block.of(new Jump.Break(loop.target())), null, 0));
  }

  private static Pure not(Pure condition) {
    boolean simple = condition.code().pieces().size() == 1;
    return Pure.of(
        simple ? Fragment.of("!", condition.code()) : Fragment.of("!(", condition.code(), ")"),
        TypeText.BOOLEAN);
  }

  /** The turn of a loop as a statement of its own, that {@code continue} leaves. */
  private Stmt.Block uninterrupted(Stmt.Block turn, Target loop) {
    Target end = body.fresh().target(null);
    boolean[] used = {false};
    Rewriter redirect =
        new Rewriter() {
          @Override
          public Stmt proceed(Jump.Continue jump) {
            if (!jump.target().equals(loop)) {
              return jump;
            }
            used[0] = true;
            return new Jump.Break(end);
          }
        };
    Stmt.Block redirected = redirect.rewrite(turn);
    return used[0] ? Stmt.Block.of(new Stmt.Labeled(end, redirected)) : turn;
  }
}

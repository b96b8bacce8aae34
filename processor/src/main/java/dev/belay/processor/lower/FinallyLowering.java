package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves a {@code finally} block that suspends behind its {@code try}. However the body is left, by
 * an exception, a jump or its end, that is noted down first and done after the block.
 *
 * <pre>{@code
 * try { ... return v; ... break loop; ... } finally { await(s); }
 *
 * Throwable failure = null;
 * int exit = 0;
 * body: try { ... result = v; exit = 1; break body; ... exit = 2; break body; ... exit = 0; }
 * catch (Throwable thrown) { failure = thrown; exit = 0; }
 * await(s);
 * if (failure != null) throw failure;
 * if (exit == 1) return result;
 * if (exit == 2) break loop;
 * }</pre>
 *
 * An exception in the block, or a jump out of it, replaces what was noted, as in Java (B24); so
 * does an exception in the body after a jump was noted, and a jump of a {@code finally} inside it.
 */
final class FinallyLowering extends Rewriter {
  private final Body body;
  private final Suspensions suspensions = new Suspensions();

  private FinallyLowering(Body body) {
    this.body = body;
  }

  static Body apply(Body body) {
    return body.with(new FinallyLowering(body).rewrite(body.block()));
  }

  @Override
  public Stmt tryFinally(Stmt.TryFinally stmt) {
    if (!suspensions.in(stmt.finalizer())) {
      return super.tryFinally(stmt);
    }
    Variable given = stmt.failure();
    Variable failure =
        given == null ? body.fresh().temporary("failure", TypeText.THROWABLE) : given;
    Variable thrown = body.fresh().temporary("thrown", TypeText.THROWABLE);
    Exits exits = new Exits(body);
    Stmt.Block guarded = exits.note(rewrite(stmt.body()));
    Stmt.Block finalizer = rewrite(stmt.finalizer());
    if (given
        == null) { // a block of the user's; leaving a scope is cut short by nothing but its own
      finalizer = new Uninterrupted().rewrite(finalizer);
    }
    List<Stmt> pend = new ArrayList<>();
    pend.add(new Stmt.Assign(failure, Pure.read(thrown), 0));
    List<Stmt> all = new ArrayList<>();
    all.add(Stmt.Declare.temporary(failure, literal("null", TypeText.THROWABLE)));
    if (!exits.jumps().isEmpty()) {
      all.add(Stmt.Declare.temporary(exits.exit(), literal("0", TypeText.INT)));
      exits.result().ifPresent(result -> all.add(Stmt.Declare.temporary(result, null)));
      pend.add(new Stmt.Assign(exits.exit(), literal("0", TypeText.INT), 0));
    }
    Stmt.Catch clause = new Stmt.Catch(thrown, TypeText.THROWABLE.text(), new Stmt.Block(pend));
    all.add(attempt(exits, guarded, clause));
    all.addAll(finalizer.statements());
    if (Reach.completes(finalizer)) {
      all.add(branch(Fragment.of(failure, " != null"), new Jump.Throw(Pure.read(failure), 0)));
      List<Jump> jumps = exits.jumps();
      for (int i = 0; i < jumps.size(); i++) {
        all.add(branch(Fragment.of(exits.exit(), " == " + (i + 1)), jumps.get(i)));
      }
    }
    return new Stmt.Block(all);
  }

  private static Stmt attempt(Exits exits, Stmt.Block guarded, Stmt.Catch clause) {
    if (exits.jumps().isEmpty()) {
      return new Stmt.TryCatch(guarded, List.of(clause));
    }
    List<Stmt> statements = new ArrayList<>(withoutLastBreak(guarded, exits.end()));
    if (Reach.completes(guarded)) {
      statements.add(new Stmt.Assign(exits.exit(), literal("0", TypeText.INT), 0));
    }
    return new Stmt.Labeled(
        exits.end(), Stmt.Block.of(new Stmt.TryCatch(new Stmt.Block(statements), List.of(clause))));
  }

  /** The end of the block leads where a jump in the last place would. */
  private static List<Stmt> withoutLastBreak(Stmt.Block block, Target end) {
    List<Stmt> statements = new ArrayList<>(block.statements());
    if (statements.isEmpty()) {
      return statements;
    }
    int last = statements.size() - 1;
    if (statements.get(last) instanceof Stmt.Block inner) {
      statements.set(last, new Stmt.Block(withoutLastBreak(inner, end)));
    } else if (statements.get(last).equals(new Jump.Break(end))) {
      statements.remove(last);
    }
    return statements;
  }

  private static Pure literal(String text, TypeText type) {
    return Pure.of(Fragment.text(text), type);
  }

  private static Stmt branch(Fragment condition, Stmt then) {
    return new Stmt.If(Pure.of(condition, TypeText.BOOLEAN), Stmt.Block.of(then), null, 0);
  }

  /** In a release nothing is cut short: the run is neither closed nor cancelled there. */
  private static final class Uninterrupted extends Rewriter {
    @Override
    public Stmt await(Suspend.Await stmt) {
      return new Suspend.Await(
          stmt.point(),
          stmt.result(),
          stmt.declares(),
          stmt.stage(),
          stmt.type(),
          true,
          null,
          stmt.line());
    }

    @Override
    public Stmt ask(Suspend.Ask stmt) {
      return stmt.released();
    }
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves a {@code catch} block that suspends behind its {@code try}: a block cannot be entered again
 * except by the exception.
 *
 * <pre>{@code
 * try { ... } catch (E e) { await(s); } catch (F f) { g(); }
 *
 * E e;
 * int caught;
 * try { ...; caught = 0; }
 * catch (E thrown) { e = thrown; caught = 1; }
 * catch (F f) { g(); caught = 0; }
 * if (caught == 1) { await(s); }
 * }</pre>
 */
final class CatchLowering extends Rewriter {
  private final Body body;
  private final Suspensions suspensions = new Suspensions();

  private CatchLowering(Body body) {
    this.body = body;
  }

  static Body apply(Body body) {
    return body.with(new CatchLowering(body).rewrite(body.block()));
  }

  @Override
  public Stmt tryCatch(Stmt.TryCatch stmt) {
    if (stmt.catches().stream().noneMatch(one -> suspensions.in(one.body()))) {
      return super.tryCatch(stmt);
    }
    Variable caught = body.fresh().temporary("caught", TypeText.INT);
    List<Stmt> all = new ArrayList<>();
    all.add(Stmt.Declare.temporary(caught, null));
    List<Stmt.Catch> catches = new ArrayList<>();
    List<Stmt> handlers = new ArrayList<>();
    for (Stmt.Catch clause : stmt.catches()) {
      if (!suspensions.in(clause.body())) {
        catches.add(
            new Stmt.Catch(
                clause.parameter(), clause.types(), ending(rewrite(clause.body()), caught)));
        continue;
      }
      Variable parameter = clause.parameter();
      Variable thrown = body.fresh().temporary("thrown", parameter.type());
      int arm = handlers.size() + 1;
      all.add(Stmt.Declare.temporary(parameter, null));
      catches.add(
          new Stmt.Catch(
              thrown,
              clause.types(),
              Stmt.Block.of(
                  new Stmt.Assign(parameter, Pure.read(thrown), 0),
                  new Stmt.Assign(caught, number(arm), 0))));
      Pure isCaught = Pure.of(Fragment.of(caught, " == " + arm), TypeText.BOOLEAN);
      handlers.add(new Stmt.If(isCaught, rewrite(clause.body()), null, 0));
    }
    all.add(new Stmt.TryCatch(ending(rewrite(stmt.body()), caught), catches));
    all.addAll(handlers);
    return new Stmt.Block(all);
  }

  /** A block after whose normal end nothing is caught. */
  private static Stmt.Block ending(Stmt.Block block, Variable caught) {
    if (!Reach.completes(block)) {
      return block;
    }
    List<Stmt> statements = new ArrayList<>(block.statements());
    statements.add(new Stmt.Assign(caught, number(0), 0));
    return new Stmt.Block(statements);
  }

  private static Pure number(int value) {
    return Pure.of(Fragment.text(Integer.toString(value)), TypeText.INT);
  }
}

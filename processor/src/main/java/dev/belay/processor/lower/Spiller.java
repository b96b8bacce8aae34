package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Nature;
import dev.belay.processor.lower.ir.Expr.Part;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes suspensions out of expressions. What Java has evaluated before a suspension is saved in a
 * temporary, what it has not evaluated yet stays behind (C1, JLS 15.7).
 *
 * <pre>{@code
 * return f(a(), await(s), b());
 *
 * A saved = a();
 * S awaited = await(s);
 * return f(saved, awaited, b());
 * }</pre>
 */
final class Spiller implements Expr.Visitor<Pure> {
  private final Fresh fresh;
  private final List<Stmt> before;
  private final @Nullable Stmt onClose;
  private final boolean answers;
  private final Function<Stmt, List<Stmt>> statements;

  private Spiller(Body body, List<Stmt> before, Function<Stmt, List<Stmt>> statements) {
    this.fresh = body.fresh();
    this.before = before;
    this.onClose = body.kind().closes() ? Jump.Return.PLAIN : null;
    this.answers = body.kind().answers();
    this.statements = statements;
  }

  /**
   * Moves the suspensions of an expression into statements.
   *
   * @param before receives the statements that have to run first
   * @param statements lowers a statement that the reader put into the expression
   */
  static Pure spill(
      Body body, Expr expr, List<Stmt> before, Function<Stmt, List<Stmt>> statements) {
    return expr.accept(new Spiller(body, before, statements));
  }

  /** Lowers an expression whose value goes into a variable, or nowhere. */
  static void into(
      Body body,
      Expr expr,
      @Nullable Variable result,
      boolean declares,
      List<Stmt> before,
      Function<Stmt, List<Stmt>> statements) {
    Spiller spiller = new Spiller(body, before, statements);
    if (expr instanceof Expr.Await await) {
      spiller.suspend(await, result, declares);
    } else if (expr instanceof Expr.Emit emit) {
      spiller.suspend(emit, result, declares);
    } else {
      throw new IllegalArgumentException("not a suspension: " + expr);
    }
  }

  private void suspend(Expr.Await await, @Nullable Variable result, boolean declares) {
    Pure stage = await.stage().accept(this);
    before.add(
        new Suspend.Await(0, result, declares, stage, await.type(), false, onClose, await.line()));
  }

  private void suspend(Expr.Emit emit, @Nullable Variable result, boolean declares) {
    Pure value = emit.value().accept(this);
    before.add(
        new Suspend.Emit(
            0, result, declares, value, emit.type(), answers, Jump.Return.PLAIN, emit.line()));
  }

  @Override
  public Pure pure(Pure expr) {
    return expr;
  }

  @Override
  public Pure await(Expr.Await expr) {
    Variable result = fresh.temporary("awaited", expr.type());
    suspend(expr, result, true);
    return Pure.read(result);
  }

  @Override
  public Pure emit(Expr.Emit expr) {
    Variable result = fresh.temporary("received", expr.type());
    suspend(expr, result, true);
    return Pure.read(result);
  }

  @Override
  public Pure combine(Expr.Combine expr) {
    int last = -1;
    for (int i = 0; i < expr.parts().size(); i++) {
      if (expr.parts().get(i) instanceof Part.Operand operand && operand.value().suspends()) {
        last = i;
      }
    }
    List<Object> text = new ArrayList<>();
    for (int i = 0; i < expr.parts().size(); i++) {
      if (expr.parts().get(i) instanceof Part.Operand operand) {
        Pure value = operand.value().accept(this);
        text.add(i < last ? saved(value).code() : value.code());
      } else if (expr.parts().get(i) instanceof Part.Code code) {
        text.add(code.text());
      }
    }
    return Pure.of(Fragment.of(text.toArray()), expr.type());
  }

  private Pure saved(Pure value) {
    if (value.nature() != Nature.EFFECT) {
      return value;
    }
    Variable saved = fresh.temporary("saved", value.type());
    before.add(Stmt.Declare.temporary(saved, value));
    return Pure.read(saved);
  }

  /**
   * {@code &&} and {@code ||} whose right side suspends (C6).
   *
   * <pre>{@code
   * a && await(b)
   *
   * boolean both = a;
   * if (both) both = await(b);
   * }</pre>
   */
  @Override
  public Pure shortCircuit(Expr.ShortCircuit expr) {
    Pure left = expr.left().accept(this);
    if (!expr.right().suspends()) {
      Pure right = expr.right().accept(this);
      String operator = expr.conjunction() ? " && " : " || ";
      return Pure.of(Fragment.of("(", left.code(), operator, right.code(), ")"), TypeText.BOOLEAN);
    }
    Variable result = fresh.temporary(expr.conjunction() ? "both" : "either", TypeText.BOOLEAN);
    before.add(Stmt.Declare.temporary(result, left));
    Fragment goOn = expr.conjunction() ? Fragment.read(result) : Fragment.of("!", result);
    before.add(new Stmt.If(Pure.of(goOn, TypeText.BOOLEAN), branch(expr.right(), result), null, 0));
    return Pure.read(result);
  }

  /**
   * A conditional with a suspension in a branch (C8, C9).
   *
   * <pre>{@code
   * c ? await(a) : b
   *
   * T chosen;
   * if (c) chosen = await(a); else chosen = b;
   * }</pre>
   */
  @Override
  public Pure conditional(Expr.Conditional expr) {
    Pure condition = expr.condition().accept(this);
    if (!expr.whenTrue().suspends() && !expr.whenFalse().suspends()) {
      Pure whenTrue = expr.whenTrue().accept(this);
      Pure whenFalse = expr.whenFalse().accept(this);
      return Pure.of(
          Fragment.of("(", condition.code(), " ? ", whenTrue.code(), " : ", whenFalse.code(), ")"),
          expr.type());
    }
    Variable result = fresh.temporary("chosen", expr.type());
    before.add(Stmt.Declare.temporary(result, null));
    before.add(
        new Stmt.If(
            condition, branch(expr.whenTrue(), result), branch(expr.whenFalse(), result), 0));
    return Pure.read(result);
  }

  private Stmt.Block branch(Expr value, Variable result) {
    return new Stmt.Block(statements.apply(new Stmt.Assign(result, value, 0)));
  }

  @Override
  public Pure sequence(Expr.Sequence expr) {
    expr.before().forEach(stmt -> before.addAll(statements.apply(stmt)));
    return expr.value();
  }
}

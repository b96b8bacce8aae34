package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Stmt;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rebuilds an expression with the statements inside it rewritten. */
final class ExprRewriter implements Expr.Visitor<Expr> {
  private final UnaryOperator<Stmt> statements;

  ExprRewriter(UnaryOperator<Stmt> statements) {
    this.statements = statements;
  }

  private Expr rewrite(Expr expr) {
    return expr.accept(this);
  }

  @Override
  public Expr pure(Expr.Pure expr) {
    return expr;
  }

  @Override
  public Expr await(Expr.Await expr) {
    return new Expr.Await(rewrite(expr.stage()), expr.type(), expr.line());
  }

  @Override
  public Expr emit(Expr.Emit expr) {
    return new Expr.Emit(rewrite(expr.value()), expr.type(), expr.line());
  }

  @Override
  public Expr combine(Expr.Combine expr) {
    List<Expr.Part> parts =
        expr.parts().stream()
            .map(
                part ->
                    part instanceof Expr.Part.Operand operand
                        ? new Expr.Part.Operand(rewrite(operand.value()))
                        : part)
            .toList();
    return new Expr.Combine(parts, expr.type());
  }

  @Override
  public Expr shortCircuit(Expr.ShortCircuit expr) {
    return new Expr.ShortCircuit(expr.conjunction(), rewrite(expr.left()), rewrite(expr.right()));
  }

  @Override
  public Expr conditional(Expr.Conditional expr) {
    return new Expr.Conditional(
        rewrite(expr.condition()),
        rewrite(expr.whenTrue()),
        rewrite(expr.whenFalse()),
        expr.type());
  }

  @Override
  public Expr sequence(Expr.Sequence expr) {
    return new Expr.Sequence(expr.before().stream().map(statements).toList(), expr.value());
  }
}

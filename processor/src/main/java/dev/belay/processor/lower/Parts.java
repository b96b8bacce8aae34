package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.StmtVisitor;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The immediate parts of a statement: the statements and the expressions in it. */
final class Parts implements StmtVisitor<Parts> {
  private final List<Stmt> statements = new ArrayList<>();
  private final List<Expr> expressions = new ArrayList<>();

  private Parts() {}

  static Parts of(Stmt stmt) {
    return stmt.accept(new Parts());
  }

  /** The statements directly inside, in the order in which they are printed. */
  List<Stmt> statements() {
    return statements;
  }

  List<Expr> expressions() {
    return expressions;
  }

  private Parts add(@Nullable Stmt stmt) {
    if (stmt != null) {
      statements.add(stmt);
    }
    return this;
  }

  private Parts add(@Nullable Expr expr) {
    if (expr != null) {
      expressions.add(expr);
    }
    return this;
  }

  @Override
  public Parts plain(Stmt.Plain stmt) {
    return this;
  }

  @Override
  public Parts declare(Stmt.Declare stmt) {
    return add(stmt.value());
  }

  @Override
  public Parts assign(Stmt.Assign stmt) {
    return add(stmt.value());
  }

  @Override
  public Parts evaluate(Stmt.Evaluate stmt) {
    return add(stmt.expression());
  }

  @Override
  public Parts block(Stmt.Block stmt) {
    statements.addAll(stmt.statements());
    return this;
  }

  @Override
  public Parts branch(Stmt.If stmt) {
    return add(stmt.condition()).add(stmt.then()).add(stmt.otherwise());
  }

  @Override
  public Parts loop(Stmt.Loop stmt) {
    statements.addAll(stmt.init());
    expressions.addAll(stmt.updates());
    return add(stmt.condition()).add(stmt.body());
  }

  @Override
  public Parts labeled(Stmt.Labeled stmt) {
    return add(stmt.body());
  }

  @Override
  public Parts synchronize(Stmt.Synchronized stmt) {
    return add(stmt.lock()).add(stmt.body());
  }

  @Override
  public Parts choose(Stmt.Switch stmt) {
    stmt.cases().forEach(group -> add(group.body()));
    return add(stmt.selector());
  }

  @Override
  public Parts tryCatch(Stmt.TryCatch stmt) {
    add(stmt.body());
    stmt.catches().forEach(clause -> add(clause.body()));
    return this;
  }

  @Override
  public Parts tryFinally(Stmt.TryFinally stmt) {
    return add(stmt.body()).add(stmt.finalizer());
  }

  @Override
  public Parts leave(Jump.Break stmt) {
    return this;
  }

  @Override
  public Parts proceed(Jump.Continue stmt) {
    return this;
  }

  @Override
  public Parts giveBack(Jump.Return stmt) {
    return add(stmt.value());
  }

  @Override
  public Parts raise(Jump.Throw stmt) {
    return add(stmt.exception());
  }

  @Override
  public Parts forEach(Sugar.ForEach stmt) {
    return add(stmt.source()).add(stmt.body());
  }

  @Override
  public Parts each(Sugar.Each stmt) {
    return add(stmt.source()).add(stmt.body());
  }

  @Override
  public Parts using(Sugar.Using stmt) {
    return add(stmt.scope()).add(stmt.rest());
  }

  @Override
  public Parts tryWith(Sugar.TryWith stmt) {
    stmt.resources().forEach(resource -> add(resource.declaration()));
    return add(stmt.body());
  }

  @Override
  public Parts await(Suspend.Await stmt) {
    return add(stmt.stage()).add(stmt.onClose());
  }

  @Override
  public Parts emit(Suspend.Emit stmt) {
    return add(stmt.value()).add(stmt.onClose());
  }

  @Override
  public Parts ask(Suspend.Ask stmt) {
    return add(stmt.onClose());
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.StmtVisitor;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a statement with its inner statements rewritten, innermost first. A pass overrides what
 * it changes.
 */
abstract class Rewriter implements StmtVisitor<Stmt> {

  Stmt rewrite(Stmt stmt) {
    return stmt.accept(this);
  }

  Stmt.Block rewrite(Stmt.Block block) {
    return asBlock(block.accept(this));
  }

  private Stmt.@Nullable Block rewriteOptional(Stmt.@Nullable Block block) {
    return block == null ? null : rewrite(block);
  }

  /** Rewrites the statements that stand inside an expression. */
  Expr rewrite(Expr expr) {
    return expr.suspends() ? expr.accept(new ExprRewriter(this::rewrite)) : expr;
  }

  private @Nullable Expr rewriteOptional(@Nullable Expr expr) {
    return expr == null ? null : rewrite(expr);
  }

  static Stmt.Block asBlock(Stmt stmt) {
    return stmt instanceof Stmt.Block block ? block : Stmt.Block.of(stmt);
  }

  private List<Stmt> rewrite(List<Stmt> statements) {
    return statements.stream().map(this::rewrite).toList();
  }

  @Override
  public Stmt plain(Stmt.Plain stmt) {
    return stmt;
  }

  @Override
  public Stmt declare(Stmt.Declare stmt) {
    return new Stmt.Declare(
        stmt.variable(), rewriteOptional(stmt.value()), stmt.prefix(), stmt.line());
  }

  @Override
  public Stmt assign(Stmt.Assign stmt) {
    return new Stmt.Assign(stmt.variable(), rewrite(stmt.value()), stmt.line());
  }

  @Override
  public Stmt evaluate(Stmt.Evaluate stmt) {
    return new Stmt.Evaluate(rewrite(stmt.expression()), stmt.line());
  }

  @Override
  public Stmt block(Stmt.Block stmt) {
    return new Stmt.Block(rewrite(stmt.statements()));
  }

  @Override
  public Stmt branch(Stmt.If stmt) {
    return new Stmt.If(
        rewrite(stmt.condition()),
        rewrite(stmt.then()),
        rewriteOptional(stmt.otherwise()),
        stmt.line());
  }

  @Override
  public Stmt loop(Stmt.Loop stmt) {
    return new Stmt.Loop(
        stmt.target(),
        rewrite(stmt.init()),
        rewriteOptional(stmt.condition()),
        stmt.updates().stream().map(this::rewrite).toList(),
        rewrite(stmt.body()),
        stmt.testFirst(),
        stmt.line());
  }

  @Override
  public Stmt labeled(Stmt.Labeled stmt) {
    return new Stmt.Labeled(stmt.target(), rewrite(stmt.body()));
  }

  @Override
  public Stmt synchronize(Stmt.Synchronized stmt) {
    return new Stmt.Synchronized(rewrite(stmt.lock()), rewrite(stmt.body()), stmt.line());
  }

  @Override
  public Stmt choose(Stmt.Switch stmt) {
    List<Stmt.Case> cases =
        stmt.cases().stream()
            .map(one -> new Stmt.Case(one.label(), one.bindings(), rewrite(one.body())))
            .toList();
    return new Stmt.Switch(
        stmt.target(),
        rewrite(stmt.selector()),
        cases,
        stmt.arrows(),
        stmt.exhaustive(),
        stmt.line());
  }

  @Override
  public Stmt tryCatch(Stmt.TryCatch stmt) {
    Stmt.Block body = rewrite(stmt.body());
    List<Stmt.Catch> catches =
        stmt.catches().stream()
            .map(one -> new Stmt.Catch(one.parameter(), one.types(), rewrite(one.body())))
            .toList();
    return new Stmt.TryCatch(body, catches);
  }

  @Override
  public Stmt tryFinally(Stmt.TryFinally stmt) {
    return new Stmt.TryFinally(rewrite(stmt.body()), rewrite(stmt.finalizer()), stmt.failure());
  }

  @Override
  public Stmt leave(Jump.Break stmt) {
    return stmt;
  }

  @Override
  public Stmt proceed(Jump.Continue stmt) {
    return stmt;
  }

  @Override
  public Stmt giveBack(Jump.Return stmt) {
    return stmt.value() == null
        ? stmt
        : new Jump.Return(rewriteOptional(stmt.value()), stmt.line());
  }

  @Override
  public Stmt raise(Jump.Throw stmt) {
    return new Jump.Throw(rewrite(stmt.exception()), stmt.line());
  }

  @Override
  public Stmt forEach(Sugar.ForEach stmt) {
    return new Sugar.ForEach(
        stmt.target(),
        stmt.element(),
        rewrite(stmt.source()),
        stmt.sourceType(),
        stmt.iterator(),
        rewrite(stmt.body()),
        stmt.line());
  }

  @Override
  public Stmt each(Sugar.Each stmt) {
    return new Sugar.Each(
        stmt.target(),
        stmt.element(),
        rewrite(stmt.source()),
        stmt.iterator(),
        rewrite(stmt.body()),
        stmt.line());
  }

  @Override
  public Stmt using(Sugar.Using stmt) {
    return new Sugar.Using(
        stmt.value(),
        rewrite(stmt.scope()),
        stmt.own(),
        stmt.opened(),
        rewrite(stmt.rest()),
        stmt.line());
  }

  @Override
  public Stmt tryWith(Sugar.TryWith stmt) {
    List<Sugar.Resource> resources =
        stmt.resources().stream()
            .map(
                one ->
                    new Sugar.Resource((Stmt.Declare) rewrite(one.declaration()), one.existing()))
            .toList();
    return new Sugar.TryWith(resources, rewrite(stmt.body()), stmt.line());
  }

  @Override
  public Stmt await(Suspend.Await stmt) {
    return stmt;
  }

  @Override
  public Stmt emit(Suspend.Emit stmt) {
    return stmt;
  }

  @Override
  public Stmt ask(Suspend.Ask stmt) {
    return stmt;
  }
}

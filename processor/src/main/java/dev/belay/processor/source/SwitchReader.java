package dev.belay.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code switch}, statement and expression, of both forms. */
final class SwitchReader {
  private final BodyContext context;
  private final StatementReader statements;
  private final ExpressionReader expressions;

  SwitchReader(BodyContext context, StatementReader statements, ExpressionReader expressions) {
    this.context = context;
    this.statements = statements;
    this.expressions = expressions;
  }

  Stmt read(TreePath path, SwitchTree tree, @Nullable String label) {
    Expr selector = selector(path, tree.getExpression());
    Target target = context.target(tree, label);
    return read(path, tree, selector, tree.getCases(), target, null);
  }

  /**
   * A switch expression with a suspension inside is a statement that stores its value (JLS 15.28).
   *
   * <pre>{@code
   * f(switch (s) { case A -> await(a); default -> { yield 0; } })
   *
   * int result;
   * switch (s) { case A: result = await(a); break; default: { result = 0; break; } }
   * f(result)
   * }</pre>
   */
  Expr expression(TreePath path, SwitchExpressionTree tree) {
    Expr selector = selector(path, tree.getExpression());
    Variable result = context.fresh().temporary("result", expressions.type(path));
    Target target = context.target(tree, null);
    context.result(tree, result);
    Stmt choice = read(path, tree, selector, tree.getCases(), target, result);
    return new Expr.Sequence(
        List.of(Stmt.Declare.temporary(result, null), choice), Pure.read(result));
  }

  private Expr selector(TreePath path, ExpressionTree tree) {
    Expr selector = expressions.head(path, tree);
    return new HiddenSwitches(context).isNumbered(path)
        ? expressions.combine(
            TypeText.INT, Fragment.text("("), selector, Fragment.text(").ordinal()"))
        : selector;
  }

  /** {@code yield value;} of such an expression. */
  Stmt yielded(TreePath path, YieldTree tree) {
    Tree owner = context.map().target(tree);
    Variable result = context.result(owner);
    return Stmt.Block.of(
        new Stmt.Assign(result, expressions.read(path, tree.getValue()), context.line(tree)),
        new Jump.Break(context.target(owner, null)));
  }

  private Stmt read(
      TreePath path,
      Tree tree,
      Expr selector,
      List<? extends CaseTree> groups,
      Target target,
      @Nullable Variable result) {
    Guards guards = Guards.of(context, path, groups);
    List<Stmt.Case> cases = new ArrayList<>();
    boolean arrows = false;
    boolean exhaustive = false;
    for (CaseTree group : groups) {
      TreePath at = new TreePath(path, group);
      CaseLabel label = CaseLabel.of(context, group);
      arrows = group.getCaseKind() == CaseTree.CaseKind.RULE;
      exhaustive |= label.isDefault() || label.hasPattern();
      List<Variable> bindings = new ArrayList<>();
      Fragment text = guards.label(at, label, context.map().suspends(tree) ? bindings : null);
      Expr fails = guards.fails(expressions, at, label);
      Stmt.Block body = body(at, group, result, target);
      boolean ends = arrows || group == groups.get(groups.size() - 1); // others fall through
      if (result != null && ends) {
        body = MissedValue.in(body);
      }
      cases.add(new Stmt.Case(text, bindings, guards.body(fails, label, body, target)));
    }
    Fragment missing = new HiddenSwitches(context).missing(path);
    if (missing != null || (result != null && !exhaustive)) {
      if (!arrows && result == null) {
        cases.set(cases.size() - 1, left(cases.get(cases.size() - 1), target));
      }
      cases.add(impossible(missing == null ? HiddenSwitches.CHANGED_ENUM : missing));
    }
    int line = context.line(tree);
    boolean isArrows = arrows;
    boolean total = exhaustive || result != null;
    return guards.around(
        selector, kept -> new Stmt.Switch(target, kept, cases, isArrows, total, line), line);
  }

  /** What was added after the switch was compiled (JLS 15.28.2). */
  private static Stmt.Case impossible(Fragment error) {
    return new Stmt.Case(
        Fragment.text("default"),
        List.of(),
        Stmt.Block.of(new Jump.Throw(Pure.of(error, TypeText.THROWABLE), 0)));
  }

  /**
   * The last group, which does not fall into what is added behind it. To Java, an {@code if} can
   * always complete, and what is assigned under {@code if (true)} is assigned (JLS 14.22, 16.2.7).
   */
  private static Stmt.Case left(Stmt.Case group, Target target) {
    List<Stmt> statements = group.body().statements();
    if (!statements.isEmpty() && statements.get(statements.size() - 1) instanceof Jump) {
      return group;
    }
    Stmt all = new Stmt.If(Pure.TRUE, group.body(), null, 0);
    return new Stmt.Case(
        group.label(), group.bindings(), Stmt.Block.of(all, new Jump.Break(target)));
  }

  private Stmt.Block body(TreePath path, CaseTree group, @Nullable Variable result, Target target) {
    if (group.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      return statements.block(path, group.getStatements());
    }
    Tree body = group.getBody();
    if (body instanceof BlockTree block) {
      return statements.block(new TreePath(path, block), block.getStatements());
    }
    TreePath at = new TreePath(path, body);
    if (body instanceof StatementTree) {
      return Stmt.Block.of(statements.read(at));
    }
    Expr value = expressions.read(at);
    if (result == null) {
      return Stmt.Block.of(new Stmt.Evaluate(value, context.line(body)));
    }
    return Stmt.Block.of(
        new Stmt.Assign(result, value, context.line(body)), new Jump.Break(target));
  }
}

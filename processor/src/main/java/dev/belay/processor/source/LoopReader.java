package dev.belay.processor.source;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the four loops. */
final class LoopReader {
  private final BodyContext context;
  private final StatementReader statements;
  private final ExpressionReader expressions;
  private final Declarations declarations;

  LoopReader(
      BodyContext context,
      StatementReader statements,
      ExpressionReader expressions,
      Declarations declarations) {
    this.context = context;
    this.statements = statements;
    this.expressions = expressions;
    this.declarations = declarations;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  Stmt read(TreePath path, @Nullable String label) {
    Target target = context.target(path.getLeaf(), label);
    int line = context.line(path.getLeaf());
    if (path.getLeaf() instanceof WhileLoopTree loop) {
      Expr condition = expressions.head(path, loop.getCondition());
      Stmt.Block body = body(path, loop.getStatement());
      return new Stmt.Loop(target, List.of(), test(condition), List.of(), body, true, line);
    }
    if (path.getLeaf() instanceof DoWhileLoopTree loop) {
      Stmt.Block body = body(path, loop.getStatement());
      Expr condition = expressions.head(path, loop.getCondition());
      return new Stmt.Loop(target, List.of(), condition, List.of(), body, false, line);
    }
    if (path.getLeaf() instanceof ForLoopTree loop) {
      return classic(path, loop, target, line);
    }
    EnhancedForLoopTree loop = (EnhancedForLoopTree) path.getLeaf();
    return statements
        .async()
        .each(path, loop, target)
        .orElseGet(() -> enhanced(path, loop, target, line));
  }

  private Stmt classic(TreePath path, ForLoopTree loop, Target target, int line) {
    List<Stmt> init = new ArrayList<>();
    for (StatementTree statement : loop.getInitializer()) {
      TreePath at = new TreePath(path, statement);
      init.add(
          statement instanceof ExpressionStatementTree expression
              ? new Stmt.Evaluate(expressions.read(at, expression.getExpression()), line)
              : statements.read(at));
    }
    Expr condition =
        loop.getCondition() == null ? null : test(expressions.read(path, loop.getCondition()));
    Stmt.Block body = body(path, loop.getStatement());
    List<Expr> updates = new ArrayList<>();
    for (ExpressionStatementTree update : loop.getUpdate()) {
      updates.add(expressions.read(new TreePath(path, update), update.getExpression()));
    }
    return new Stmt.Loop(target, init, condition, updates, body, true, line);
  }

  private Stmt enhanced(TreePath path, EnhancedForLoopTree loop, Target target, int line) {
    ExpressionTree source = loop.getExpression();
    TreePath at = new TreePath(path, source);
    Expr read = expressions.read(at);
    TypeMirror type = context.type(at);
    Stmt.Declare element =
        declarations.declare(new TreePath(path, loop.getVariable()), loop.getVariable(), null);
    TypeText iterator = null;
    if (context.oracle().above().upper(type).getKind() != TypeKind.ARRAY) {
      iterator = iterator(type, new TreePath(path, loop.getVariable()));
    }
    return new Sugar.ForEach(
        target,
        element,
        read,
        context.oracle().text(context.oracle().above().upper(type)),
        iterator,
        body(path, loop.getStatement()),
        line);
  }

  private TypeText iterator(TypeMirror source, TreePath element) {
    DeclaredType iterable = context.oracle().above().asSuper(source, "java.lang.Iterable");
    if (iterable == null || iterable.getTypeArguments().isEmpty()) {
      return TypeText.named("java.util", "Iterator");
    }
    TypeText raw = TypeText.named("java.util", "Iterator");
    return context.oracle().isUnspeakable(iterable)
        ? ofElement(context, raw, element)
        : generic(raw, context.oracle().text(iterable).text());
  }

  /** {@code Iterator<? extends X>}, for elements of a type without a name that are kept as X. */
  static TypeText ofElement(BodyContext context, TypeText raw, TreePath variable) {
    Element element = context.element(variable);
    if (element == null) {
      return raw;
    }
    TypeText boxed = context.oracle().boxed(element.asType());
    return TypeText.reference(Fragment.of(raw.text(), "<? extends ", boxed.text(), ">"));
  }

  /** {@code Iterator<X>} from the text of {@code Iterable<X>}. */
  static TypeText generic(TypeText raw, Fragment parameterized) {
    List<Object> parts = new ArrayList<>();
    parts.add(raw.text());
    parts.addAll(parameterized.pieces().subList(1, parameterized.pieces().size()));
    return TypeText.reference(Fragment.of(parts.toArray()));
  }

  private Stmt.Block body(TreePath path, StatementTree body) {
    return statements.asBlock(new TreePath(path, body));
  }

  /** The condition; null where Java knows it to be true, since that decides what is reachable. */
  private static @Nullable Expr test(Expr condition) {
    return condition instanceof Expr.Pure pure && pure.isConstant(true) ? null : condition;
  }
}

package dev.belay.processor.source;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what Java has no statement for: {@code each} loops, {@code using}, {@code yieldAll}. */
final class AsyncReader {
  private static final TypeText RUN = TypeText.named("dev.belay.internal", "ResourceMachine");

  private final BodyContext context;
  private final StatementReader statements;
  private final ExpressionReader expressions;
  private final Declarations declarations;

  AsyncReader(
      BodyContext context,
      StatementReader statements,
      ExpressionReader expressions,
      Declarations declarations) {
    this.context = context;
    this.statements = statements;
    this.expressions = expressions;
    this.declarations = declarations;
  }

  /** {@code for (T element : each(sequence)) body}; empty for any other loop. */
  Optional<Stmt> each(TreePath path, EnhancedForLoopTree loop, Target target) {
    TreePath call = strip(new TreePath(path, loop.getExpression()));
    if (!isCall(call, Intrinsic.EACH)) {
      return Optional.empty();
    }
    TreePath source = argument(call);
    Expr sequence = expressions.read(source);
    Stmt.Declare element =
        declarations.declare(new TreePath(path, loop.getVariable()), loop.getVariable(), null);
    Stmt.Block body = statements.asBlock(new TreePath(path, loop.getStatement()));
    return Optional.of(
        new Sugar.Each(
            target,
            element,
            sequence,
            iterator(source, new TreePath(path, loop.getVariable())),
            body,
            context.line(loop)));
  }

  /** {@code out.yieldAll(sequence);} is the loop that yields each element (A48). */
  Optional<Stmt> yieldAll(TreePath path) {
    if (!isCall(path, Intrinsic.YIELD_ALL)) {
      return Optional.empty();
    }
    TreePath source = argument(path);
    int line = context.line(path.getLeaf());
    Expr sequence = expressions.read(source);
    Variable element = context.fresh().temporary("element", element(source));
    Stmt.Block body =
        Stmt.Block.of(
            new Stmt.Evaluate(new Expr.Emit(Pure.read(element), TypeText.VOID, line), line));
    return Optional.of(
        new Sugar.Each(
            context.target(path.getLeaf(), null),
            Stmt.Declare.temporary(element, null),
            sequence,
            iterator(source, source),
            body,
            line));
  }

  /** True for {@code T value = using(scope);} and {@code using(scope);}. */
  boolean isUsing(TreePath path) {
    return usingCall(path) != null;
  }

  /**
   * The scope, around what the rest of its block does.
   *
   * @param rest reads the statements after it, once the variable has a name
   */
  Stmt using(TreePath path, Supplier<Stmt.Block> rest) {
    TreePath call = usingCall(path);
    if (call == null) {
      throw new IllegalArgumentException("not a using statement");
    }
    TreePath argument = argument(call);
    DeclaredType declared =
        context.oracle().above().asSuper(context.type(argument), "dev.belay.AsyncScope");
    Optional<Expr> own = expressions.ownScope(argument);
    TypeText raw = own.isPresent() ? RUN : TypeText.named("dev.belay", "Opened");
    TypeText opened =
        declared == null ? raw : LoopReader.generic(raw, context.oracle().text(declared).text());
    if (declared != null
        && path.getLeaf() instanceof VariableTree
        && context.oracle().isUnspeakable(declared)) {
      opened = LoopReader.ofElement(context, raw, path);
    }
    Stmt.Declare value =
        path.getLeaf() instanceof VariableTree variable
            ? declarations.declare(path, variable, null)
            : null;
    Expr scope = own.orElseGet(() -> expressions.read(argument));
    return new Sugar.Using(
        value, scope, own.isPresent(), opened, rest.get(), context.line(path.getLeaf()));
  }

  private @Nullable TreePath usingCall(TreePath path) {
    Tree tree = path.getLeaf();
    ExpressionTree value = null;
    if (tree instanceof VariableTree variable) {
      value = variable.getInitializer();
    } else if (tree instanceof ExpressionStatementTree statement) {
      value = statement.getExpression();
    }
    if (value == null) {
      return null;
    }
    TreePath call = new TreePath(path, value);
    return isCall(call, Intrinsic.USING) ? call : null;
  }

  private boolean isCall(TreePath path, Intrinsic intrinsic) {
    return Intrinsic.of(context.trees(), path).filter(intrinsic::equals).isPresent();
  }

  private static TreePath argument(TreePath call) {
    return new TreePath(call, ((MethodInvocationTree) call.getLeaf()).getArguments().get(0));
  }

  private static TreePath strip(TreePath path) {
    TreePath inner = path;
    while (inner.getLeaf() instanceof com.sun.source.tree.ParenthesizedTree parenthesized) {
      inner = new TreePath(inner, parenthesized.getExpression());
    }
    return inner;
  }

  private @Nullable DeclaredType sequence(TreePath source) {
    return context.oracle().above().asSuper(context.type(source), "dev.belay.AsyncIterable");
  }

  private TypeText iterator(TreePath source, TreePath variable) {
    DeclaredType sequence = sequence(source);
    TypeText raw = TypeText.named("dev.belay", "AsyncIterator");
    if (sequence != null
        && variable.getLeaf() instanceof VariableTree
        && context.oracle().isUnspeakable(sequence)) {
      return LoopReader.ofElement(context, raw, variable);
    }
    return sequence == null ? raw : LoopReader.generic(raw, context.oracle().text(sequence).text());
  }

  private TypeText element(TreePath source) {
    DeclaredType sequence = sequence(source);
    if (sequence == null || sequence.getTypeArguments().isEmpty()) {
      return TypeText.OBJECT;
    }
    TypeMirror argument = sequence.getTypeArguments().get(0);
    if (argument instanceof javax.lang.model.type.WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? TypeText.OBJECT
          : context.oracle().text(wildcard.getExtendsBound());
    }
    return context.oracle().text(argument);
  }
}

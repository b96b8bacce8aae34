package dev.belay.processor.source;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads statements. One that neither suspends nor is jumped out of stays the user's text. */
final class StatementReader {
  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Declarations declarations;
  private final LoopReader loops;
  private final SwitchReader switches;
  private final TryReader tries;
  private final AsyncReader async;

  StatementReader(BodyContext context) {
    this.context = context;
    this.expressions = new ExpressionReader(context);
    this.declarations = new Declarations(context, expressions);
    this.loops = new LoopReader(context, this, expressions, declarations);
    this.switches = new SwitchReader(context, this, expressions);
    expressions.switches(switches);
    this.tries = new TryReader(context, this, expressions, declarations);
    this.async = new AsyncReader(context, this, expressions, declarations);
  }

  /** The statements of a block, or of a case group. */
  Stmt.Block block(TreePath path, List<? extends StatementTree> statements) {
    List<Stmt> read = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      TreePath at = new TreePath(path, statements.get(i));
      boolean isLater =
          statements.subList(i, statements.size()).stream().anyMatch(context.map()::suspends);
      boolean isMoved = isLater || context.classes().parameterized().areExpected();
      if (statements.get(i) instanceof ClassTree && isMoved) {
        context.classes().declare(at).ifPresent(read::add);
        continue;
      }
      if (async.isUsing(at)) {
        List<? extends StatementTree> rest = statements.subList(i + 1, statements.size());
        read.add(async.using(at, () -> block(path, rest)));
        break;
      }
      read.add(read(at));
    }
    return new Stmt.Block(read);
  }

  /** A statement as a block, so that there is room beside it. */
  Stmt.Block asBlock(TreePath path) {
    if (path.getLeaf() instanceof BlockTree block) {
      return block(path, block.getStatements());
    }
    return Stmt.Block.of(read(path));
  }

  Stmt read(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof VariableTree variable) {
      return declarations.local(path, variable);
    }
    if (context.map().isPlain(tree)) {
      return plain(path);
    }
    if (tree instanceof BlockTree block) {
      return block(path, block.getStatements());
    }
    if (tree instanceof ExpressionStatementTree statement) {
      return evaluate(path, statement);
    }
    if (tree instanceof IfTree branch) {
      return branch(path, branch);
    }
    if (LoopReader.isLoop(tree)) {
      return loops.read(path, null);
    }
    if (tree instanceof LabeledStatementTree labeled) {
      return labeled(path, labeled);
    }
    if (tree instanceof SwitchTree choice) {
      return switches.read(path, choice, null);
    }
    if (tree instanceof TryTree attempt) {
      return tries.read(path, attempt);
    }
    if (tree instanceof SynchronizedTree synced) {
      return synchronize(path, synced);
    }
    return tree instanceof AssertTree check ? assertion(path, check) : jump(path, tree);
  }

  /**
   * {@code assert} with a suspension (JLS 14.10, B41).
   *
   * <pre>{@code
   * assert await(c) : await(d);
   *
   * if (Posts.class.desiredAssertionStatus()) { if (!await(c)) throw new AssertionError(await(d)); }
   * }</pre>
   */
  private Stmt assertion(TreePath path, AssertTree check) {
    int line = context.line(check);
    Expr condition =
        expressions.combine(
            TypeText.BOOLEAN,
            Fragment.text("!("),
            expressions.read(path, check.getCondition()),
            Fragment.text(")"));
    Fragment error = Fragment.of("new ", TypeText.named("java.lang", "AssertionError").text());
    Expr thrown =
        check.getDetail() == null
            ? Expr.Pure.of(Fragment.of(error, "()"), TypeText.THROWABLE)
            : expressions.combine(
                TypeText.THROWABLE,
                Fragment.of(error, "("),
                expressions.read(path, check.getDetail()),
                Fragment.text(")"));
    Stmt fail = new Stmt.If(condition, Stmt.Block.of(new Jump.Throw(thrown, line)), null, line);
    Fragment enabled =
        Fragment.of(context.oracle().name(context.type()), ".class.desiredAssertionStatus()");
    return new Stmt.If(Expr.Pure.of(enabled, TypeText.BOOLEAN), Stmt.Block.of(fail), null, line);
  }

  /** {@code each} loops are asynchronous; {@link LoopReader} meets them first. */
  AsyncReader async() {
    return async;
  }

  /** One piece of the user's text. */
  private Stmt plain(TreePath path) {
    return new Stmt.Plain(
        FragmentReader.read(context, path),
        new Completion(context).completes(path),
        context.line(path.getLeaf()));
  }

  private Stmt evaluate(TreePath path, ExpressionStatementTree statement) {
    TreePath at = new TreePath(path, statement.getExpression());
    return async
        .yieldAll(at)
        .orElseGet(() -> new Stmt.Evaluate(expressions.read(at), context.line(path.getLeaf())));
  }

  private Stmt branch(TreePath path, IfTree branch) {
    Expr condition = expressions.head(path, branch.getCondition());
    Stmt.Block then = asBlock(new TreePath(path, branch.getThenStatement()));
    Stmt.Block otherwise =
        branch.getElseStatement() == null
            ? null
            : asBlock(new TreePath(path, branch.getElseStatement()));
    return new Stmt.If(condition, then, otherwise, context.line(branch));
  }

  private Stmt labeled(TreePath path, LabeledStatementTree labeled) {
    String label = labeled.getLabel().toString();
    TreePath inner = new TreePath(path, labeled.getStatement());
    if (LoopReader.isLoop(inner.getLeaf())) {
      return loops.read(inner, label);
    }
    if (inner.getLeaf() instanceof SwitchTree choice) {
      return switches.read(inner, choice, label);
    }
    Target target = context.target(labeled, label);
    return new Stmt.Labeled(target, asBlock(inner));
  }

  private Stmt synchronize(TreePath path, SynchronizedTree synced) {
    Tree token = SuspensionFinder.first(context, path, synced.getBlock());
    if (token != null) {
      context.report(Message.SuspensionInSynchronized, token, context.text(token));
    }
    TreePath block = new TreePath(path, synced.getBlock());
    return new Stmt.Synchronized(
        expressions.head(path, synced.getExpression()),
        block(block, synced.getBlock().getStatements()),
        context.line(synced));
  }

  private Stmt jump(TreePath path, Tree tree) {
    if (tree instanceof BreakTree) {
      return new Jump.Break(target(context.map().target(tree)));
    }
    if (tree instanceof ContinueTree) {
      return new Jump.Continue(target(context.map().target(tree)));
    }
    if (tree instanceof ReturnTree end) {
      return new Jump.Return(result(path, end.getExpression()), context.line(tree));
    }
    if (tree instanceof ThrowTree raise) {
      return new Jump.Throw(expressions.read(path, raise.getExpression()), context.line(tree));
    }
    if (tree instanceof YieldTree value) {
      return switches.yielded(path, value);
    }
    if (tree instanceof ClassTree) {
      return plain(path);
    }
    context.unsupported(
        tree,
        "a suspension inside this statement",
        "this version does not take it apart",
        "give the awaited value a local variable first");
    return new Stmt.Plain(Fragment.EMPTY, true, context.line(tree));
  }

  private @Nullable Expr value(TreePath path, @Nullable ExpressionTree value) {
    return value == null ? null : expressions.read(path, value);
  }

  /**
   * What a {@code return} gives. It is handed to a method whose parameter is an object, which
   * converts less than an assignment does (JLS 5.2, 5.3).
   *
   * <pre>{@code
   * return 1;                // of a double: complete((double) (1))
   * }</pre>
   */
  private @Nullable Expr result(TreePath path, @Nullable ExpressionTree tree) {
    Expr value = value(path, tree);
    if (value == null || tree == null) {
      return value;
    }
    TypeMirror wanted = context.resultType();
    TypeText unboxed = context.oracle().unboxed(wanted);
    TypeMirror given = context.type(new TreePath(path, tree));
    boolean choice =
        tree instanceof ConditionalExpressionTree || tree instanceof SwitchExpressionTree;
    boolean converts =
        wanted.getKind().isPrimitive()
            ? choice || !context.oracle().types().isSameType(wanted, given)
            : given instanceof PrimitiveType primitive
                && !unboxed.isReference()
                && context.oracle().unboxed(wanted).shape() != TypeOracle.shape(primitive);
    if (!converts) {
      return value;
    }
    boolean simple = tree instanceof MethodInvocationTree || tree instanceof IdentifierTree;
    return expressions.combine(
        unboxed,
        Fragment.of("(", unboxed.text(), simple ? ") " : ") ("),
        value,
        Fragment.text(simple ? "" : ")"));
  }

  private Target target(Tree statement) {
    Tree named = statement;
    String label = null;
    while (named instanceof LabeledStatementTree labeled) {
      label = labeled.getLabel().toString();
      if (!LoopReader.isLoop(labeled.getStatement())
          && !(labeled.getStatement() instanceof SwitchTree)) {
        break;
      }
      named = labeled.getStatement();
    }
    return context.target(named, label);
  }
}

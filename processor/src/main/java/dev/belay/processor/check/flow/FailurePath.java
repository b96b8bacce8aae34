package dev.belay.processor.check.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether code runs because something has failed already. What is released there is released on the
 * way out, and there is a better failure to report than that of the release.
 */
public final class FailurePath {
  /** Steps whose functions are called for failures only. */
  private static final Set<String> STEPS =
      Set.of(
          "doOnCancel",
          "doOnError",
          "doOnDiscard",
          "exceptionally",
          "exceptionallyAsync",
          "exceptionallyCompose",
          "exceptionHandler",
          "onCancellation",
          "onErrorMap",
          "onErrorResume",
          "onErrorReturn",
          "onFailure",
          "otherwise",
          "recover",
          "recoverWithItem",
          "recoverWithUni");

  /** By these a result says whether it is a failure. */
  private static final Set<String> QUESTIONS =
      Set.of("cause", "failed", "isCompletedExceptionally", "isFailed", "isSuccess", "succeeded");

  private FailurePath() {}

  /** Whether the tree of the context is in such code. */
  public static boolean contains(RuleContext context) {
    TreePath child = context.path();
    for (TreePath up = child; up != null; up = up.getParentPath()) {
      Tree leaf = up.getLeaf();
      if (leaf instanceof CatchTree
          || (leaf instanceof IfTree test && asks(test.getCondition(), context))
          || (leaf instanceof BlockTree block && fails(after(block, child.getLeaf())))
          || (leaf instanceof LambdaExpressionTree && isStep(up))) {
        return true;
      } else if (leaf instanceof ClassTree || leaf instanceof MethodTree) {
        return false;
      }
      child = up;
    }
    return false;
  }

  private static boolean isStep(TreePath lambda) {
    TreePath call = Calls.callAround(lambda);
    return call != null
        && call.getLeaf() instanceof MethodInvocationTree step
        && STEPS.contains(Calls.name(step));
  }

  /** A condition on a failure: {@code failure != null}, {@code result.failed()}. */
  private static boolean asks(ExpressionTree condition, RuleContext context) {
    return Bodies.own(condition, MethodInvocationTree.class).stream()
            .anyMatch(call -> QUESTIONS.contains(Calls.name(call)))
        || Bodies.own(condition, IdentifierTree.class).stream()
            .anyMatch(it -> context.resources().is(context.type(it), "java.lang.Throwable"));
  }

  private static List<? extends StatementTree> after(BlockTree block, Tree child) {
    int index = block.getStatements().indexOf(child);
    return index < 0
        ? List.of()
        : block.getStatements().subList(index + 1, block.getStatements().size());
  }

  /** What comes next in the block reports a failure. */
  private static boolean fails(List<? extends StatementTree> statements) {
    return statements.stream().anyMatch(FailurePath::fails);
  }

  private static boolean fails(StatementTree statement) {
    if (statement instanceof ThrowTree) {
      return true;
    }
    ExpressionTree value =
        statement instanceof ReturnTree back
            ? back.getExpression()
            : statement instanceof ExpressionStatementTree each ? each.getExpression() : null;
    return names(value)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(
            name -> name.contains("fail") || name.contains("exception") || name.equals("error"));
  }

  private static Stream<String> names(@Nullable ExpressionTree value) {
    return Stream.concat(
        Bodies.own(value, MethodInvocationTree.class).stream().map(Calls::name),
        Bodies.own(value, NewClassTree.class).stream().map(it -> it.getIdentifier().toString()));
  }
}

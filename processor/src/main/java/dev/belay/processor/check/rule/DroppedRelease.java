package dev.belay.processor.check.rule;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;

/** A release is started, and nobody learns when or whether it is done. */
final class DroppedRelease implements Rule.OnStatement, Rule.OnLambda {
  private static final RuleInfo INFO =
      new RuleInfo(
          "DroppedRelease", "the stage of an asynchronous release is dropped", Severity.WARNING);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    return Dropped.call(tree)
        .filter(call -> !AsyncCode.isInTemplate(context)) // MissingAwait sees to these
        .map(call -> judge(call, context))
        .orElse(List.of());
  }

  @Override
  public List<Mistake> check(LambdaExpressionTree tree, RuleContext context) {
    return Dropped.call(tree, context).map(call -> judge(call, context)).orElse(List.of());
  }

  private static List<Mistake> judge(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    if (receiver == null
        || Calls.release(context, call).filter(DroppedRelease::isEager).isEmpty()
        || context.resources().says(Fact.SHARED, context.type(receiver))
        || Calls.isOnMock(context, call)
        || isInCatch(context.path())) {
      return List.of();
    }
    String text = context.brief(call);
    return List.of(
        Mistake.at(
            call,
            "nobody waits for '" + text + "'",
            "its failure is lost, and what comes next runs before the resource is released",
            "return its stage, or chain on it: thenCompose(done -> " + text + ")"));
  }

  private static boolean isEager(Release release) {
    return release.kind() == Release.Kind.EAGER;
  }

  /** On the way out of a failure there is a better exception to report. */
  private static boolean isInCatch(TreePath path) {
    for (TreePath up = path; up != null && !(up.getLeaf() instanceof ClassTree); ) {
      if (up.getLeaf() instanceof CatchTree) {
        return true;
      }
      up = up.getParentPath();
    }
    return false;
  }
}

package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.flow.FailurePath;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A release hangs on a stage, and the caller gets the stage before the release. */
final class DroppedWhenComplete implements Rule.OnStatement {
  private static final RuleInfo INFO =
      new RuleInfo(
          "DroppedWhenComplete",
          "the caller's stage completes before the release that hangs on it",
          Severity.WARNING);

  private static final Set<String> STEPS =
      Set.of("eventually", "handle", "onComplete", "thenAccept", "thenRun", "whenComplete");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    Optional<MethodInvocationTree> step =
        Dropped.call(tree).filter(call -> STEPS.contains(Calls.name(call)));
    if (step.isEmpty()
        || !(Calls.receiver(step.get()) instanceof IdentifierTree receiver)
        || !(context.element(receiver) instanceof VariableElement stage)
        || stage.getKind() == ElementKind.FIELD) {
      return List.of();
    }
    MethodInvocationTree release = release(step.get(), context);
    if (release == null || !isReturned(stage, context.end(tree), context)) {
      return List.of();
    }
    String name = stage.getSimpleName().toString();
    return List.of(
        Mistake.at(
            step.get(),
            "'" + name + "' is returned, not the stage after '" + context.brief(release) + "'",
            "callers go on while the resource is still open, and never see that its release failed",
            "return "
                + name
                + "."
                + Calls.name(step.get())
                + "(...), or a thenCompose with the asynchronous release"));
  }

  private static @Nullable MethodInvocationTree release(
      MethodInvocationTree step, RuleContext context) {
    for (ExpressionTree argument : step.getArguments()) {
      if (argument instanceof LambdaExpressionTree) {
        for (MethodInvocationTree call : Bodies.all(argument, MethodInvocationTree.class)) {
          if (tells(Calls.release(context, call)) && !isForFailures(call, context)) {
            return call;
          }
        }
      }
    }
    return null;
  }

  /** A release that is only started has not ended in the stage behind it either. */
  private static boolean tells(Optional<Release> release) {
    return release.isPresent() && release.get().kind() != Release.Kind.STARTS;
  }

  /** What could not be acquired as a whole is given back, and the caller has its failure. */
  private static boolean isForFailures(MethodInvocationTree call, RuleContext context) {
    TreePath path = TreePath.getPath(context.path(), call);
    return path != null && FailurePath.contains(context.at(path));
  }

  private static boolean isReturned(VariableElement stage, int after, RuleContext context) {
    TreePath body = context.body();
    Tree code =
        body == null
            ? null
            : body.getLeaf() instanceof MethodTree method
                ? method.getBody()
                : ((LambdaExpressionTree) body.getLeaf()).getBody();
    return Bodies.own(code, ReturnTree.class).stream()
        .filter(it -> context.start(it) >= after && it.getExpression() != null)
        .anyMatch(it -> stage.equals(Calls.variable(context, Calls.root(it.getExpression()))));
  }
}

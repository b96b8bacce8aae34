package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A step makes a stage, and the chain goes on without waiting for it. */
final class NestedStage implements Rule.OnCall, Rule.OnLambda {
  private static final RuleInfo INFO =
      new RuleInfo("NestedStage", "a stage inside a stage: nobody waits for it", Severity.WARNING);

  /** Steps that wrap what their function returns, and those that wait for it. */
  private static final Map<String, String> WRAPS =
      Map.of(
          "handle", "thenCompose",
          "map", "flatMap",
          "thenApply", "thenCompose",
          "thenApplyAsync", "thenComposeAsync",
          "transform", "transformToUni");

  /** Steps whose function returns nothing. */
  private static final Map<String, String> CONSUMES =
      Map.of(
          "doOnNext", "flatMap",
          "doOnSuccess", "flatMap",
          "thenAccept", "thenCompose",
          "thenAcceptAsync", "thenComposeAsync",
          "thenRun", "thenCompose",
          "thenRunAsync", "thenComposeAsync");

  private static final Set<String> IGNORES =
      Set.of("then", "thenReturn", "thenRun", "thenRunAsync");

  private static final Set<String> STAGES =
      Set.of("java.util.concurrent.CompletionStage", "io.vertx.core.Future");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    String instead = WRAPS.get(Calls.name(tree));
    ExpressionTree receiver = Calls.receiver(tree);
    if (instead == null
        || receiver == null
        || !context.resources().isAsynchronous(context.type(receiver))
        || !isNested(context.type(tree), context)
        || isNested(context.type(receiver), context)
        || !isForgotten(context)
        || handsOut(tree, context)) {
      return List.of();
    }
    return List.of(
        Mistake.at(
            tree,
            "'" + Calls.name(tree) + "' wraps the stage that its function returns",
            "what comes next runs before that stage is done, and its failure is lost",
            instead + " in place of " + Calls.name(tree)));
  }

  /** Whether a step's function takes a stage out of somewhere, which others wait for. */
  private static boolean handsOut(MethodInvocationTree step, RuleContext context) {
    return step.getArguments().stream()
        .anyMatch(
            function ->
                function instanceof LambdaExpressionTree lambda
                    && lambda.getBody() instanceof MethodInvocationTree call
                    && !AsyncCode.makesStage(context, call));
  }

  /** Whether a type is a stage of stages. */
  private static boolean isNested(TypeMirror type, RuleContext context) {
    return context.resources().isAsynchronous(type)
        && type instanceof DeclaredType declared
        && declared.getTypeArguments().size() == 1
        && declared.getTypeArguments().get(0).getKind() == TypeKind.DECLARED
        && context.resources().isAsynchronous(declared.getTypeArguments().get(0));
  }

  /** Whether the place of a call takes no notice of the inner stage. */
  private static boolean isForgotten(RuleContext context) {
    TreePath up = context.path().getParentPath();
    if (up == null) {
      return false;
    }
    Tree leaf = up.getLeaf();
    if (leaf instanceof MemberSelectTree select) {
      return IGNORES.contains(select.getIdentifier().toString());
    }
    if (leaf instanceof ReturnTree) {
      TreePath body = context.body();
      return body != null
          && body.getLeaf() instanceof MethodTree tree
          && context.element(tree) instanceof ExecutableElement method
          && !isNested(method.getReturnType(), context)
          && method.getReturnType().getKind() == TypeKind.DECLARED
          && context.resources().isAsynchronous(method.getReturnType());
    }
    return false; // IgnoredStage sees to what is dropped as a whole
  }

  @Override
  public List<Mistake> check(LambdaExpressionTree tree, RuleContext context) {
    TreePath around = Calls.callAround(context.path());
    if (around == null || !(around.getLeaf() instanceof MethodInvocationTree step)) {
      return List.of();
    }
    String instead = CONSUMES.get(Calls.name(step));
    ExpressionTree source = Calls.receiver(step);
    if (instead == null
        || source == null
        || !context.resources().isAsynchronous(context.type(source))) {
      return List.of();
    }
    return Dropped.call(tree, context)
        .filter(call -> startsSomething(call, context))
        .filter(call -> isLazy(call, context) || !Dropped.is(around, context))
        .map(
            call ->
                List.of(
                    Mistake.at(
                        call,
                        "'" + Calls.name(step) + "' drops the stage that its function makes",
                        "what comes next runs before that stage is done, and its failure is lost",
                        instead + " in place of " + Calls.name(step))))
        .orElse(List.of());
  }

  /** Such an inner stage is not only unheard: it never runs. */
  private static boolean isLazy(MethodInvocationTree call, RuleContext context) {
    return context.resources().asynchrony(context.type(call)) == Asynchrony.LAZY;
  }

  private static boolean startsSomething(MethodInvocationTree call, RuleContext context) {
    TypeMirror type = context.type(call);
    ExpressionTree receiver = Calls.receiver(call);
    boolean isStage =
        isLazy(call, context)
            || STAGES.stream().anyMatch(name -> context.resources().is(type, name));
    ExecutableElement method = context.method(call);
    return isStage
        && method != null
        && !Calls.isOwnedBy(context, method, "dev.belay.TaskGroup") // the group waits for its tasks
        && AsyncCode.makesStage(context, call)
        && Calls.release(context, call).isEmpty() // DroppedRelease sees to these
        && (receiver == null || !context.resources().isAsynchronous(context.type(receiver)));
  }
}

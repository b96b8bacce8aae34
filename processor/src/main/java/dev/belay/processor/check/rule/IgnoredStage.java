package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
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
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Any stage that is dropped, with the failure it may hold: too common to report unasked. */
final class IgnoredStage implements Rule.OnStatement, Rule.OnLambda {
  private static final RuleInfo INFO =
      new RuleInfo("IgnoredStage", "a stage is dropped, and a failure in it with it", Severity.OFF);

  /** Steps that see the failure, and methods that complete or cancel what others hold. */
  private static final Set<String> ENDS =
      Set.of(
          "addListener",
          "cancel",
          "complete",
          "completeAsync",
          "completeExceptionally",
          "completeOnTimeout",
          "exceptionally",
          "exceptionallyAsync",
          "exceptionallyCompose",
          "fail",
          "handle",
          "handleAsync",
          "onComplete",
          "onFailure",
          "orTimeout",
          "otherwise",
          "recover",
          "whenComplete",
          "whenCompleteAsync");

  /** What tests give to an assertion that the call itself throws: then there is no stage. */
  private static final Set<String> THROWERS =
      Set.of(
          "org.assertj.core.api.ThrowableAssert.ThrowingCallable",
          "org.junit.function.ThrowingRunnable",
          "org.junit.jupiter.api.function.Executable");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    return Dropped.call(tree).map(call -> judge(call, context)).orElse(List.of());
  }

  @Override
  public List<Mistake> check(LambdaExpressionTree tree, RuleContext context) {
    return Dropped.call(tree, context)
        .filter(call -> !THROWERS.contains(context.type(tree).toString()))
        .map(call -> judge(call, context))
        .orElse(List.of());
  }

  private static List<Mistake> judge(MethodInvocationTree call, RuleContext context) {
    ExecutableElement method = context.method(call);
    if (method == null
        || context.resources().asynchrony(method.getReturnType()) != Asynchrony.EAGER // as declared
        || Calls.chainHas(call, ENDS)
        || Calls.release(context, call).isPresent() // DroppedRelease sees to these
        || AsyncCode.isInTemplate(context) // and MissingAwait to these
        || Calls.isOwnedBy(context, method, "dev.belay.TaskGroup") // which waits for its tasks
        || returnsItsReceiver(call, context)
        || Calls.isOnMock(context, call)) {
      return List.of();
    }
    return List.of(
        Mistake.at(
            call,
            "the stage that '" + Calls.name(call) + "' returns is dropped",
            "nobody learns when it is done, or that it failed",
            "return it, chain on it, or end it with whenComplete or exceptionally"));
  }

  /** A step that hands the same future on, so that nothing new is dropped. */
  private static boolean returnsItsReceiver(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null
        && Calls.name(call).startsWith("set")
        && context.resources().isAsynchronous(context.type(receiver));
  }
}

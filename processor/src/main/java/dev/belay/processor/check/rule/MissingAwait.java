package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Awaiting;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** A body starts something, and goes on without it. */
final class MissingAwait implements Rule.OnStatement {
  private static final RuleInfo INFO =
      new RuleInfo("MissingAwait", "a body drops a stage instead of awaiting it", Severity.ERROR);

  private static final String STAGE = "java.util.concurrent.CompletionStage";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    return Dropped.call(tree)
        .filter(call -> AsyncCode.isInTemplate(context) && isDropped(call, context))
        .map(call -> List.of(mended(mistake(call, context), call, context)))
        .orElse(List.of());
  }

  private static boolean isDropped(MethodInvocationTree call, RuleContext context) {
    ExecutableElement method = context.method(call);
    if (method == null
        || !AsyncCode.makesStage(context, call)
        || !context.resources().is(context.type(call), STAGE)) {
      return false;
    }
    ExpressionTree receiver = Calls.receiver(call);
    boolean isChained =
        receiver != null
            && context.resources().isAsynchronous(context.type(receiver))
            && Calls.variable(context, Calls.root(receiver)) != null;
    return !isChained // the stage itself is still in a variable
        && !Calls.isOwnedBy(
            context, method, "dev.belay.TaskGroup"); // the group waits for its tasks
  }

  private static Mistake mistake(MethodInvocationTree call, RuleContext context) {
    String text = context.brief(call);
    return Mistake.at(
        call,
        "the stage of '" + text + "' is dropped",
        "the body goes on before it is done, and its failure is lost",
        "await(" + text + ");");
  }

  private static Mistake mended(Mistake mistake, MethodInvocationTree call, RuleContext context) {
    int end = context.end(call);
    return Awaiting.canStand(context)
        ? mistake.fixedBy(Awaiting.edits(context.start(call), end, end))
        : mistake;
  }
}

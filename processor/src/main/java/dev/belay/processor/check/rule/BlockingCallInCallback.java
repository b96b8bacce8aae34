package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Callback;
import dev.belay.processor.check.match.Callbacks;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** A callback waits for something that it has just started. */
final class BlockingCallInCallback implements Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo(
          "BlockingCallInCallback",
          "a callback waits for something that has just been started",
          Severity.WARNING);

  /** They are complete, or combine what the caller has: mostly complete too. */
  private static final Set<String> NOT_STARTED =
      Set.of(
          "all",
          "allOf",
          "any",
          "anyOf",
          "completedFuture",
          "completedStage",
          "failedFuture",
          "failedStage",
          "join",
          "of",
          "succeededFuture");

  /** They complete when all of their arguments have. */
  private static final Set<String> COMBINES = Set.of("all", "allOf", "join");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    ExpressionTree receiver = Calls.receiver(tree);
    if (method == null
        || receiver == null
        || AsyncCode.WALKS.contains(Calls.name(tree)) // SyncIteration sees to these
        || !context.resources().says(Fact.BLOCKS, context.type(receiver), method)
        || (context.resources().asynchrony(context.type(receiver)) == Asynchrony.EAGER
            && !isStarted(receiver, context))) {
      return List.of();
    }
    Callback callback = Callbacks.around(context);
    if (callback == null || isCompleteBefore(callback, receiver, context)) {
      return List.of();
    }
    return List.of(
        Mistake.at(
            tree,
            "'" + Calls.name(tree) + "' waits inside a callback ('" + callback.name() + "')",
            "the thread that runs the callback may be the one that has to complete what it waits"
                + " for",
            "return the stage: thenCompose or flatMap in place of '" + callback.name() + "'"));
  }

  /** Whether the callback waits for something that it is called behind: {@code allOf(a(), b())}. */
  private static boolean isCompleteBefore(
      Callback callback, ExpressionTree stage, RuleContext context) {
    ExpressionTree source = callback.call() == null ? null : Calls.receiver(callback.call());
    return source != null
        && Calls.chainHas(source, COMBINES)
        && context.text(source).contains(context.text(stage));
  }

  /** A call that makes the stage, as far as its name tells; not one that hands out an old stage. */
  private static boolean isStarted(ExpressionTree stage, RuleContext context) {
    ExpressionTree each = Calls.strip(stage);
    while (each instanceof MethodInvocationTree call) {
      ExpressionTree receiver = Calls.receiver(call);
      if (receiver == null
          || context.resources().asynchrony(context.type(receiver)) == Asynchrony.NONE) {
        return AsyncCode.makesStage(context, call)
            && !NOT_STARTED.contains(Calls.name(call))
            && !isGetter(call);
      }
      if (context.element(receiver) instanceof TypeElement) {
        return !NOT_STARTED.contains(Calls.name(call));
      }
      each = receiver;
    }
    return false;
  }

  private static boolean isGetter(MethodInvocationTree call) {
    String name = Calls.name(call).toLowerCase(Locale.ROOT);
    return name.endsWith("future")
        || name.endsWith("stage")
        || name.endsWith("promise")
        || name.startsWith("get"); // of a map or list too
  }
}

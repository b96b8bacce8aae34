package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.flow.Assigned;
import dev.belay.processor.check.flow.Started;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Callback;
import dev.belay.processor.check.match.Callbacks;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** A callback waits for something that it has just started. */
final class BlockingCallInCallback implements Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo(
          "BlockingCallInCallback",
          "a callback waits for something that has just been started",
          Severity.WARNING);

  /** Names of what is there in the end, and not of what is done. */
  private static final Set<String> THINGS = Set.of("completion", "result", "termination", "value");

  /** How methods begin that start work of their own when they are called. */
  private static final List<String> WORK =
      List.of(
          "call",
          "cancel",
          "close",
          "commit",
          "connect",
          "create",
          "delete",
          "disconnect",
          "execute",
          "fetch",
          "flush",
          "init",
          "load",
          "open",
          "query",
          "read",
          "refresh",
          "release",
          "reload",
          "restart",
          "rollback",
          "run",
          "save",
          "send",
          "shutdown",
          "start",
          "stop",
          "submit",
          "sync",
          "terminate",
          "update",
          "write");

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
        || !context.resources().says(Fact.BLOCKS, context.type(receiver), method)) {
      return List.of();
    }
    Callback callback = Callbacks.around(context);
    if (callback == null
        || isCompleteBefore(callback, receiver, context)
        || isAskedAgain(callback, receiver, context)
        || (context.resources().asynchrony(context.type(receiver)) == Asynchrony.EAGER
            && !new Started(callback.function().getLeaf(), context).holds(receiver))) {
      return List.of();
    }
    return List.of(
        Mistake.at(
                tree,
                "'" + Calls.name(tree) + "' waits inside a callback ('" + callback.name() + "')",
                "the thread that runs the callback may be the one that has to complete what it waits"
                    + " for",
                "return the stage: thenCompose or flatMap in place of '" + callback.name() + "'")
            .because(isHandedOut(receiver, context) ? Certainty.GUESSED : Certainty.LIKELY));
  }

  /**
   * Whether the stage is asked for without arguments, in words that name no work: {@code
   * left.captured()} may well be old, and complete.
   */
  private static boolean isHandedOut(ExpressionTree stage, RuleContext context) {
    MethodInvocationTree made =
        context.resources().asynchrony(context.type(stage)) == Asynchrony.EAGER
            ? Started.maker(stage, context)
            : null;
    return made != null
        && made.getArguments().isEmpty()
        && Calls.receiver(made) != null
        && WORK.stream().noneMatch(Calls.name(made)::startsWith);
  }

  /**
   * Whether the code before the callback asks for the same in the same words, without arguments,
   * and they name a thing: {@code split.resultAsync()} is not work, and likely complete by then,
   * and {@code store.save()} is.
   */
  private static boolean isAskedAgain(
      Callback callback, ExpressionTree stage, RuleContext context) {
    MethodInvocationTree made = Started.maker(stage, context);
    ExpressionTree owner = made == null ? null : Calls.receiver(made);
    TreePath body = context.at(callback.function()).body();
    return made != null
        && owner != null
        && body != null
        && made.getArguments().isEmpty()
        && THINGS.contains(Calls.name(made).replaceFirst("Async$", ""))
        && Calls.variable(context, owner) != null
        && Bodies.all(body.getLeaf(), MethodInvocationTree.class).stream()
            .filter(call -> context.start(call) < context.start(callback.function().getLeaf()))
            .anyMatch(call -> context.text(call).equals(context.text(made)));
  }

  /** Whether the callback waits for something that it is called behind: {@code allOf(a(), b())}. */
  private static boolean isCompleteBefore(
      Callback callback, ExpressionTree stage, RuleContext context) {
    ExpressionTree source = callback.call() == null ? null : Calls.receiver(callback.call());
    ExpressionTree made = source == null ? null : initializer(source, callback, context);
    return made != null
        && Calls.chainHas(made, Started.COMBINES)
        && context.text(made).contains(context.text(stage));
  }

  /** What a local variable was given, if it is one, and was given one thing. */
  private static ExpressionTree initializer(
      ExpressionTree source, Callback callback, RuleContext context) {
    VariableElement variable = Calls.variable(context, source);
    TreePath body = context.at(callback.function()).body();
    if (variable == null || body == null || variable.getKind() != ElementKind.LOCAL_VARIABLE) {
      return source;
    }
    List<ExpressionTree> values = Assigned.to(variable, body.getLeaf(), context).toList();
    return values.size() == 1 ? values.get(0) : source;
  }
}

package dev.belay.processor.check.rule;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Awaiting;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A body blocks its thread where it could suspend. */
final class BlockingInBody implements Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo(
          "BlockingInBody", "a body blocks its thread instead of suspending", Severity.WARNING);

  private static final String STAGE = "java.util.concurrent.CompletionStage";

  private static final String QUEUE = "AsyncQueue, whose put and get are awaited";

  /** What the JDK has for threads, by type and method, and what bodies have in its place. */
  private static final Map<String, Map<String, String>> OF_THREADS =
      Map.of(
          "dev.belay.Async", Map.of("run", "await the stage that the supplier returns"),
          "java.lang.Thread",
              Map.of("sleep", "await(sleep(...))", "join", "await a stage of its work"),
          "java.lang.Process", Map.of("waitFor", "await(process.onExit())"),
          "java.net.http.HttpClient", Map.of("send", "await(client.sendAsync(...))"),
          "java.util.concurrent.BlockingDeque", Map.of("putFirst", QUEUE, "takeFirst", QUEUE),
          "java.util.concurrent.BlockingQueue", Map.of("put", QUEUE, "take", QUEUE),
          "java.util.concurrent.CountDownLatch", Map.of("await", "await a stage"),
          "java.util.concurrent.CyclicBarrier", Map.of("await", "await a stage"),
          "java.util.concurrent.ExecutorService",
              Map.of("invokeAll", "await(gather(...))", "invokeAny", "await a stage"));

  /** Queues whose put never waits. */
  private static final Set<String> UNBOUNDED =
      Set.of(
          "java.util.concurrent.DelayQueue",
          "java.util.concurrent.PriorityBlockingQueue",
          "java.util.concurrent.TransferQueue");

  /** After these a stage is known to be complete. */
  private static final Set<String> COMPLETES =
      Set.of("allOf", "await", "gather", "isCompletedExceptionally", "isDone", "state");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    TreePath template = method == null ? null : Templates.enclosing(context);
    if (method == null
        || template == null
        || AsyncCode.WALKS.contains(Calls.name(tree)) // SyncIteration sees to these
        || AsyncCode.waitsForElement(context, tree)) { // and to these
      return List.of();
    }
    String ofThreads = instead(tree, method, context);
    if (ofThreads != null) {
      return List.of(mistake(tree, ofThreads));
    }
    ExpressionTree receiver = Calls.receiver(tree);
    if (receiver == null
        || !context.resources().says(Fact.BLOCKS, context.type(receiver), method)
        || isComplete(receiver, (MethodTree) template.getLeaf(), context)) {
      return List.of();
    }
    if (!context.resources().is(context.type(receiver), STAGE)) {
      return List.of(mistake(tree, "await the asynchronous counterpart"));
    }
    Mistake mistake = mistake(tree, "await(" + context.brief(receiver) + ")");
    return List.of(
        isJoin(tree) && Awaiting.canStand(context)
            ? mistake.fixedBy(edits(tree, context))
            : mistake);
  }

  private static @Nullable String instead(
      MethodInvocationTree tree, ExecutableElement method, RuleContext context) {
    String name = method.getSimpleName().toString();
    if (name.equals("put") && UNBOUNDED.stream().anyMatch(it -> isOn(tree, method, it, context))) {
      return null;
    }
    return OF_THREADS.entrySet().stream()
        .filter(entry -> entry.getValue().containsKey(name))
        .filter(entry -> isOn(tree, method, entry.getKey(), context))
        .map(entry -> entry.getValue().get(name))
        .findFirst()
        .orElse(null);
  }

  private static boolean isOn(
      MethodInvocationTree tree, ExecutableElement method, String type, RuleContext context) {
    return Calls.isOwnedBy(context, method, type)
        || context.resources().is(Calls.receiverType(context, tree, method), type);
  }

  /** A stage in a variable that something else in the body has waited for, or asked. */
  private static boolean isComplete(
      ExpressionTree stage, MethodTree template, RuleContext context) {
    VariableElement variable = Calls.variable(context, root(stage, context));
    if (variable == null) {
      return false;
    }
    return variable.getKind() == ElementKind.FIELD
        || Bodies.all(template.getBody(), MethodInvocationTree.class).stream()
            .filter(call -> COMPLETES.contains(Calls.name(call)))
            .anyMatch(call -> Bodies.mentions(context, call, variable))
        || isElement(variable, template, context);
  }

  /** What a stage follows from; what makes it is no stage, and says nothing of it. */
  private static ExpressionTree root(ExpressionTree stage, RuleContext context) {
    ExpressionTree root = stage;
    while (root instanceof MethodInvocationTree call) {
      ExpressionTree receiver = Calls.receiver(call);
      if (receiver == null || !context.resources().isAsynchronous(context.type(receiver))) {
        break;
      }
      root = receiver;
    }
    return root;
  }

  /** The variable of a loop: what it walks over may have been awaited as a whole. */
  private static boolean isElement(
      VariableElement variable, MethodTree template, RuleContext context) {
    return Bodies.own(template.getBody(), EnhancedForLoopTree.class).stream()
        .anyMatch(loop -> variable.equals(context.element(loop.getVariable())));
  }

  private static boolean isJoin(MethodInvocationTree tree) {
    return Calls.name(tree).equals("join") && tree.getArguments().isEmpty();
  }

  /** {@code join} throws nothing that is checked, so no catch clause becomes an error. */
  private static Edit[] edits(MethodInvocationTree tree, RuleContext context) {
    ExpressionTree written = ((MemberSelectTree) tree.getMethodSelect()).getExpression();
    return Awaiting.edits(context.start(written), context.end(written), context.end(tree));
  }

  private static Mistake mistake(MethodInvocationTree tree, String instead) {
    return Mistake.at(
        tree,
        "'" + Calls.name(tree) + "' blocks the thread in the body of a template",
        "the thread is an event loop's or a caller's, and may be the one that has to complete what"
            + " the body waits for",
        instead);
  }
}

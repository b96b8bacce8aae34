package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.belay.AsyncResource;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Yields;
import dev.belay.processor.check.resource.ResourceType;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** An asynchronous scope around a resource that blocks to open and to close. */
final class AsyncScopeOnSyncResource implements Rule.OnMethod, Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo(
          "AsyncScopeOnSyncResource",
          "an asynchronous scope for a resource that has nothing asynchronous",
          Severity.ERROR);

  private static final Set<String> WORDS = Set.of("await", "each", "using");

  private static final Set<String> COMPLETED = Set.of("completedFuture", "completedStage");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A resource template that awaits nothing. */
  @Override
  public List<Mistake> check(MethodTree tree, RuleContext context) {
    if (!(context.element(tree) instanceof ExecutableElement method)
        || method.getAnnotation(AsyncResource.class) == null
        || suspends(tree, context)) {
      return List.of();
    }
    for (MethodInvocationTree yield : Yields.in(tree.getBody(), context)) {
      VariableElement resource =
          yield.getArguments().size() == 1
              ? Calls.variable(context, yield.getArguments().get(0))
              : null;
      if (resource != null
          && isSynchronous(resource, context)
          && isClosed(resource, tree, context)) {
        return List.of(mistake(tree, resource, opening(resource, tree, context)));
      }
    }
    return List.of();
  }

  private static boolean suspends(MethodTree tree, RuleContext context) {
    return Bodies.own(tree.getBody(), MethodInvocationTree.class).stream()
        .filter(call -> WORDS.contains(Calls.name(call)))
        .map(context::method)
        .anyMatch(method -> method != null && Calls.isOwnedBy(context, method, "dev.belay.Async"));
  }

  /** {@code AsyncScope.of(() -> completedFuture(open), it -> { it.close(); ... })}. */
  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    if (method == null
        || !Calls.name(tree).equals("of")
        || tree.getArguments().size() != 2
        || !Calls.isOwnedBy(context, method, "dev.belay.AsyncScope")
        || !(tree.getArguments().get(0) instanceof LambdaExpressionTree open)
        || !(tree.getArguments().get(1) instanceof LambdaExpressionTree close)
        || close.getParameters().size() != 1
        || !(context.element(close.getParameters().get(0)) instanceof VariableElement resource)
        || !isSynchronous(resource, context)
        || !isClosed(resource, close.getBody(), context)) {
      return List.of();
    }
    MethodInvocationTree opened = completed(open);
    return opened == null || completed(close) == null || opened.getArguments().size() != 1
        ? List.of()
        : List.of(mistake(tree, resource, context.brief(opened.getArguments().get(0))));
  }

  /** The completed stage that a function returns; null if it returns another one. */
  private static @Nullable MethodInvocationTree completed(LambdaExpressionTree function) {
    Tree value = function.getBody();
    if (function.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT) {
      List<ReturnTree> returns = Bodies.own(value, ReturnTree.class);
      value = returns.size() == 1 ? returns.get(0).getExpression() : null;
    }
    return value instanceof ExpressionTree expression
            && Calls.strip(expression) instanceof MethodInvocationTree call
            && COMPLETED.contains(Calls.name(call))
        ? call
        : null;
  }

  private static boolean isSynchronous(VariableElement resource, RuleContext context) {
    return context.resources().is(resource.asType(), "java.lang.AutoCloseable")
        && context.resources().of(resource.asType()).filter(ResourceType::isAsynchronous).isEmpty();
  }

  private static boolean isClosed(VariableElement resource, Tree part, RuleContext context) {
    boolean isManaged =
        Bodies.own(part, TryTree.class).stream()
            .flatMap(tree -> tree.getResources().stream())
            .anyMatch(tree -> resource.equals(context.element(tree)));
    return isManaged
        || Bodies.own(part, MethodInvocationTree.class).stream()
            .filter(call -> Calls.name(call).equals("close") && Calls.receiver(call) != null)
            .anyMatch(call -> isCallOn(call, resource, context));
  }

  private static boolean isCallOn(
      MethodInvocationTree call, VariableElement resource, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null && resource.equals(Calls.variable(context, receiver));
  }

  private static String opening(VariableElement resource, MethodTree tree, RuleContext context) {
    return Bodies.own(tree.getBody(), VariableTree.class).stream()
        .filter(it -> it.getInitializer() != null && resource.equals(context.element(it)))
        .map(it -> context.brief(it.getInitializer()))
        .findFirst()
        .orElse("...");
  }

  private static Mistake mistake(Tree at, VariableElement resource, String opening) {
    return Mistake.at(
        at,
        "nothing is asynchronous about '" + resource.getSimpleName() + "'",
        "opening and closing it blocks the thread of whoever opens the scope, which may be an event"
            + " loop",
        "AsyncScope.blocking(executor, () -> " + opening + ")");
  }
}

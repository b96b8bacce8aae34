package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.flow.Holding;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.resource.ResourceType;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A resource is acquired, used, and forgotten. */
final class NeverReleased implements Rule.OnVariable {
  private static final RuleInfo INFO =
      new RuleInfo("NeverReleased", "an acquired resource is never released", Severity.WARNING);

  /** They hand on what a stage completes with. */
  private static final Set<String> WAITS =
      Set.of("await", "block", "from", "get", "indefinitely", "join", "toCompletableFuture");

  /** Those whose argument it is: {@code await(stage)}, {@code Mono.from(publisher)}. */
  private static final Set<String> WRAPS = Set.of("await", "from");

  /** Steps that give the acquired resource to a function, once it is there. */
  private static final Set<String> STEPS =
      Set.of(
          "compose",
          "flatMap",
          "flatMapMany",
          "thenAccept",
          "thenApply",
          "thenCompose",
          "thenComposeAsync");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(VariableTree tree, RuleContext context) {
    if (!(context.element(tree) instanceof VariableElement variable)) {
      return List.of();
    }
    // first what names tell: to describe the type of every variable would cost much
    MethodInvocationTree acquired = acquired(tree, variable, context);
    TreePath scope = acquired == null ? null : Holding.scope(context);
    if (acquired == null || scope == null || isMain(scope.getLeaf())) {
      return List.of();
    }
    Optional<ResourceType> type = context.resources().of(variable.asType());
    if (type.isEmpty() || type.get().isShared() || type.get().drains()) {
      return List.of();
    }
    Set<String> releases =
        type.get().releases().stream().map(Release::method).collect(Collectors.toSet());
    if (!new Holding(context, scope, releases, Set.of()).isKept(variable)) {
      return List.of();
    }
    String name = variable.getSimpleName().toString();
    return List.of(
        Mistake.at(
            acquired,
            "'" + name + "' is never released",
            "it is acquired here, and nothing in this method gives it back or hands it on",
            type.get()
                .asynchronous()
                .map(it -> "AsyncScope.of(..., it -> it." + it.method() + "()).use(...)")
                .orElse("try (var " + name + " = ...)")));
  }

  /** The call that acquires what a variable holds; null if there is none that is known. */
  private static @Nullable MethodInvocationTree acquired(
      VariableTree tree, VariableElement variable, RuleContext context) {
    TreePath parent = context.path().getParentPath();
    if (parent == null) {
      return null;
    }
    return switch (variable.getKind()) {
      case LOCAL_VARIABLE ->
          parent.getLeaf() instanceof TryTree ? null : acquisition(tree.getInitializer(), context);
      case PARAMETER ->
          parent.getLeaf() instanceof LambdaExpressionTree ? source(parent, context) : null;
      default -> null;
    };
  }

  /** A function that is given what the stage right before it has acquired. */
  private static @Nullable MethodInvocationTree source(TreePath function, RuleContext context) {
    TreePath around = Calls.callAround(function);
    if (around == null
        || !(around.getLeaf() instanceof MethodInvocationTree step)
        || !STEPS.contains(Calls.name(step))
        || step.getArguments().get(0) != function.getLeaf()) {
      return null;
    }
    return acquisition(Calls.receiver(step), context);
  }

  private static @Nullable MethodInvocationTree acquisition(
      @Nullable ExpressionTree value, RuleContext context) {
    ExpressionTree each = value == null ? null : Calls.strip(value);
    while (each instanceof MethodInvocationTree call) {
      ExecutableElement method = context.method(call);
      if (method == null) {
        return null;
      } else if (context
          .resources()
          .says(Fact.ACQUIRE, Calls.receiverType(context, call, method), method)) {
        return call;
      } else if (!WAITS.contains(Calls.name(call))) {
        return null;
      }
      each =
          call.getArguments().size() == 1 && WRAPS.contains(Calls.name(call))
              ? Calls.strip(call.getArguments().get(0))
              : Calls.receiver(call);
    }
    return null;
  }

  /** What is open at the end of a program ends with it. */
  private static boolean isMain(Tree scope) {
    return scope instanceof MethodTree method
        && method.getName().contentEquals("main")
        && method.getModifiers().getFlags().contains(Modifier.STATIC);
  }
}

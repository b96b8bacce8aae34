package dev.belay.processor.check.flow;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.RuleContext;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Whether the work behind a stage or publisher still needs a resource, after the expression that
 * makes it has been evaluated. What is not certain is not claimed.
 */
public final class PendingUse {
  /** They wrap a value that is there: nothing is pending. */
  private static final Set<String> COMPLETED =
      Set.of(
          "completedFuture",
          "completedStage",
          "createFrom",
          "empty",
          "error",
          "failedFuture",
          "failedStage",
          "failedUni",
          "immediateFailedFuture",
          "immediateFuture",
          "item",
          "just",
          "justOrEmpty",
          "nullItem",
          "of",
          "succeededFuture",
          "successful",
          "voidItem");

  /** Other faces of the same connection. */
  private static final Set<String> FACES = Set.of("async", "reactive");

  private static final Set<String> WAITS =
      Set.of("await", "awaitUninterruptibly", "block", "get", "indefinitely", "join", "sync");

  private final RuleContext context;
  private final VariableElement resource;
  private final Tree scope;

  /**
   * @param scope the block in which variables are followed to their initializers
   */
  public PendingUse(RuleContext context, VariableElement resource, Tree scope) {
    this.context = context;
    this.resource = resource;
    this.scope = scope;
  }

  /** Whether the value of an expression is pending work that uses the resource. */
  public boolean isIn(ExpressionTree expression) {
    return isIn(expression, 0);
  }

  private boolean isIn(ExpressionTree expression, int depth) {
    ExpressionTree inner = Calls.strip(expression);
    if (depth > 8) {
      return false;
    }
    if (inner instanceof ConditionalExpressionTree conditional) {
      return isIn(conditional.getTrueExpression(), depth + 1)
          || isIn(conditional.getFalseExpression(), depth + 1);
    }
    if (context.resources().asynchrony(context.type(inner)) == Asynchrony.NONE) {
      return false;
    }
    if (inner instanceof IdentifierTree) {
      return isInVariable(Calls.variable(context, inner), depth);
    }
    return inner instanceof MethodInvocationTree call && isInCall(call, depth);
  }

  private boolean isInVariable(@Nullable VariableElement stage, int depth) {
    if (stage == null || isWaitedFor(stage)) {
      return false;
    }
    for (VariableTree variable : Bodies.own(scope, VariableTree.class)) {
      if (variable.getInitializer() != null && stage.equals(context.element(variable))) {
        return isIn(variable.getInitializer(), depth + 1);
      }
    }
    return false;
  }

  private boolean isWaitedFor(VariableElement stage) {
    return Bodies.own(scope, MethodInvocationTree.class).stream()
        .anyMatch(
            call ->
                WAITS.contains(Calls.name(call))
                    && Calls.root(call) instanceof IdentifierTree root
                    && stage.equals(context.element(root)));
  }

  private boolean isInCall(MethodInvocationTree call, int depth) {
    ExecutableElement method = context.method(call);
    ExpressionTree receiver = Calls.receiver(call);
    if (method == null || (COMPLETED.contains(Calls.name(call)) && !isResource(receiver))) {
      return false;
    }
    if (isResource(receiver)
        || (receiver instanceof MethodInvocationTree face
            && FACES.contains(Calls.name(face))
            && isResource(Calls.receiver(face)))) {
      return true;
    }
    if (receiver instanceof MethodInvocationTree earlier && isComplete(earlier)) {
      return false;
    }
    return call.getArguments().stream().anyMatch(this::isHeldBy)
        || (receiver != null && isIn(receiver, depth + 1));
  }

  /** Callbacks of a stage that is complete run before the call returns. */
  private boolean isComplete(MethodInvocationTree call) {
    MethodInvocationTree each = call;
    while (Calls.receiver(each) instanceof MethodInvocationTree earlier) {
      if (Calls.name(each).endsWith("Async") || Calls.name(each).endsWith("ompose")) {
        return false;
      }
      each = earlier;
    }
    return COMPLETED.contains(Calls.name(each));
  }

  /** An argument that keeps the resource: itself, or a function that uses it. */
  private boolean isHeldBy(ExpressionTree argument) {
    ExpressionTree inner = Calls.strip(argument);
    return isResource(inner)
        || (inner instanceof LambdaExpressionTree && Bodies.mentions(context, inner, resource))
        || (inner instanceof MemberReferenceTree reference
            && isResource(Calls.strip(reference.getQualifierExpression())));
  }

  private boolean isResource(@Nullable ExpressionTree tree) {
    return tree instanceof IdentifierTree && resource.equals(context.element(tree));
  }
}

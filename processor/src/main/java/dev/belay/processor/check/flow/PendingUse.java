package dev.belay.processor.check.flow;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.RuleContext;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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

  /** They begin, or hand out, something with a life of its own. */
  private static final Set<String> INDEPENDENT =
      Set.of(
          "builder", "config", "copy", "mutate", "newBuilder", "options", "settings", "toBuilder");

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
    return of(expression) != null;
  }

  /**
   * What it rests on that the value of an expression is pending work that uses the resource; null
   * if it is not, as far as can be seen.
   */
  public @Nullable Certainty of(ExpressionTree expression) {
    return of(expression, 0);
  }

  private @Nullable Certainty of(ExpressionTree expression, int depth) {
    ExpressionTree inner = Calls.strip(expression);
    if (depth > 8) {
      return null;
    }
    if (inner instanceof ConditionalExpressionTree conditional) {
      return surer(
          of(conditional.getTrueExpression(), depth + 1),
          of(conditional.getFalseExpression(), depth + 1));
    }
    if (!context.resources().isAsynchronous(context.type(inner))) {
      return null;
    }
    if (inner instanceof IdentifierTree) {
      return ofVariable(Calls.variable(context, inner), depth);
    }
    return inner instanceof MethodInvocationTree call ? ofCall(call, depth) : null;
  }

  private static @Nullable Certainty surer(@Nullable Certainty one, @Nullable Certainty other) {
    return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
  }

  private @Nullable Certainty ofVariable(@Nullable VariableElement stage, int depth) {
    if (stage == null || isWaitedFor(stage)) {
      return null;
    }
    for (VariableTree variable : Bodies.own(scope, VariableTree.class)) {
      if (variable.getInitializer() != null && stage.equals(context.element(variable))) {
        return of(variable.getInitializer(), depth + 1);
      }
    }
    return null;
  }

  private boolean isWaitedFor(VariableElement stage) {
    return Bodies.own(scope, MethodInvocationTree.class).stream()
        .anyMatch(
            call ->
                WAITS.contains(Calls.name(call))
                    && Calls.root(call) instanceof IdentifierTree root
                    && stage.equals(context.element(root)));
  }

  private @Nullable Certainty ofCall(MethodInvocationTree call, int depth) {
    ExecutableElement method = context.method(call);
    ExpressionTree receiver = Calls.receiver(call);
    if (method == null || (isCompleted(call) && !isResource(receiver))) {
      return null;
    }
    if (isResource(receiver) || isMadeBy(receiver)) {
      return AsyncCode.makesStage(context, call) ? Certainty.SHOWN : null;
    }
    if ((receiver instanceof MethodInvocationTree earlier && isComplete(earlier))
        || isWait(call, context)) {
      return null;
    }
    Certainty certainty = receiver == null ? null : of(receiver, depth + 1);
    if (call.getArguments().stream().anyMatch(this::isHeldBy) && !isAnswered(call, method)) {
      certainty = surer(certainty, ofArguments(call, method));
    }
    if (!waits(call)) {
      for (ExpressionTree argument : call.getArguments()) {
        Certainty inside = of(argument, depth + 1);
        certainty = surer(certainty, inside == null || isStep(method) ? inside : Certainty.LIKELY);
      }
    }
    return certainty;
  }

  /** What a stage does with a function is known; what other methods do with theirs is not. */
  private Certainty ofArguments(MethodInvocationTree call, ExecutableElement method) {
    return isStep(method)
            && call.getArguments().stream()
                .anyMatch(it -> isHeldBy(it) && !isResource(Calls.strip(it)))
        ? Certainty.SHOWN
        : Certainty.LIKELY;
  }

  /** A method of a stage or publisher, or one that makes them: {@code supplyAsync}. */
  private boolean isStep(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && context.resources().isAsynchronous(owner.asType());
  }

  /** Whether a method of this file, which is lent the resource, waits for what it does with it. */
  private boolean isAnswered(MethodInvocationTree call, ExecutableElement method) {
    Set<Integer> lent =
        IntStream.range(0, call.getArguments().size())
            .filter(i -> isHeldBy(call.getArguments().get(i)))
            .boxed()
            .collect(Collectors.toSet());
    return lent.stream().allMatch(i -> isResource(Calls.strip(call.getArguments().get(i))))
        && Answer.of(method, context).filter(answer -> answer.isDone(lent)).isPresent();
  }

  /** Whether a call waits for a stage, so that nothing is pending behind it. */
  static boolean isWait(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null
        && WAITS.contains(Calls.name(call))
        && context.resources().isAsynchronous(context.type(receiver));
  }

  /**
   * What a resource makes on the way to a stage, and the steps that build it up: {@code
   * connection.query(text)} of {@code connection.query(text).execute()}.
   */
  private boolean isMadeBy(@Nullable ExpressionTree maker) {
    ExpressionTree each = maker;
    while (each instanceof MethodInvocationTree call) {
      String name = Calls.name(call);
      if (INDEPENDENT.contains(name)
          || (name.startsWith("get") && call.getArguments().isEmpty())
          || context.resources().isAsynchronous(context.type(call))) {
        return false;
      }
      each = Calls.receiver(call);
    }
    return each != maker && isResource(each);
  }

  /** Its functions, if it has any, are asked for the value only later. */
  public static boolean isCompleted(MethodInvocationTree call) {
    return COMPLETED.contains(Calls.name(call))
        && call.getArguments().stream()
            .map(Calls::strip)
            .noneMatch(
                it -> it instanceof LambdaExpressionTree || it instanceof MemberReferenceTree);
  }

  private static boolean waits(MethodInvocationTree call) {
    String name = Calls.name(call);
    return name.startsWith("await") || name.startsWith("block") || name.startsWith("wait");
  }

  /** Callbacks of a stage that is complete run before the call returns; a publisher's do not. */
  private boolean isComplete(MethodInvocationTree call) {
    MethodInvocationTree each = call;
    while (context.resources().asynchrony(context.type(each)) == Asynchrony.EAGER) {
      if (isCompleted(each)) {
        return true;
      }
      if (Calls.name(each).endsWith("Async")
          || Calls.name(each).endsWith("ompose")
          || !(Calls.receiver(each) instanceof MethodInvocationTree earlier)) {
        return false;
      }
      each = earlier;
    }
    return false;
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

package dev.belay.processor.check.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whether a function has visibly started a stage, which is hardly complete then.
 *
 * @param function the function
 * @param context any place in it
 */
public record Started(Tree function, RuleContext context) {
  /** They complete when all of their arguments have. */
  public static final Set<String> COMBINES = Set.of("all", "allOf", "join");

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

  /** After these a stage is complete, or known to be. */
  private static final Set<String> ENDS =
      Set.of(
          "cancel",
          "cause",
          "complete",
          "completeExceptionally",
          "completeOnTimeout",
          "failed",
          "getNow",
          "isCancelled",
          "isComplete",
          "isCompletedExceptionally",
          "isDone",
          "obtrudeException",
          "obtrudeValue",
          "result",
          "state",
          "succeeded");

  /** A call that makes the stage, as far as its name tells; not one that hands out an old stage. */
  public boolean holds(ExpressionTree stage) {
    ExpressionTree each = Calls.strip(stage);
    while (each instanceof MethodInvocationTree call) {
      ExpressionTree receiver = Calls.receiver(call);
      if (receiver == null
          || !context.resources().isAsynchronous(context.type(receiver))
          || isType(receiver)) {
        return isMade(call, receiver);
      }
      each = receiver;
    }
    VariableElement variable = Calls.variable(context, each);
    return variable != null
        && variable.getKind() == ElementKind.LOCAL_VARIABLE
        && isPending(variable, context.start(stage));
  }

  /** The call that a chain of stages begins with; null if it begins with something else. */
  public static @Nullable MethodInvocationTree maker(ExpressionTree stage, RuleContext context) {
    ExpressionTree each = Calls.strip(stage);
    while (each instanceof MethodInvocationTree call) {
      ExpressionTree receiver = Calls.receiver(call);
      if (receiver == null || !context.resources().isAsynchronous(context.type(receiver))) {
        return call;
      }
      each = receiver;
    }
    return null;
  }

  private boolean isMade(MethodInvocationTree call, @Nullable ExpressionTree receiver) {
    String name = Calls.name(call);
    if (NOT_STARTED.contains(name)) {
      return COMBINES.contains(name) && call.getArguments().stream().anyMatch(this::holds);
    }
    return (receiver != null && context.resources().isAsynchronous(context.type(receiver)))
        || (AsyncCode.makesStage(context, call) && !isOld(call));
  }

  private boolean isType(ExpressionTree tree) {
    return context.element(tree) instanceof TypeElement;
  }

  /** What a getter hands out was there before, unless it is told what to get. */
  private boolean isOld(MethodInvocationTree call) {
    String name = Calls.name(call).toLowerCase(Locale.ROOT);
    return name.endsWith("future")
        || name.endsWith("stage")
        || name.endsWith("promise")
        || (name.startsWith("get") && (call.getArguments().isEmpty() || isKept(call)));
  }

  /** Whether what a getter is called on takes stages too, and so keeps them. */
  private boolean isKept(MethodInvocationTree call) {
    ExecutableElement method = context.method(call);
    return method == null
        || !(context.types().asElement(Calls.receiverType(context, call, method))
            instanceof TypeElement type)
        || ElementFilter.methodsIn(context.elements().getAllMembers(type)).stream()
            .flatMap(each -> each.getParameters().stream())
            .map(VariableElement::asType)
            .anyMatch(this::isStage);
  }

  private boolean isStage(TypeMirror type) {
    return context.resources().asynchrony(type) == Asynchrony.EAGER;
  }

  /** A variable of the function that is only asked for what comes after, and was not waited for. */
  private boolean isPending(VariableElement variable, int end) {
    List<ExpressionTree> values = Assigned.to(variable, function, context).toList();
    List<MethodInvocationTree> calls =
        Bodies.all(function, MethodInvocationTree.class).stream()
            .filter(call -> isNamed(Calls.receiver(call), variable))
            .toList();
    long mentions =
        Bodies.all(function, IdentifierTree.class).stream()
            .filter(it -> isNamed(it, variable))
            .count();
    return values.size() == 1
        && holds(values.get(0))
        && mentions == calls.size()
        && calls.stream().noneMatch(call -> ENDS.contains(Calls.name(call)))
        && calls.stream()
            .filter(call -> AsyncCode.WAITS.contains(Calls.name(call)))
            .noneMatch(call -> context.end(call) < end);
  }

  private boolean isNamed(@Nullable Tree tree, VariableElement variable) {
    return tree instanceof IdentifierTree name
        && name.getName().equals(variable.getSimpleName())
        && variable.equals(context.element(name));
  }
}

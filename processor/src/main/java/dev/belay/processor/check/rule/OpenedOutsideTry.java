package dev.belay.processor.check.rule;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Suspensions;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.resource.ResourceType;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Something that may fail stands between an acquisition and the try that releases. */
final class OpenedOutsideTry implements Rule.OnTry {
  private static final RuleInfo INFO =
      new RuleInfo(
          "OpenedOutsideTry",
          "a failure between an acquisition and its try leaks the resource",
          Severity.WARNING);

  /** Calls that nobody expects to fail. */
  private static final Set<String> HARMLESS =
      Set.of(
          "currentTimeMillis",
          "debug",
          "getLogger",
          "hashCode",
          "info",
          "instant",
          "isDebugEnabled",
          "isTraceEnabled",
          "nanoTime",
          "now",
          "of",
          "println",
          "size",
          "toString",
          "trace",
          "warn");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(TryTree tree, RuleContext context) {
    if (context.path().getParentPath() == null
        || !(context.path().getParentPath().getLeaf() instanceof BlockTree block)) {
      return List.of();
    }
    List<? extends StatementTree> before =
        block.getStatements().subList(0, block.getStatements().indexOf(tree));
    for (VariableElement released : released(tree, context)) {
      Optional<MethodInvocationTree> risk = risk(before, released, context);
      if (risk.isPresent()) {
        return List.of(mistake(risk.get(), released, context));
      }
    }
    return List.of();
  }

  /** The local variables that the finally block releases. */
  private static Set<VariableElement> released(TryTree tree, RuleContext context) {
    Set<VariableElement> released = new HashSet<>();
    for (MethodInvocationTree call :
        Bodies.own(tree.getFinallyBlock(), MethodInvocationTree.class)) {
      ExpressionTree receiver = Calls.receiver(call);
      VariableElement variable = receiver == null ? null : Calls.variable(context, receiver);
      if (variable != null
          && variable.getKind() == ElementKind.LOCAL_VARIABLE
          && Calls.release(context, call).isPresent()
          && isAsynchronous(variable, context)) {
        released.add(variable);
      }
    }
    return released;
  }

  private static boolean isAsynchronous(VariableElement variable, RuleContext context) {
    Optional<ResourceType> type = context.resources().of(variable.asType());
    return type.isPresent() && type.get().isAsynchronous() && !type.get().isShared();
  }

  /** What may fail after the resource is there, unless somebody else may have taken it over. */
  private static Optional<MethodInvocationTree> risk(
      List<? extends StatementTree> before, VariableElement resource, RuleContext context) {
    MethodInvocationTree risk = null;
    for (int i = before.size() - 1; i >= 0; i--) {
      StatementTree statement = before.get(i);
      if (resource.equals(context.element(statement))) {
        return isAcquired(statement) ? Optional.ofNullable(risk) : Optional.empty();
      }
      if (isGivenAway(statement, resource, context)) {
        return Optional.empty();
      }
      MethodInvocationTree first = first(statement, context);
      risk = first == null ? risk : first;
    }
    return Optional.empty();
  }

  private static boolean isAcquired(StatementTree declaration) {
    return declaration instanceof VariableTree variable
        && variable.getInitializer() != null
        && Calls.strip(variable.getInitializer()) instanceof MethodInvocationTree;
  }

  /** The resource as such in a statement: compared, stored, given to a method. */
  private static boolean isGivenAway(
      StatementTree statement, VariableElement resource, RuleContext context) {
    long calledOn =
        Bodies.all(statement, MethodInvocationTree.class).stream()
            .map(Calls::receiver)
            .filter(it -> it != null && resource.equals(Calls.variable(context, it)))
            .count();
    long mentioned =
        Bodies.all(statement, IdentifierTree.class).stream()
            .filter(it -> resource.equals(context.element(it)))
            .count();
    return mentioned > calledOn;
  }

  private static @Nullable MethodInvocationTree first(
      StatementTree statement, RuleContext context) {
    if (statement instanceof TryTree) {
      return null; // it may see to the failure itself
    }
    boolean isTemplate = Templates.enclosing(context) != null;
    return Bodies.own(statement, MethodInvocationTree.class).stream()
        .filter(
            call ->
                (isTemplate && Suspensions.isOne(call, context))
                    || !(HARMLESS.contains(Calls.name(call)) || isGetter(call)))
        .findFirst()
        .orElse(null);
  }

  private static boolean isGetter(MethodInvocationTree call) {
    return call.getArguments().isEmpty()
        && (Calls.name(call).startsWith("get") || Calls.name(call).startsWith("is"));
  }

  private static Mistake mistake(
      MethodInvocationTree risk, VariableElement resource, RuleContext context) {
    String name = resource.getSimpleName().toString();
    return Mistake.at(
        risk,
        "a failure here leaves '" + name + "' open",
        "it is open already, and the try whose finally block releases it comes later",
        Templates.enclosing(context) == null
            ? "begin the try right after '" + name + "'"
            : "begin the try right after '" + name + "', or " + name + " = using(...)");
  }
}

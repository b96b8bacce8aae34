package dev.belay.processor.check.rule;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.flow.PendingUse;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Known;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.resource.ResourceType;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A resource is closed when the method returns, while the stage it returns still uses it. */
final class SyncScope implements Rule.OnTry {
  private static final RuleInfo INFO =
      new RuleInfo(
          "SyncScope", "a synchronous scope closes what asynchronous work uses", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(TryTree tree, RuleContext context) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Tree resource : tree.getResources()) {
      if (context.element(resource) instanceof VariableElement variable) {
        Certainty certainty = escapes(tree, variable, context);
        if (certainty != null) {
          mistakes.add(
              mistake(token(resource, context), "try-with-resources", variable, tree, context)
                  .because(certainty));
        } else {
          blocking(resource, variable, context).ifPresent(mistakes::add);
        }
      }
    }
    for (MethodInvocationTree call :
        Bodies.own(tree.getFinallyBlock(), MethodInvocationTree.class)) {
      VariableElement closed = closed(call, context);
      Certainty certainty =
          closed == null || isSometimes(call, closed, tree, context)
              ? null
              : escapes(tree, closed, context);
      if (closed != null && certainty != null) {
        mistakes.add(mistake(call, "finally block", closed, tree, context).because(certainty));
      }
    }
    return mistakes;
  }

  private static Tree token(Tree resource, RuleContext context) {
    return resource instanceof VariableTree variable
            && variable.getType() != null
            && context.start(variable.getType()) >= 0
            && !context
                .text(variable)
                .matches("(?s)(final\\s+)?var\\s.*") // JDK 25 gives it a place
        ? variable.getType()
        : resource;
  }

  /** Whether a finally block asks first whether the work was handed on, or so it seems. */
  private static boolean isSometimes(
      MethodInvocationTree call, VariableElement closed, TryTree tree, RuleContext context) {
    return Bodies.own(tree.getFinallyBlock(), IfTree.class).stream()
        .filter(test -> asksMore(Calls.strip(test.getCondition()), closed, context))
        .anyMatch(test -> Bodies.own(test, MethodInvocationTree.class).contains(call));
  }

  /** Whether a condition asks for more than whether there is something to close. */
  private static boolean asksMore(
      ExpressionTree condition, VariableElement closed, RuleContext context) {
    if (condition instanceof BinaryTree both && both.getKind() == Tree.Kind.CONDITIONAL_AND) {
      return Stream.of(both.getLeftOperand(), both.getRightOperand())
          .map(Calls::strip)
          .filter(part -> !Bodies.mentions(context, part, closed))
          .anyMatch(part -> asksMore(part, closed, context));
    }
    return Bodies.own(condition, LiteralTree.class).stream()
        .noneMatch(literal -> literal.getKind() == Tree.Kind.NULL_LITERAL);
  }

  /** The local variable that a call in a finally block closes; null if it closes none. */
  private static @Nullable VariableElement closed(MethodInvocationTree call, RuleContext context) {
    if (!(Calls.receiver(call) instanceof IdentifierTree receiver)
        || !(context.element(receiver) instanceof VariableElement variable)
        || variable.getKind() == ElementKind.FIELD) {
      return null;
    }
    boolean closes =
        Calls.release(context, call).isPresent()
            || (Calls.name(call).equals("close")
                && call.getArguments().isEmpty()
                && context.resources().is(variable.asType(), "java.lang.AutoCloseable"));
    return closes ? variable : null;
  }

  /** What it rests on that the returned work still uses a resource; null if it does not. */
  private static @Nullable Certainty escapes(
      TryTree tree, VariableElement resource, RuleContext context) {
    if (context.resources().says(Fact.DRAINS, resource.asType())) {
      return null; // its close waits for the work
    }
    PendingUse use = new PendingUse(context, resource, tree.getBlock());
    Certainty known = Known.of(resource.asType(), context);
    return Bodies.own(tree.getBlock(), ReturnTree.class).stream()
        .map(ReturnTree::getExpression)
        .map(value -> value == null ? null : use.of(value))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(certainty -> certainty.compareTo(known) < 0 ? known : certainty)
        .orElse(null);
  }

  private static Mistake mistake(
      Tree at, String construct, VariableElement resource, TryTree tree, RuleContext context) {
    String name = resource.getSimpleName().toString();
    return Mistake.at(
        at,
        "this "
            + construct
            + " closes '"
            + name
            + "' when the method returns, not when the work is done",
        "the returned stage still uses '" + name + "' after it is closed",
        scope(resource, tree, context));
  }

  private static String scope(VariableElement resource, TryTree tree, RuleContext context) {
    String name = resource.getSimpleName().toString();
    String close =
        context
            .resources()
            .of(resource.asType())
            .flatMap(ResourceType::asynchronous)
            .filter(release -> release.kind() == Release.Kind.EAGER)
            .map(release -> type(resource) + "::" + release.method())
            .orElse("close");
    ExpressionTree body = Bodies.own(tree.getBlock(), ReturnTree.class).get(0).getExpression();
    return "AsyncScope.of(..., "
        + close
        + ").use("
        + name
        + " -> "
        + (body == null ? "..." : context.brief(body))
        + ")";
  }

  private static String type(VariableElement resource) {
    String name = resource.asType().toString().replaceAll("<.*", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** In a compiled body, the scope that does not block is at hand. */
  private static Optional<Mistake> blocking(
      Tree resource, VariableElement variable, RuleContext context) {
    Optional<ResourceType> type = context.resources().of(variable.asType());
    if (Templates.enclosing(context) == null
        || type.isEmpty()
        || !type.get().isAsynchronous()
        || type.get().drains()) {
      return Optional.empty();
    }
    String name = variable.getSimpleName().toString();
    return Optional.of(
        Mistake.at(
            token(resource, context),
            "this try-with-resources blocks the thread while '" + name + "' is closed",
            "close() waits, and the thread may be the one that has to finish it",
            "var "
                + name
                + " = using(AsyncScope.of(..., "
                + type(variable)
                + "::"
                + type.get().asynchronous().map(Release::method).orElse("closeAsync")
                + "))"));
  }
}

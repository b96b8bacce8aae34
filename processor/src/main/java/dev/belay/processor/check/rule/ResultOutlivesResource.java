package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Suspensions;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a scope hands out is read from its resource only later, when that is closed. */
final class ResultOutlivesResource implements Rule.OnTry, Rule.OnCall, Rule.OnMethod {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ResultOutlivesResource",
          "a lazy result leaves the scope that closes its source",
          Severity.WARNING);

  /** Types whose elements are fetched only when they are asked for. */
  private static final Set<String> LAZY =
      Set.of(
          "dev.belay.AsyncIterable",
          "dev.belay.AsyncIterator",
          "java.util.Iterator",
          "java.util.concurrent.Flow.Publisher",
          "java.util.stream.BaseStream",
          "org.reactivestreams.Publisher");

  /** Steps after which a lazy type holds what it needs. */
  private static final Set<String> COPIES = Set.of("cache", "materialize", "toList");

  private static final Set<String> COMPLETED =
      Set.of("completedFuture", "completedStage", "succeededFuture");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /** A try that closes, by its head or by its finally block. */
  @Override
  public List<Mistake> check(TryTree tree, RuleContext context) {
    List<VariableElement> closed = new ArrayList<>();
    for (Tree resource : tree.getResources()) {
      if (context.element(resource) instanceof VariableElement variable) {
        closed.add(variable);
      }
    }
    List<MethodInvocationTree> sometimes =
        Bodies.own(tree.getFinallyBlock(), IfTree.class).stream()
            .flatMap(it -> Bodies.own(it, MethodInvocationTree.class).stream())
            .toList();
    for (MethodInvocationTree call :
        Bodies.own(tree.getFinallyBlock(), MethodInvocationTree.class)) {
      ExpressionTree receiver = Calls.receiver(call);
      VariableElement variable = receiver == null ? null : Calls.variable(context, receiver);
      if (variable != null
          && variable.getKind() != ElementKind.FIELD
          && !sometimes.contains(call)
          && Calls.release(context, call).isPresent()) {
        closed.add(variable);
      }
    }
    return returned(tree.getBlock())
        // a publisher or stage in try-with-resources is what SyncScope sees to
        .filter(value -> !context.resources().isAsynchronous(context.type(value)))
        .flatMap(value -> mistakes(value, closed, context))
        .toList();
  }

  /** A scope that is given a function, whose stage completes with the lazy result. */
  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    if (method == null
        || !context
            .resources()
            .says(Fact.SCOPE, Calls.receiverType(context, tree, method), method)) {
      return List.of();
    }
    return tree.getArguments().stream()
        .map(Calls::strip)
        .filter(LambdaExpressionTree.class::isInstance)
        .map(LambdaExpressionTree.class::cast)
        .filter(function -> function.getParameters().size() == 1)
        .flatMap(
            function ->
                values(function)
                    .flatMap(ResultOutlivesResource::content)
                    .flatMap(value -> mistakes(value, parameter(function, context), context)))
        .toList();
  }

  /** A body whose using() closes when the value is on its way to the caller. */
  @Override
  public List<Mistake> check(MethodTree tree, RuleContext context) {
    if (!(context.element(tree) instanceof ExecutableElement method)
        || !Templates.isTemplate(method)) {
      return List.of();
    }
    List<VariableElement> closed = new ArrayList<>();
    for (VariableTree variable : Bodies.own(tree.getBody(), VariableTree.class)) {
      if (variable.getInitializer() instanceof MethodInvocationTree call
          && Calls.name(call).equals("using")
          && Suspensions.isOne(call, context)
          && context.element(variable) instanceof VariableElement element) {
        closed.add(element);
      }
    }
    return closed.isEmpty()
        ? List.of()
        : returned(tree.getBody()).flatMap(value -> mistakes(value, closed, context)).toList();
  }

  private static Stream<ExpressionTree> returned(Tree block) {
    return Bodies.own(block, ReturnTree.class).stream()
        .map(ReturnTree::getExpression)
        .filter(value -> value != null)
        .map(Calls::strip);
  }

  private static Stream<ExpressionTree> values(LambdaExpressionTree function) {
    return function.getBody() instanceof ExpressionTree value
        ? Stream.of(Calls.strip(value))
        : returned(function.getBody());
  }

  /** What a stage that is complete holds; a pending one is the scope's to wait for. */
  private static Stream<ExpressionTree> content(ExpressionTree value) {
    return value instanceof MethodInvocationTree call
            && COMPLETED.contains(Calls.name(call))
            && call.getArguments().size() == 1
        ? Stream.of(Calls.strip(call.getArguments().get(0)))
        : Stream.of();
  }

  private static List<VariableElement> parameter(
      LambdaExpressionTree function, RuleContext context) {
    return context.element(function.getParameters().get(0)) instanceof VariableElement variable
        ? List.of(variable)
        : List.of();
  }

  private static Stream<Mistake> mistakes(
      ExpressionTree value, List<VariableElement> closed, RuleContext context) {
    VariableElement source = source(value, context);
    return source != null && closed.contains(source)
        ? Stream.of(mistake(value, source))
        : Stream.of();
  }

  /** The variable that a chain of lazy results begins with; null if one of them is not lazy. */
  private static @Nullable VariableElement source(ExpressionTree value, RuleContext context) {
    ExpressionTree each = value;
    while (each instanceof MethodInvocationTree call) {
      ExpressionTree receiver = Calls.receiver(call);
      if (receiver == null
          || COPIES.contains(Calls.name(call))
          || !isLazy(context.type(call), context)) {
        return null;
      }
      each = receiver;
    }
    return each instanceof IdentifierTree && (each != value || isLazy(context.type(each), context))
        ? Calls.variable(context, each)
        : null;
  }

  private static boolean isLazy(TypeMirror type, RuleContext context) {
    return LAZY.stream().anyMatch(name -> context.resources().is(type, name));
  }

  private static Mistake mistake(ExpressionTree value, VariableElement source) {
    String name = source.getSimpleName().toString();
    return Mistake.at(
        value,
        "this result is read from '" + name + "', which is closed before anybody can read it",
        "its elements are fetched when they are asked for, and that is after the scope has ended",
        "take all elements inside the scope (toList), or make the scope part of the sequence: a"
            + " generator that opens '"
            + name
            + "' and yields");
  }
}

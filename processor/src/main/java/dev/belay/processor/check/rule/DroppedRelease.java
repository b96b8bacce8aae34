package dev.belay.processor.check.rule;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.flow.Assigned;
import dev.belay.processor.check.flow.FailurePath;
import dev.belay.processor.check.flow.Following;
import dev.belay.processor.check.flow.PendingUse;
import dev.belay.processor.check.match.AsyncCode;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.match.Signatures;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import dev.belay.processor.model.FunctionalInterfaces;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A release is started, and nobody learns when or whether it is done. */
final class DroppedRelease implements Rule.OnStatement, Rule.OnLambda {
  private static final RuleInfo INFO =
      new RuleInfo(
          "DroppedRelease", "the stage of an asynchronous release is dropped", Severity.WARNING);

  /**
   * How methods begin, or annotations on them, whose callers expect that all is over afterwards.
   */
  private static final List<String> ENDS =
      List.of(
          "after",
          "cleanup",
          "close",
          "destroy",
          "dispose",
          "predestroy",
          "shutdown",
          "stop",
          "teardown");

  /** Steps whose function may end in a release, so that the next step runs too early. */
  private static final Set<String> STEPS =
      Set.of(
          "andThen",
          "doAfterTerminate",
          "doFinally",
          "doOnTerminate",
          "eventually",
          "onTermination",
          "thenAccept",
          "thenRun",
          "whenComplete");

  /** So a promise is kept. */
  private static final Set<String> COMPLETES =
      Set.of("complete", "set", "setSuccess", "tryComplete", "trySuccess");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    return Dropped.call(tree)
        .filter(call -> isRelease(call, context))
        .filter(call -> !AsyncCode.isInTemplate(context)) // MissingAwait sees to these
        .flatMap(call -> missed(call, context).map(it -> mistake(call, context, it)))
        .map(List::of)
        .orElse(List.of());
  }

  @Override
  public List<Mistake> check(LambdaExpressionTree tree, RuleContext context) {
    return Dropped.call(tree, context)
        .filter(call -> isRelease(call, context))
        .filter(call -> isStep(context.path(), context))
        .map(call -> List.of(mistake(call, context, Certainty.LIKELY)))
        .orElse(List.of());
  }

  private static boolean isRelease(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null
        && !isSelf(receiver) // one way to release does a part of another
        && Calls.release(context, call).filter(DroppedRelease::isEager).isPresent()
        && !context.resources().says(Fact.SHARED, context.type(receiver))
        && !Calls.isOnMock(context, call)
        && !isDone(call, context)
        && !FailurePath.contains(context);
  }

  /** Whether the text of the release is at hand, and all that it returns is complete. */
  private static boolean isDone(MethodInvocationTree call, RuleContext context) {
    ExecutableElement method = context.method(call);
    if (method == null || method.getModifiers().contains(Modifier.ABSTRACT)) {
      return false;
    }
    MethodTree text = context.trees().getTree(method);
    List<ReturnTree> returns =
        text == null || text.getBody() == null
            ? List.of()
            : Bodies.own(text.getBody(), ReturnTree.class);
    return !returns.isEmpty()
        && returns.stream()
            .map(ReturnTree::getExpression)
            .allMatch(
                it ->
                    it != null
                        && Calls.strip(it) instanceof MethodInvocationTree made
                        && PendingUse.isCompleted(made));
  }

  private static boolean isSelf(ExpressionTree receiver) {
    return receiver instanceof IdentifierTree name
        && (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
  }

  private static boolean isEager(Release release) {
    return release.kind() == Release.Kind.EAGER;
  }

  /**
   * Whether somebody could have waited, or expects that the release is done: the code returns a
   * stage, or always releases before it goes on or ends for good.
   */
  private static Optional<Certainty> missed(MethodInvocationTree call, RuleContext context) {
    boolean isLast = true;
    TreePath child = context.path();
    boolean isConditional = false;
    for (TreePath up = child.getParentPath(); up != null; up = up.getParentPath()) {
      Tree leaf = up.getLeaf();
      if (leaf instanceof BlockTree block) {
        if (Following.endsExecutor(block, child.getLeaf(), context)) {
          return Optional.empty();
        }
        isLast &= isLast(block, child.getLeaf());
      } else if (leaf instanceof LambdaExpressionTree) {
        return returnsStage(context.type(leaf), context) || (!isConditional && isStep(up, context))
            ? Optional.of(Certainty.LIKELY)
            : Optional.empty();
      } else if (leaf instanceof MethodTree method
          && context.element(method) instanceof ExecutableElement element) {
        if (context.resources().isAsynchronous(element.getReturnType())) {
          return isOfParts(context) || returnsAField(method, context)
              ? Optional.empty()
              : Optional.of(Certainty.LIKELY);
        }
        return isConditional || element.getReturnType().getKind() != TypeKind.VOID
            ? Optional.empty()
            : missed(call, isLast, method, element, context);
      }
      isConditional |= isCondition(leaf);
      child = up;
    }
    return Optional.empty();
  }

  /**
   * In a method that returns nothing, only its callers know whether anybody has to wait, and where
   * its signature is somebody else's, nobody can.
   */
  private static Optional<Certainty> missed(
      MethodInvocationTree call,
      boolean isLast,
      MethodTree method,
      ExecutableElement element,
      RuleContext context) {
    if (isLocal(call, context)) {
      return Optional.of(Certainty.LIKELY);
    }
    if (isLast && (!ends(method) || hasSiblingThatTells(element, context))) {
      return Optional.empty();
    }
    boolean isPromised =
        ends(method)
            && !element.getModifiers().contains(Modifier.PRIVATE) // a part of something else
            && !Signatures.isInherited(element, context);
    return Optional.of(isPromised || isBelieved(context) ? Certainty.LIKELY : Certainty.GUESSED);
  }

  /**
   * Whether the code takes the release for done: it completes a promise beside it, or what follows
   * runs only if it has not failed.
   */
  private static boolean isBelieved(RuleContext context) {
    TreePath block = context.path().getParentPath();
    return block != null
        && block.getLeaf() instanceof BlockTree statements
        && (statements.getStatements().stream().anyMatch(it -> completes(it, context))
            || (!isLast(statements, context.path().getLeaf())
                && block.getParentPath().getLeaf() instanceof TryTree tree
                && tree.getBlock().equals(statements)
                && !tree.getCatches().isEmpty()));
  }

  private static boolean completes(StatementTree statement, RuleContext context) {
    if (!(statement instanceof ExpressionStatementTree expression)
        || !(Calls.strip(expression.getExpression()) instanceof MethodInvocationTree call)
        || !COMPLETES.contains(Calls.name(call))) {
      return false;
    }
    ExpressionTree promise = Calls.receiver(call);
    return promise != null && context.resources().isAsynchronous(context.type(promise));
  }

  /**
   * Whether parts are released in a loop, and then something of which the code keeps the stage: it
   * is likely the whole, and done when its parts are.
   */
  private static boolean isOfParts(RuleContext context) {
    TreePath child = context.path();
    boolean isLoop = false;
    for (TreePath up = child.getParentPath(); up != null; up = up.getParentPath()) {
      if (isLoop
          && up.getLeaf() instanceof BlockTree block
          && Following.keepsRelease(block, child.getLeaf(), context)) {
        return true;
      }
      if (up.getLeaf() instanceof LambdaExpressionTree || up.getLeaf() instanceof MethodTree) {
        return false;
      }
      isLoop |= up.getLeaf() instanceof EnhancedForLoopTree;
      child = up;
    }
    return false;
  }

  /**
   * Whether a stage is handed out that is kept: it is completed elsewhere, likely by the release.
   */
  private static boolean returnsAField(MethodTree method, RuleContext context) {
    List<ReturnTree> returns = Bodies.own(method.getBody(), ReturnTree.class);
    return !returns.isEmpty()
        && returns.stream()
            .map(ReturnTree::getExpression)
            .map(value -> value == null ? null : Calls.variable(context, value))
            .allMatch(it -> it != null && it.getKind() == ElementKind.FIELD);
  }

  private static boolean isCondition(Tree tree) {
    return tree instanceof IfTree
        || tree instanceof CaseTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  private static boolean isLast(BlockTree block, Tree statement) {
    int next = block.getStatements().indexOf(statement) + 1;
    return next == 0
        || next == block.getStatements().size()
        || isReturn(block.getStatements().get(next));
  }

  private static boolean isReturn(StatementTree statement) {
    return statement instanceof ReturnTree back && back.getExpression() == null;
  }

  private static boolean returnsStage(TypeMirror function, RuleContext context) {
    return FunctionalInterfaces.method(context.elements(), function)
        .map(method -> context.types().asMemberOf((DeclaredType) function, method))
        .filter(type -> context.resources().isAsynchronous(((ExecutableType) type).getReturnType()))
        .isPresent();
  }

  /** A function that a stage or publisher runs before it goes on; not where it ends, unheard. */
  private static boolean isStep(TreePath lambda, RuleContext context) {
    TreePath around = Calls.callAround(lambda);
    if (around == null
        || Dropped.is(around, context)
        || !(around.getLeaf() instanceof MethodInvocationTree step)) {
      return false;
    }
    ExpressionTree receiver = Calls.receiver(step);
    return STEPS.contains(Calls.name(step).replaceFirst("Async$", ""))
        && receiver != null
        && context.resources().isAsynchronous(context.type(receiver));
  }

  private static boolean ends(MethodTree method) {
    Stream<String> names =
        Stream.concat(
            Stream.of(method.getName().toString()),
            method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .map(Tree::toString)
                .map(name -> name.substring(name.lastIndexOf('.') + 1)));
    return names
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> ENDS.stream().anyMatch(name::startsWith));
  }

  /** Whether another method of its name, in its class, is given a function to call at the end. */
  private static boolean hasSiblingThatTells(ExecutableElement method, RuleContext context) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(it -> !it.equals(method) && it.getSimpleName().equals(method.getSimpleName()))
            .map(ExecutableElement::getParameters)
            .filter(parameters -> !parameters.isEmpty())
            .map(parameters -> parameters.get(parameters.size() - 1).asType())
            .anyMatch(type -> FunctionalInterfaces.isListener(context.elements(), type));
  }

  /** What a method has made itself, nobody else can wait for; a copy of a field is not that. */
  private static boolean isLocal(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    VariableElement variable = receiver == null ? null : Calls.variable(context, receiver);
    TreePath body = context.body();
    if (variable == null || body == null || variable.getKind() != ElementKind.LOCAL_VARIABLE) {
      return false;
    }
    List<ExpressionTree> values = Assigned.to(variable, body.getLeaf(), context).toList();
    return !values.isEmpty() // else it is of the code around an inner class
        && values.stream().noneMatch(value -> Calls.variable(context, value) != null);
  }

  private static Mistake mistake(
      MethodInvocationTree call, RuleContext context, Certainty certainty) {
    String text = context.brief(call);
    return Mistake.at(
            call,
            "nobody waits for '" + text + "'",
            "its failure is lost, and what comes next runs before the resource is released",
            "return its stage, or chain on it: thenCompose(done -> " + text + ")")
        .because(certainty);
  }
}

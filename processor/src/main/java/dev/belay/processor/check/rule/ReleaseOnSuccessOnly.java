package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.flow.Acquisition;
import dev.belay.processor.check.flow.Holding;
import dev.belay.processor.check.flow.PendingUse;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A release hangs on the success of the work that uses the resource. */
final class ReleaseOnSuccessOnly implements Rule.OnCall, Rule.OnReference {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ReleaseOnSuccessOnly",
          "a resource is released only if the work with it succeeds",
          Severity.WARNING);

  /** Steps that a failure passes by. */
  private static final Set<String> STEPS =
      Set.of(
          "compose",
          "doOnComplete",
          "doOnSuccess",
          "flatMap",
          "map",
          "onSuccess",
          "then",
          "thenAccept",
          "thenAcceptAsync",
          "thenApply",
          "thenApplyAsync",
          "thenCompose",
          "thenComposeAsync",
          "thenMany",
          "thenRun",
          "thenRunAsync");

  /** The happy end of a transaction, rather than a release. */
  private static final Set<String> SUCCESSES = Set.of("commit", "commitAsync");

  /** Steps that a failure comes to, where it may be dealt with in any way. */
  private static final Set<String> FAILURES =
      Set.of(
          "doFinally",
          "doOnError",
          "eventually",
          "exceptionally",
          "exceptionallyCompose",
          "handle",
          "handleAsync",
          "onComplete",
          "onErrorResume",
          "onFailure",
          "otherwise",
          "recover",
          "recoverWithUni",
          "subscribe",
          "usingWhen",
          "whenComplete",
          "whenCompleteAsync");

  /** Steps behind which a failure is a value like others, so that what follows them runs. */
  private static final Set<String> RECOVERS =
      Set.of(
          "exceptionally",
          "exceptionallyAsync",
          "exceptionallyCompose",
          "handle",
          "handleAsync",
          "materialize",
          "onErrorComplete",
          "onErrorResume",
          "onErrorReturn",
          "onItemOrFailure",
          "otherwise",
          "otherwiseEmpty",
          "recover",
          "recoverWithItem",
          "recoverWithNull",
          "recoverWithUni",
          "transform");

  /** Names of methods that may release what they are given. */
  private static final Set<String> RELEASERS =
      Set.of("clean", "clos", "dispos", "finish", "free", "quiet", "releas", "return", "shut");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(tree);
    if (receiver == null) {
      return List.of();
    }
    Optional<Release> release = Calls.release(context, tree);
    return release.isEmpty() || SUCCESSES.contains(release.get().method())
        ? List.of()
        : judge(tree, Calls.variable(context, receiver), release.get(), context);
  }

  @Override
  public List<Mistake> check(MemberReferenceTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    VariableElement resource = Calls.variable(context, tree.getQualifierExpression());
    if (method == null || resource == null) {
      return List.of();
    }
    Optional<Release> release = context.resources().release(resource.asType(), method);
    return release.isEmpty() || SUCCESSES.contains(release.get().method())
        ? List.of()
        : judge(tree, resource, release.get(), context);
  }

  private static List<Mistake> judge(
      Tree tree, @Nullable VariableElement resource, Release release, RuleContext context) {
    TreePath scope = Holding.scope(context);
    if (resource == null || scope == null || resource.getKind() == ElementKind.FIELD) {
      return List.of();
    }
    MethodInvocationTree step = step(tree, context);
    ExpressionTree work = step == null ? null : Calls.receiver(step);
    if (step == null
        || work == null
        || Calls.chainHas(work, RECOVERS)
        || Acquisition.isAll(work, resource, context)
        || !isWorkWith(resource, work, scope, context)
        || !isFromHere(resource, scope, context)
        || mayBeReleasedElsewhere(tree, resource, scope, context)) {
      return List.of();
    }
    String name = resource.getSimpleName().toString();
    return List.of(
        Mistake.at(
            tree,
            "'"
                + name
                + "' is released only if the work before '"
                + Calls.name(step)
                + "' succeeds",
            "a failure of that work passes by, and '" + name + "' stays open",
            release.kind() == Release.Kind.LAZY
                ? "usingWhen(..., it -> it." + release.method() + "())"
                : "release it on both ways: handle(...).thenCompose(...), eventually(...), or"
                    + " AsyncScope.of(...).use(...)"));
  }

  private static boolean isWorkWith(
      VariableElement resource, ExpressionTree work, TreePath scope, RuleContext context) {
    return resource.equals(Calls.variable(context, Calls.root(work)))
        || new PendingUse(context, resource, scope.getLeaf()).isIn(work);
  }

  /** The step of a pipeline whose function is, or directly returns, the release. */
  private static @Nullable MethodInvocationTree step(Tree release, RuleContext context) {
    TreePath function = context.path();
    if (!(release instanceof MemberReferenceTree)) {
      function = argument(context);
    }
    TreePath around = function == null ? null : Calls.callAround(function);
    return around != null
            && around.getLeaf() instanceof MethodInvocationTree call
            && STEPS.contains(Calls.name(call))
        ? call
        : null;
  }

  /** From a call up to the lambda it stands in, or to the argument that it is the beginning of. */
  private static @Nullable TreePath argument(RuleContext context) {
    TreePath argument = context.path();
    for (TreePath up = context.path(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof LambdaExpressionTree lambda) {
        return lambda.getBody() instanceof ExpressionTree || isPlain(lambda) ? up : null;
      } else if (up.getLeaf() instanceof MethodTree) {
        break;
      } else if (up.getLeaf() instanceof MethodInvocationTree call
          && (Calls.name(call).equals("then") || Calls.name(call).equals("thenMany"))) {
        boolean isArgument = call.getArguments().contains(argument.getLeaf());
        return isArgument ? argument : null;
      }
      argument = up;
    }
    return null;
  }

  /**
   * A block without branches: what it does on success, it always does on success. Where it asks
   * first, the resource may go on to somebody else instead.
   */
  private static boolean isPlain(LambdaExpressionTree lambda) {
    return Bodies.own(lambda.getBody(), ReturnTree.class).size() < 2
        && Bodies.own(lambda.getBody(), IfTree.class).isEmpty();
  }

  /** A parameter of the method, or what comes from outside of it, is somebody else's to release. */
  private static boolean isFromHere(VariableElement resource, TreePath scope, RuleContext context) {
    boolean isParameter =
        scope.getLeaf() instanceof MethodTree method
            && method.getParameters().stream().anyMatch(it -> resource.equals(context.element(it)));
    return !isParameter
        && Bodies.all(scope.getLeaf(), VariableTree.class).stream()
            .anyMatch(it -> resource.equals(context.element(it)));
  }

  private static boolean mayBeReleasedElsewhere(
      Tree release, VariableElement resource, TreePath scope, RuleContext context) {
    Tree all = scope.getLeaf();
    Stream<Tree> calls =
        Bodies.all(all, MethodInvocationTree.class).stream()
            .filter(call -> isReleaseOf(call, resource, context))
            .map(Tree.class::cast);
    Stream<Tree> references =
        Bodies.all(all, MemberReferenceTree.class).stream()
            .filter(it -> resource.equals(Calls.variable(context, it.getQualifierExpression())))
            .map(Tree.class::cast);
    return Stream.concat(calls, references).anyMatch(it -> it != release);
  }

  private static boolean isReleaseOf(
      MethodInvocationTree call, VariableElement resource, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    if (receiver != null && resource.equals(Calls.variable(context, receiver))) {
      return Calls.release(context, call).isPresent();
    }
    String name = Calls.name(call).toLowerCase(Locale.ROOT);
    if (FAILURES.contains(Calls.name(call))
        && call.getArguments().stream().anyMatch(it -> Bodies.mentions(context, it, resource))) {
      return true;
    }
    return RELEASERS.stream().anyMatch(name::contains)
        && call.getArguments().stream()
            .anyMatch(it -> resource.equals(Calls.variable(context, it)));
  }
}

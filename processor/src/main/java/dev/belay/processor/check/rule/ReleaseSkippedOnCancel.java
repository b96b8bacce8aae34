package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.flow.CutShort;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A release that does not run when the caller cancels what it was given. */
final class ReleaseSkippedOnCancel implements Rule.OnCall {
  private static final RuleInfo INFO =
      new RuleInfo(
          "ReleaseSkippedOnCancel", "a cancelled result skips the release", Severity.WARNING);

  private static final String FUTURE = "java.util.concurrent.CompletableFuture";

  private static final Set<String> LAST = Set.of("whenComplete", "whenCompleteAsync");

  /** Steps of publishers that run at the end and after a failure, but not when cancelled. */
  private static final Set<String> ENDS = Set.of("doAfterTerminate", "doOnTerminate");

  /** Its release is not one that signatures tell of. */
  private static final String PERMITS = "java.util.concurrent.Semaphore";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    boolean isLast = LAST.contains(Calls.name(tree)) && isReturnedFuture(tree, context);
    boolean isEnd = ENDS.contains(Calls.name(tree)) && isPublisher(tree, context);
    if (!isLast && !isEnd) {
      return List.of();
    }
    Skipped skipped =
        tree.getArguments().isEmpty() ? null : skipped(tree.getArguments().get(0), context);
    if (skipped == null || (isEnd && skipped.isOfParameter(context))) {
      return List.of();
    }
    if (isEnd) {
      return List.of(
          mistake(
              skipped.release(),
              Calls.name(tree) + " is not called when the subscriber cancels",
              "doFinally, or usingWhen"));
    }
    if (!skipped.isScarce() && !isCutShort(context)) {
      return List.of();
    }
    int end = context.end(tree);
    Certainty certainty =
        skipped.isExecutor(context) && !isCutShort(context)
            ? Certainty.GUESSED // who starts something on one seldom cancels
            : Certainty.LIKELY;
    Mistake mistake =
        mistake(
                skipped.release(),
                "the future of the last step is the caller's: if that is cancelled first, the step does"
                    + " not run",
                "one more step behind it: .thenApply(it -> it), or AsyncScope.of(...).use(...)")
            .because(certainty);
    return List.of(
        isNameTaken(context)
            ? mistake
            : mistake.fixedBy(new Edit(end, end, ".thenApply(it -> it)")));
  }

  /** The last step before a method hands its future to its caller. */
  private static boolean isReturnedFuture(MethodInvocationTree tree, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(tree);
    TreePath up = CutShort.same(context.path()).getParentPath();
    ExecutableElement method = method(context);
    return receiver != null
        && context.resources().is(context.type(receiver), FUTURE)
        && up != null
        && up.getLeaf() instanceof ReturnTree
        && method != null
        && context.resources().is(method.getReturnType(), FUTURE);
  }

  /**
   * Whether anybody ends the future early. Of most methods nobody does, and then the last step is
   * as good as any other: only a file that shows who does says that the release is skipped.
   */
  private static boolean isCutShort(RuleContext context) {
    ExecutableElement method = method(context);
    return CutShort.same(context.path()) != context.path()
        || (method != null && CutShort.isResultOf(method, context));
  }

  private static @Nullable ExecutableElement method(RuleContext context) {
    TreePath body = context.body();
    return body != null
            && body.getLeaf() instanceof MethodTree method
            && context.element(method) instanceof ExecutableElement element
        ? element
        : null;
  }

  /** The parameter of a lambda must not have the name of a variable around it. */
  private static boolean isNameTaken(RuleContext context) {
    TreePath body = context.body();
    return body == null
        || Bodies.own(body.getLeaf(), VariableTree.class).stream()
            .anyMatch(variable -> variable.getName().contentEquals("it"));
  }

  private static boolean isPublisher(MethodInvocationTree tree, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(tree);
    return receiver != null
        && context.resources().asynchrony(context.type(receiver)) == Asynchrony.LAZY;
  }

  /**
   * A release that is skipped.
   *
   * @param isScarce whether what is not given back is missed by everybody: permits, and what the
   *     catalogue knows to hold sockets and threads
   */
  private record Skipped(Tree release, @Nullable VariableElement resource, boolean isScarce) {
    boolean isExecutor(RuleContext context) {
      return resource != null
          && is(resource.asType(), "java.util.concurrent.ExecutorService", context);
    }

    /** Then it may be its giver who releases it when nobody wants the result any more. */
    boolean isOfParameter(RuleContext context) {
      ExecutableElement method = method(context);
      return method != null
          && resource != null
          && resource.getKind() == ElementKind.PARAMETER
          && method.equals(resource.getEnclosingElement())
          && !is(resource.asType(), PERMITS, context);
    }
  }

  /** The release that a function consists of, or makes without a condition. */
  private static @Nullable Skipped skipped(ExpressionTree function, RuleContext context) {
    ExpressionTree inner = Calls.strip(function);
    if (inner instanceof MemberReferenceTree reference) {
      ExecutableElement method = context.method(reference);
      ExpressionTree receiver = reference.getQualifierExpression();
      TypeMirror type = context.type(receiver);
      return method != null && releases(type, method, context)
          ? new Skipped(inner, Calls.variable(context, receiver), isScarce(type, method, context))
          : null;
    }
    if (!(inner instanceof LambdaExpressionTree lambda)) {
      return null;
    }
    for (MethodInvocationTree call : Bodies.own(lambda, MethodInvocationTree.class)) {
      ExpressionTree receiver = Calls.receiver(call);
      ExecutableElement method = context.method(call);
      VariableElement resource = receiver == null ? null : Calls.variable(context, receiver);
      if (method != null
          && resource != null
          && isOutside(resource, lambda, context)
          && releases(resource.asType(), method, context)) {
        return new Skipped(call, resource, isScarce(resource.asType(), method, context));
      }
    }
    return null;
  }

  private static boolean isScarce(TypeMirror type, ExecutableElement method, RuleContext context) {
    return is(type, PERMITS, context) || context.resources().release(type, method).isPresent();
  }

  private static boolean isOutside(
      VariableElement resource, LambdaExpressionTree lambda, RuleContext context) {
    return lambda.getParameters().stream().noneMatch(it -> resource.equals(context.element(it)));
  }

  /** A release that is done when the call returns; other rules see to the rest. */
  private static boolean releases(TypeMirror type, ExecutableElement method, RuleContext context) {
    Optional<Release> release = context.resources().release(type, method);
    if (release.isPresent()) {
      return release.get().kind() == Release.Kind.STARTS;
    }
    String name = method.getSimpleName().toString();
    return method.getParameters().size() < 2
        && ((name.equals("release") && is(type, PERMITS, context))
            || (name.equals("close")
                && method.getParameters().isEmpty()
                && is(type, "java.lang.AutoCloseable", context)));
  }

  private static boolean is(TypeMirror type, String name, RuleContext context) {
    return context.resources().is(type, name);
  }

  private static Mistake mistake(Tree release, String why, String instead) {
    return Mistake.at(
        release, "this release is skipped when the result is cancelled", why, instead);
  }
}

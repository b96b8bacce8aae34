package dev.belay.processor.check.match;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.resource.Asynchrony;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.model.FunctionalInterfaces;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds the function around a tree that runs when something completes. */
public final class Callbacks {
  /** Functions given to these run before the call returns, on the same thread. */
  private static final Set<String> SYNCHRONOUS = Set.of("java.util", "java.util.stream");

  /** Stages that run what follows on a pool whose threads may wait. */
  private static final Set<String> ON_A_POOL = Set.of("supplyAsync", "runAsync");

  private static final Set<String> LEAVES_THE_POOL =
      Set.of("thenCompose", "thenCombine", "thenAcceptBoth", "applyToEither", "acceptEither");

  /** What follows them runs on threads that somebody has chosen. */
  private static final Set<String> CHOOSES_THREADS =
      Set.of("emitOn", "observeOn", "publishOn", "runSubscriptionOn", "subscribeOn");

  /** They run a publisher on the thread that waits for it, unless it chooses another. */
  private static final Set<String> WAITS_FOR_PUBLISHER =
      Set.of(
          "atMost",
          "block",
          "blockFirst",
          "blockLast",
          "blockOptional",
          "blockingAwait",
          "blockingFirst",
          "blockingForEach",
          "blockingGet",
          "blockingLast",
          "blockingSingle",
          "blockingSubscribe",
          "indefinitely");

  private Callbacks() {}

  /**
   * The callback that a tree runs in.
   *
   * @return null if it runs in none, or if that is not certain
   */
  public static @Nullable Callback around(RuleContext context) {
    for (TreePath up = context.path(); up != null; up = up.getParentPath()) {
      Tree leaf = up.getLeaf();
      if (leaf instanceof LambdaExpressionTree) {
        TreePath call = Calls.callAround(up);
        Callback callback = of(context, up);
        if (callback != null) {
          return callback;
        }
        if (call == null || !isSynchronous(context, (MethodInvocationTree) call.getLeaf())) {
          return null;
        }
      } else if (leaf instanceof MethodTree method) {
        return isListener(context, method) ? new Callback(up, null, name(up)) : null;
      } else if (leaf instanceof ClassTree) {
        return null;
      }
    }
    return null;
  }

  /**
   * A lambda or method reference, if it is given to something that calls it on completion, or
   * stands for a listener.
   *
   * @return null otherwise
   */
  public static @Nullable Callback of(RuleContext context, TreePath function) {
    TreePath around = Calls.callAround(function);
    if (around != null && around.getLeaf() instanceof MethodInvocationTree call) {
      ExecutableElement method = context.method(call);
      if (method != null
          && context
              .resources()
              .says(Fact.CALLBACK, Calls.receiverType(context, call, method), method)) {
        return mayWait(context, around, call)
            ? null
            : new Callback(function, call, Calls.name(call));
      }
    }
    TypeMirror type = context.type(function.getLeaf());
    return context.resources().says(Fact.LISTENER, type)
        ? FunctionalInterfaces.method(context.elements(), type)
            .map(method -> new Callback(function, null, method.getSimpleName().toString()))
            .orElse(null)
        : null;
  }

  /** Whether the thread is one that somebody has chosen, or that waits already. */
  private static boolean mayWait(RuleContext context, TreePath path, MethodInvocationTree call) {
    ExpressionTree receiver = Calls.receiver(call);
    return receiver != null
        && (Calls.chainHas(receiver, CHOOSES_THREADS)
            || (Calls.chainHas(receiver, ON_A_POOL) && !Calls.chainHas(receiver, LEAVES_THE_POOL))
            || (context.resources().asynchrony(context.type(call)) == Asynchrony.LAZY
                && Calls.isContinuedBy(path, WAITS_FOR_PUBLISHER)));
  }

  private static boolean isSynchronous(RuleContext context, MethodInvocationTree call) {
    ExecutableElement method = context.method(call);
    return method != null
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getEnclosingElement() instanceof PackageElement in
        && (owner.getQualifiedName().contentEquals("java.lang.Iterable")
            || SYNCHRONOUS.contains(in.getQualifiedName().toString()));
  }

  /** A method that overrides one of a type whose users are called on threads that must not wait. */
  private static boolean isListener(RuleContext context, MethodTree tree) {
    return context.element(tree) instanceof ExecutableElement method
        && method.getAnnotation(Override.class) != null
        && !method.getSimpleName().toString().startsWith("close")
        && method.getEnclosingElement() instanceof TypeElement owner
        && context.resources().says(Fact.LISTENER, owner.asType());
  }

  private static String name(TreePath path) {
    return path.getLeaf() instanceof MethodTree method ? method.getName().toString() : "";
  }
}

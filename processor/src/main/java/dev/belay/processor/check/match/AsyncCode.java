package dev.belay.processor.check.match;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.spi.RuleContext;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Code that runs where a thread must not wait. */
public final class AsyncCode {
  /** Methods that wait for the value of a stage or future. */
  public static final Set<String> WAITS = Set.of("get", "join");

  /** Methods that wait for each element of a sequence. */
  public static final Set<String> WALKS =
      Set.of(
          "asIterable",
          "asStream",
          "blockFirst",
          "blockLast",
          "blockingFirst",
          "blockingForEach",
          "blockingIterable",
          "blockingLast",
          "blockingLatest",
          "blockingMostRecent",
          "blockingNext",
          "blockingSingle",
          "blockingStream",
          "blockingSubscribe",
          "toIterable",
          "toStream");

  private AsyncCode() {}

  /**
   * Whether a call may make a stage or publisher. What a collection hands out ({@code
   * map.remove(key)}) has a type variable for its declared type, and was there before.
   */
  public static boolean makesStage(RuleContext context, MethodInvocationTree call) {
    ExecutableElement method = context.method(call);
    return method != null && context.resources().isAsynchronous(method.getReturnType());
  }

  /**
   * Whether a call waits for one element: {@code iterator.advance().toCompletableFuture().join()}.
   */
  public static boolean waitsForElement(RuleContext context, MethodInvocationTree tree) {
    if (!WAITS.contains(Calls.name(tree))) {
      return false;
    }
    ExpressionTree each = Calls.receiver(tree);
    while (each instanceof MethodInvocationTree call) {
      ExecutableElement method = context.method(call);
      if (method != null
          && Calls.name(call).equals("advance")
          && Calls.isOwnedBy(context, method, "dev.belay.AsyncIterator")) {
        return true;
      }
      each = Calls.receiver(call);
    }
    return false;
  }

  /** Whether a tree stands in the own body of a template. */
  public static boolean isInTemplate(RuleContext context) {
    return Templates.enclosing(context) != null;
  }

  /**
   * Why a tree must not wait, as the end of a sentence.
   *
   * @return null if it may
   */
  public static @Nullable String around(RuleContext context) {
    if (isInTemplate(context)) {
      return "in the body of a template";
    }
    Callback callback = Callbacks.around(context);
    if (callback != null) {
      return "in a callback ('" + callback.name() + "')";
    }
    TreePath body = context.body();
    return body != null
            && body.getLeaf() instanceof MethodTree tree
            && context.element(tree) instanceof ExecutableElement method
            && context.resources().isAsynchronous(method.getReturnType())
        ? "in a method that returns at once"
        : null;
  }
}

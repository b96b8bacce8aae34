package dev.belay.processor.check.flow;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.RuleContext;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Whether a file shows that somebody completes the future of a method from outside, before its work
 * does: by a cancel, by a limit of time, or by a value of his own.
 */
public final class CutShort {
  /** They change the future itself; the first two return it. */
  private static final Set<String> CUTS =
      Set.of("orTimeout", "completeOnTimeout", "cancel", "complete", "completeExceptionally");

  private CutShort() {}

  /** The chain around a call, as far as it still means the future of the call. */
  public static TreePath same(TreePath call) {
    TreePath all = call;
    while (isReceiver(all)
        && all.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree next
        && CUTS.contains(Calls.name(next))) {
      all = all.getParentPath().getParentPath();
    }
    return all;
  }

  private static boolean isReceiver(TreePath call) {
    return call.getParentPath() != null
        && call.getParentPath().getLeaf() instanceof MemberSelectTree
        && call.getParentPath().getParentPath() != null;
  }

  /** Whether the file of a method does so with what the method returned. */
  public static boolean isResultOf(ExecutableElement method, RuleContext context) {
    CompilationUnitTree file = context.path().getCompilationUnit();
    return Bodies.all(file, MethodInvocationTree.class).stream()
        .filter(call -> CUTS.contains(Calls.name(call)))
        .map(Calls::receiver)
        .anyMatch(cut -> cut != null && isOf(method, cut, file, context));
  }

  private static boolean isOf(
      ExecutableElement method, ExpressionTree cut, Tree file, RuleContext context) {
    if (cut instanceof MethodInvocationTree call) {
      return calls(method, call, context);
    }
    VariableElement future = Calls.variable(context, cut);
    return future != null
        && Assigned.to(future, file, context).anyMatch(value -> calls(method, value, context));
  }

  private static boolean calls(
      ExecutableElement method, ExpressionTree value, RuleContext context) {
    return Calls.strip(value) instanceof MethodInvocationTree call
        && Calls.name(call).contentEquals(method.getSimpleName())
        && method.equals(context.method(call));
  }
}

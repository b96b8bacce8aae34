package dev.belay.processor.check.match;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.spi.Edit;
import dev.belay.processor.check.spi.RuleContext;

/** The correction that awaits a stage where it is made. */
public final class Awaiting {
  /** By its full name, since nobody knows what is imported. */
  private static final String AWAIT = "dev.belay.Async.await";

  private Awaiting() {}

  /**
   * The edits that put the text from one place to another into an {@code await}.
   *
   * @param end behind what is awaited
   * @param rest behind what is left out then, or {@code end}
   */
  public static Edit[] edits(int start, int end, int rest) {
    return new Edit[] {new Edit(start, start, AWAIT + "("), new Edit(end, rest, ")")};
  }

  /** Whether an {@code await} compiles at a place in a template. */
  public static boolean canStand(RuleContext context) {
    for (TreePath up = context.path(); up != null; up = up.getParentPath()) {
      Tree leaf = up.getLeaf();
      if (leaf instanceof SynchronizedTree || leaf instanceof LambdaExpressionTree) {
        return false;
      } else if (leaf instanceof ClassTree || leaf instanceof MethodTree) {
        break;
      }
    }
    return Bodies.all(context.path().getCompilationUnit(), VariableTree.class).stream()
        .noneMatch(variable -> variable.getName().contentEquals("dev")); // it hides the package
  }
}

package dev.belay.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the body of a case. JDK 21's label trees are newer than this code, so they are
 * known as whatever is there, by the names of their kinds.
 *
 * @param patterns where its constants and patterns end, before a guard
 * @param end where the label ends, before its colon or arrow
 * @param isDefault whether it takes every value that is left
 * @param hasPattern whether it is of the form that Java wants to be exhaustive (JLS 14.11.2)
 * @param guards the conditions after {@code when}
 */
record CaseLabel(
    int patterns, int end, boolean isDefault, boolean hasPattern, List<ExpressionTree> guards) {

  static CaseLabel of(BodyContext context, CaseTree group) {
    int end = context.start(group);
    boolean isDefault = context.source().startsWith("default", end);
    if (isDefault) {
      end += "default".length();
    }
    boolean hasPattern = false;
    int patterns = end;
    List<ExpressionTree> guards = new ArrayList<>();
    for (Tree child : children(group)) {
      if (isBody(group, child)) {
        continue;
      }
      end = Math.max(end, context.end(child));
      String kind = child.getKind().name();
      isDefault |= kind.startsWith("DEFAULT_CASE");
      hasPattern |= kind.contains("PATTERN") || isNull(child);
      if (isGuard(group, child)) {
        guards.add((ExpressionTree) child);
      } else {
        patterns = Math.max(patterns, context.end(child));
      }
    }
    return new CaseLabel(patterns, end, isDefault, hasPattern, guards);
  }

  /** Whether a path leads to a label that is a constant. */
  static boolean isAt(TreePath path) {
    Tree parent = path.getParentPath().getLeaf();
    // JDK 21 puts a label tree in between, whose kind this API level does not know.
    return parent instanceof CaseTree group
        ? group.getBody() != path.getLeaf()
        : parent.getKind().name().startsWith("CONSTANT_CASE");
  }

  /** Whether a part of a case is the condition after its {@code when}. */
  static boolean isGuard(CaseTree group, Tree child) {
    return child instanceof ExpressionTree expression
        && child != group.getBody()
        && !group.getExpressions().contains(expression);
  }

  /** {@code case null} makes a switch one of the new kind as well. */
  private static boolean isNull(Tree child) {
    return child.toString().equals("null");
  }

  private static boolean isBody(CaseTree group, Tree child) {
    return child == group.getBody()
        || (child instanceof StatementTree statement
            && group.getStatements() != null
            && group.getStatements().contains(statement));
  }

  /** The trees right below one, in their order. */
  static List<Tree> children(Tree tree) {
    List<Tree> children = new ArrayList<>();
    tree.accept(
        new TreeScanner<Void, @Nullable Void>() {
          @Override
          public Void scan(Tree child, @Nullable Void unused) {
            if (child != null) {
              children.add(child);
            }
            return null;
          }
        },
        null);
    return children;
  }
}

package dev.belay.processor.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Values of constant expressions (JLS 15.29), as far as they matter here: boolean ones decide which
 * statements Java calls reachable, and no constant is ever saved across a suspension.
 */
final class Constants {
  private final BodyContext context;

  Constants(BodyContext context) {
    this.context = context;
  }

  @Nullable Object value(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (tree instanceof ParenthesizedTree inner) {
      return value(new TreePath(path, inner.getExpression()));
    }
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      Element element = context.element(path);
      return element instanceof VariableElement variable ? variable.getConstantValue() : null;
    }
    if (tree instanceof UnaryTree unary && tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return value(new TreePath(path, unary.getExpression())) instanceof Boolean inner
          ? !inner
          : null;
    }
    if (tree instanceof BinaryTree binary) {
      Object left = value(new TreePath(path, binary.getLeftOperand()));
      Object right = value(new TreePath(path, binary.getRightOperand()));
      return left == null || right == null ? null : combine(binary.getKind(), left, right);
    }
    return null;
  }

  /** The value of {@code left op right} for the operators whose value is boolean. */
  private static @Nullable Object combine(Tree.Kind operator, Object left, Object right) {
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return switch (operator) {
        case CONDITIONAL_AND, AND -> a && b;
        case CONDITIONAL_OR, OR -> a || b;
        case XOR, NOT_EQUAL_TO -> !a.equals(b);
        case EQUAL_TO -> a.equals(b);
        default -> null;
      };
    }
    if (left instanceof Number a && right instanceof Number b) {
      int order = Double.compare(a.doubleValue(), b.doubleValue());
      return switch (operator) {
        case EQUAL_TO -> order == 0;
        case NOT_EQUAL_TO -> order != 0;
        case LESS_THAN -> order < 0;
        case LESS_THAN_EQUAL -> order <= 0;
        case GREATER_THAN -> order > 0;
        case GREATER_THAN_EQUAL -> order >= 0;
        default -> null;
      };
    }
    return null;
  }
}

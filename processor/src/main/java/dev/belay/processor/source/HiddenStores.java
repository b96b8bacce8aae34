package dev.belay.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Replaces assignments to fields that the companion cannot name. The text of the value stays; what
 * stands around it becomes a call.
 *
 * <pre>{@code
 * count = n      // Hidden.set_count(self, n)
 * count += n     // Hidden.set_count(self, (int) (Hidden.count(self) + (n)))
 * count++        // Hidden.swap_count(self, (int) (Hidden.count(self) + (1)))
 * }</pre>
 */
final class HiddenStores {
  private final BodyContext context;
  private final Members members;
  private final Edits edits;

  HiddenStores(BodyContext context, Members members, Edits edits) {
    this.context = context;
    this.members = members;
    this.edits = edits;
  }

  /** The field that an assignment assigns, if it is such a one; else null. */
  @Nullable VariableElement target(TreePath path, ExpressionTree variable) {
    Element element = context.element(new TreePath(path, variable));
    return element instanceof VariableElement field
            && field.getKind() == ElementKind.FIELD
            && members.isHidden(field)
        ? field
        : null;
  }

  void assign(TreePath path, AssignmentTree tree, VariableElement field) {
    edits.replace(
        context.start(tree),
        context.start(tree.getExpression()),
        context.hidden().prefix() + context.hidden().set(field, context.oracle()) + "(",
        members.hiddenReceiver(path, tree.getVariable(), field, ", "));
    edits.replace(context.end(tree), context.end(tree), ")");
  }

  void assign(TreePath path, CompoundAssignmentTree tree, VariableElement field) {
    edits.replace(
        context.start(tree),
        context.start(tree.getExpression()),
        members.hiddenUpdate(path, tree.getVariable(), field, Operators.symbol(tree.getKind())));
    edits.replace(context.end(tree), context.end(tree), ")))");
  }

  void update(TreePath path, UnaryTree tree, VariableElement field) {
    String operator = Operators.symbol(tree.getKind());
    Fragment value =
        Operators.isPostfix(tree.getKind())
            ? members.postfix(path, tree.getExpression(), field, operator)
            : Fragment.of(
                members.hiddenUpdate(path, tree.getExpression(), field, operator), "1)))");
    edits.replace(context.start(tree), context.end(tree), value);
  }
}

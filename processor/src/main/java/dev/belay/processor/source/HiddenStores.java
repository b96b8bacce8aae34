package dev.belay.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.StageTypes;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
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
 *
 * <p>An object that is computed must not be computed twice, and what it had is read before the
 * operand is evaluated (JLS 15.26.2).
 *
 * <pre>{@code
 * find(key).count += n    // new Hidden.Update1(Hidden.find(self, key)).by(n)
 * find(key).count++       // new Hidden.Update2(Hidden.find(self, key)).after()
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
    TreePath at = new TreePath(path, variable);
    Element element = context.element(at);
    return element instanceof VariableElement field
            && field.getKind() == ElementKind.FIELD
            && members.isHidden(field, at)
        ? field
        : null;
  }

  void assign(TreePath path, AssignmentTree tree, VariableElement field) {
    String narrowing = narrowing(path, tree, field);
    edits.replace(
        context.start(tree),
        context.start(tree.getExpression()),
        context.hidden().prefix()
            + context.hidden().set(members.seen(path, tree.getVariable(), field), context.oracle())
            + "(",
        members.hiddenReceiver(path, tree.getVariable(), field, ", "),
        narrowing);
    edits.close(context.end(tree), context.end(tree), narrowing.isEmpty() ? ")" : "))");
  }

  /**
   * An assignment of what a pattern has bound, in a guard: javac takes it for one of a variable
   * from outside, and takes a call.
   *
   * <pre>{@code
   * case Object o when o instanceof Row r && (r = r.next()) != null ->      // r.set(...)
   * }</pre>
   *
   * @return false for another assignment
   */
  boolean held(TreePath path, AssignmentTree tree) {
    TreePath at = new TreePath(path, tree.getVariable());
    while (at.getLeaf() instanceof ParenthesizedTree brackets) {
      at = new TreePath(at, brackets.getExpression());
    }
    Element bound = context.element(at);
    if (bound == null || !context.isHeld(bound) || !members.isInGuard(path)) {
      return false;
    }
    Variable variable = context.variable(bound);
    edits.replace(
        context.start(tree),
        context.start(tree.getExpression()),
        variable == null
            ? bound.getSimpleName().toString()
            : new Piece.Use(variable, Piece.Access.UPDATE),
        ".set(");
    edits.close(context.end(tree), context.end(tree), ")");
    return true;
  }

  /**
   * A constant becomes a smaller number where it is assigned (JLS 5.2), and not where it is passed.
   */
  private String narrowing(TreePath path, AssignmentTree tree, VariableElement field) {
    TypeText number =
        context.oracle().unboxed(members.seen(path, tree.getVariable(), field).type());
    TypeKind given = context.type(new TreePath(path, tree.getExpression())).getKind();
    return switch (number.shape()) {
      case BYTE, SHORT, CHAR ->
          given == TypeKind.INT || given == TypeKind.CHAR || given == TypeKind.SHORT
              ? "(" + number.shape().name().toLowerCase(Locale.ROOT) + ") ("
              : "";
      default -> "";
    };
  }

  void assign(TreePath path, CompoundAssignmentTree tree, VariableElement field) {
    String operator = Operators.symbol(tree.getKind());
    if (isComputed(tree.getVariable(), field)) {
      edits.replace(
          context.start(tree),
          context.start(tree.getExpression()),
          head(path, tree.getVariable(), field, operator, Optional.of(operand(path, tree, field))),
          ").by(");
      edits.close(context.end(tree), context.end(tree), ")");
      return;
    }
    edits.replace(
        context.start(tree),
        context.start(tree.getExpression()),
        members.hiddenUpdate(path, tree.getVariable(), field, operator));
    edits.close(context.end(tree), context.end(tree), ")))");
  }

  void update(TreePath path, UnaryTree tree, VariableElement field) {
    String operator = Operators.symbol(tree.getKind());
    if (isComputed(tree.getExpression(), field)) {
      boolean after = Operators.isPostfix(tree.getKind());
      Optional<TypeText> operand = after ? Optional.empty() : Optional.of(TypeText.INT);
      edits.replace(
          context.start(tree),
          context.end(tree),
          head(path, tree.getExpression(), field, operator, operand),
          after ? ").after()" : ").by(1)");
      return;
    }
    Fragment value =
        Operators.isPostfix(tree.getKind())
            ? members.postfix(path, tree.getExpression(), field, operator)
            : Fragment.of(
                members.hiddenUpdate(path, tree.getExpression(), field, operator), "1)))");
    edits.replace(context.start(tree), context.end(tree), value);
  }

  private static boolean isComputed(ExpressionTree variable, VariableElement field) {
    if (variable instanceof ParenthesizedTree brackets) {
      return isComputed(brackets.getExpression(), field);
    }
    return variable instanceof MemberSelectTree select
        && !(select.getExpression() instanceof IdentifierTree)
        && !field.getModifiers().contains(Modifier.STATIC);
  }

  private Fragment head(
      TreePath path,
      ExpressionTree variable,
      VariableElement field,
      String operator,
      Optional<TypeText> operand) {
    return Fragment.of(
        context
            .hidden()
            .update(members.seen(path, variable, field), operator, operand, context.oracle()),
        members.hiddenReceiver(path, variable, field, ""));
  }

  /** What is appended to a String may have any type; every other operand is a number or a truth. */
  private TypeText operand(TreePath path, CompoundAssignmentTree tree, VariableElement field) {
    TypeMirror type = context.type(new TreePath(path, tree.getExpression()));
    TypeMirror assigned = members.seen(path, tree.getVariable(), field).type();
    boolean appends = StageTypes.isNamed(assigned, "java.lang.String");
    return appends && !type.getKind().isPrimitive()
        ? TypeText.OBJECT
        : context.oracle().unboxed(type);
  }
}

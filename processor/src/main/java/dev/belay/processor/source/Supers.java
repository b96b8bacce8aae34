package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.TypeText;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What {@code super} means, of the template's class and of those around it.
 *
 * <pre>{@code
 * super.close(n)              // Hidden.super_close(self, n)
 * Outer.super.count           // ((Base) Hidden.outer(self)).count
 * }</pre>
 */
record Supers(BodyContext context, Members members, Sightings sightings) {

  /**
   * A call of {@code super.method(...)}, up to its arguments; null where it is of a class of the
   * body, or static.
   */
  @Nullable Fragment call(TreePath call, MethodInvocationTree tree, ExecutableElement method) {
    if (!(tree.getMethodSelect() instanceof MemberSelectTree select)
        || method.getModifiers().contains(Modifier.STATIC)) {
      return null;
    }
    TreePath at = new TreePath(call, select);
    TypeElement from = of(at, select.getExpression());
    if (from == null) {
      return null;
    }
    String comma = tree.getArguments().isEmpty() ? "" : ", ";
    Seen above = sightings.above(method, from, context.type(at));
    String accessor = context.hidden().superCall(above, context.oracle());
    return Fragment.of(context.hidden().prefix() + accessor + "(", members.outer(at, from), comma);
  }

  /** The class whose {@code super} it is; null for anything else, and for a class of the body. */
  @Nullable TypeElement of(TreePath at, ExpressionTree receiver) {
    if (!isSuper(receiver)) {
      return null;
    }
    if (receiver instanceof MemberSelectTree outer
        && context.element(new TreePath(new TreePath(at, outer), outer.getExpression()))
            instanceof TypeElement named
        && !named.getKind().isInterface()) {
      return isAround(named) ? named : null;
    }
    return context.type().equals(members.classOf(at)) ? context.type() : null;
  }

  /** Whether a class is the template's, or around it. */
  private boolean isAround(TypeElement type) {
    for (Element each = context.type(); each != null; each = each.getEnclosingElement()) {
      if (each.equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** {@code super} of such a class, as an object that has its fields. */
  Fragment object(TreePath path, TypeElement from) {
    TypeText above = context.oracle().text(from.getSuperclass());
    return Fragment.of("((", above.text(), ") ", members.outer(path, from), ")");
  }

  /** {@code super} or {@code Outer.super}. */
  static boolean isSuper(ExpressionTree tree) {
    return (tree instanceof IdentifierTree name && name.getName().contentEquals("super"))
        || (tree instanceof MemberSelectTree outer && outer.getIdentifier().contentEquals("super"));
  }
}

package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.TypeText;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Replaces reads of fields and calls of methods that the companion cannot name. The texts of the
 * object and of the arguments stay; what stands around them becomes a call.
 *
 * <pre>{@code
 * count            // Hidden.count(self)
 * find(key).count  // Hidden.count(find(key))
 * other.grow(n)    // Hidden.grow(other, n)
 * super.grow(n)    // Hidden.super_grow(self, n)
 * }</pre>
 */
final class HiddenAccesses {
  private final BodyContext context;
  private final Members members;
  private final Edits edits;

  HiddenAccesses(BodyContext context, Members members, Edits edits) {
    this.context = context;
    this.members = members;
    this.edits = edits;
  }

  /** A field by its simple name. */
  void field(TreePath path, IdentifierTree tree, VariableElement field) {
    Fragment read = members.literal(field).map(Fragment::text).orElseGet(() -> read(path, field));
    edits.replace(context.start(tree), context.end(tree), members.view(field, path, path).of(read));
  }

  private Fragment read(TreePath path, VariableElement field) {
    Fragment object = isStatic(field) ? Fragment.EMPTY : members.receiver(path, field);
    return Fragment.of(members.get(path, field), object, ")");
  }

  /**
   * A field of an object.
   *
   * @return whether the object is still to be read
   */
  boolean field(TreePath path, MemberSelectTree tree, VariableElement field) {
    Optional<String> literal = members.literal(field);
    if (literal.isPresent() || isStatic(field)) {
      edits.replace(
          context.start(tree),
          context.end(tree),
          literal.orElseGet(() -> members.get(path, field) + ")"));
      return false;
    }
    TypeText.View view = members.view(field, path, path);
    if (Supers.isSuper(tree.getExpression())) {
      Fragment read = Fragment.of(members.get(path, field), members.object(path, field), ")");
      edits.replace(context.start(tree), context.end(tree), view.of(read));
      return false;
    }
    edits.replace(
        context.start(tree), context.start(tree), view.before(), members.get(path, field));
    edits.replace(context.end(tree.getExpression()), context.end(tree), ")", view.after());
    return true;
  }

  private static boolean isStatic(VariableElement field) {
    return field.getModifiers().contains(Modifier.STATIC);
  }

  /** A call of what the template's class overrides; false for another call. */
  boolean superCall(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
    Fragment accessor = members.supers().call(path, tree, method);
    if (accessor != null) {
      int open = context.behindBracket(context.end(tree.getMethodSelect()));
      edits.replace(context.start(tree), open, accessor);
    }
    return accessor != null;
  }

  /**
   * A call, up to its arguments.
   *
   * @return whether the object is still to be read
   */
  boolean call(TreePath path, MethodInvocationTree tree, ExecutableElement method) {
    ExpressionTree select = tree.getMethodSelect();
    TreePath at = new TreePath(path, select);
    TypeText.View view = members.view(method, at, path);
    Fragment accessor = Fragment.of(view.before(), members.call(method, at));
    edits.close(context.end(tree), context.end(tree), view.after());
    int open = context.behindBracket(context.end(select));
    if (method.getModifiers().contains(Modifier.STATIC)) {
      edits.replace(context.start(select), open, accessor);
      return false;
    }
    if (select instanceof MemberSelectTree member
        && !member.getExpression().toString().equals("super")) {
      edits.replace(context.start(select), context.start(select), accessor);
      edits.replace(context.end(member.getExpression()), open, comma(tree));
      return true;
    }
    edits.replace(context.start(select), open, accessor, members.receiver(at, method), comma(tree));
    return false;
  }

  private static String comma(MethodInvocationTree tree) {
    return tree.getArguments().isEmpty() ? "" : ", ";
  }
}

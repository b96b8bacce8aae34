package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Anonymous classes of private interfaces that could be lambdas, and become objects as those do
 * ({@link HiddenFunctions}). Such a class has the interface's one method, and nobody asks for its
 * {@code this}.
 *
 * <pre>{@code
 * new Step() { public int go(int n) { return n + count; } }
 *
 * Hidden.<Step_>lambda_Step((int n) -> { return n + count; })
 * }</pre>
 */
final class AnonymousFunctions {
  private final BodyContext context;

  AnonymousFunctions(BodyContext context) {
    this.context = context;
  }

  /** The method of such a class; null for another creation. */
  @Nullable MethodTree method(TreePath path, NewClassTree tree) {
    DeclaredType type = type(path, tree);
    if (type == null || !HiddenFunctions.isPossible(type, context.oracle())) {
      return null;
    }
    ClassTree body = tree.getClassBody();
    List<MethodTree> written = new ArrayList<>();
    for (Tree member : body.getMembers()) {
      if (!(member instanceof MethodTree method)) {
        return null;
      }
      if (method.getReturnType() != null) {
        written.add(method);
      }
    }
    return written.size() == 1
            && written.get(0).getBody() != null
            && written.get(0).getTypeParameters().isEmpty()
            && !written.get(0).getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)
            && isFree(new TreePath(path, body))
        ? written.get(0)
        : null;
  }

  private @Nullable DeclaredType type(TreePath path, NewClassTree tree) {
    return tree.getClassBody() != null
            && context.element(new TreePath(path, tree.getClassBody())) instanceof TypeElement type
            && type.getInterfaces().size() == 1
            && PrivateTypes.isHidden(type.getInterfaces().get(0))
        ? (DeclaredType) type.getInterfaces().get(0)
        : null;
  }

  /**
   * Whether nothing in a class means its object, and none of its variables has a name that the body
   * gives to another one, too: what is a variable of a class may hide one, what is one of a lambda
   * may not (JLS 6.4).
   */
  private boolean isFree(TreePath body) {
    TypeMirror own = context.type(body);
    boolean[] isFree = {true};
    new TreePathScanner<Void, @Nullable Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        Element element = context.element(getCurrentPath());
        if (element != null && isOfObject(element, own) && isInside(getCurrentPath(), body)) {
          isFree[0] = false;
        }
        return null;
      }

      @Override
      public Void visitVariable(VariableTree tree, @Nullable Void unused) {
        isFree[0] &= !context.map().redeclared().contains(tree.getName().toString());
        return super.visitVariable(tree, unused);
      }
    }.scan(body, null);
    return isFree[0];
  }

  /** {@code this}, or a member that is one of it without saying so. */
  private boolean isOfObject(Element element, TypeMirror own) {
    boolean isMember = element.getKind().isField() || element.getKind().name().equals("METHOD");
    return isMember
        && !element.getModifiers().contains(Modifier.STATIC)
        && context
            .oracle()
            .types()
            .isSubtype(
                own, context.oracle().types().erasure(TypeOracle.enclosingType(element).asType()));
  }

  /** Whether a path leads to the method, and not to what javac has in the head of the class. */
  private static boolean isInside(TreePath path, TreePath body) {
    for (TreePath up = path; up.getLeaf() != body.getLeaf(); up = up.getParentPath()) {
      if (up.getLeaf() instanceof MethodTree method) {
        return method.getReturnType() != null;
      }
    }
    return false;
  }

  /**
   * Replaces what stands around the parameters and the block of the method.
   *
   * @return the parameters and the block, which are still to be read; nothing for a creation that
   *     stays
   */
  List<TreePath> replace(TreePath path, NewClassTree tree, Edits edits) {
    MethodTree method = method(path, tree);
    DeclaredType type = type(path, tree);
    if (method == null || type == null) {
      return List.of();
    }
    HiddenFunctions.Place place =
        context.hidden().functions().place(type, context.hidden().prefix(), context.oracle());
    TreePath at = new TreePath(new TreePath(path, tree.getClassBody()), method);
    int from = context.behindBracket(context.end(method.getReturnType()));
    edits.replace(context.start(tree), from, place.prefix(), "(");
    List<TreePath> rest = new ArrayList<>();
    for (VariableTree parameter : method.getParameters()) {
      from = context.end(parameter);
      rest.add(new TreePath(at, parameter));
    }
    edits.replace(from, context.start(method.getBody()), ") -> ");
    edits.replace(context.end(method.getBody()), context.end(tree), ")");
    rest.add(new TreePath(at, method.getBody()));
    return rest;
  }
}

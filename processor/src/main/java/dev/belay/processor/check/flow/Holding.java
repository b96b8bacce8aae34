package dev.belay.processor.check.flow;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.check.spi.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a variable holds stays with it to the end of a method: nobody releases it, and
 * nobody else gets hold of it. What is not certain is not claimed.
 */
public final class Holding {
  private final RuleContext context;
  private final TreePath scope;
  private final Set<String> releases;
  private final Set<String> lends;

  /**
   * @param scope the method or lambda outside of which the variable is not seen
   * @param releases names of methods that end the duty to release the object
   * @param lends names of methods whose values have a life of their own
   */
  public Holding(RuleContext context, TreePath scope, Set<String> releases, Set<String> lends) {
    this.context = context;
    this.scope = scope;
    this.releases = releases;
    this.lends = lends;
  }

  /** The outermost method or lambda around a place; null if there is none. */
  public static @Nullable TreePath scope(RuleContext context) {
    TreePath outermost = null;
    for (TreePath up = context.path(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof MethodTree) {
        return up;
      } else if (up.getLeaf() instanceof LambdaExpressionTree) {
        outermost = up;
      }
    }
    return outermost;
  }

  /** Whether a variable keeps what it holds. */
  public boolean isKept(VariableElement variable) {
    return isKept(variable, 0);
  }

  private boolean isKept(VariableElement variable, int depth) {
    return depth < 4 && mentions(variable).stream().allMatch(mention -> keeps(mention, depth));
  }

  private List<TreePath> mentions(VariableElement variable) {
    List<TreePath> mentions = new ArrayList<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (tree.getName().equals(variable.getSimpleName())
            && variable.equals(context.element(tree))) {
          mentions.add(getCurrentPath());
        }
        return null;
      }
    }.scan(scope, null);
    return mentions;
  }

  /** A mention that only calls a method, whose value gives nothing of the object away. */
  private boolean keeps(TreePath mention, int depth) {
    TreePath path = mention;
    TreePath around = outside(path);
    if (around.getLeaf() instanceof MemberReferenceTree
        || !(around.getLeaf() instanceof MemberSelectTree)) {
      return false;
    }
    while (around.getLeaf() instanceof MemberSelectTree select
        && around.getParentPath().getLeaf() instanceof MethodInvocationTree call) {
      if (releases.contains(select.getIdentifier().toString())) {
        return false;
      }
      path = around.getParentPath();
      if (lends.contains(select.getIdentifier().toString()) || tellsNothing(context.type(call))) {
        return true;
      }
      around = outside(path);
    }
    Tree user = around.getLeaf();
    if (user instanceof ExpressionStatementTree) {
      return path.getLeaf() instanceof MethodInvocationTree;
    }
    Element derived = user instanceof VariableTree ? context.element(user) : null;
    return derived instanceof VariableElement variable
        && path.getLeaf() instanceof MethodInvocationTree
        && isKept(variable, depth + 1);
  }

  private static TreePath outside(TreePath path) {
    TreePath up = path.getParentPath();
    while (up.getLeaf() instanceof ParenthesizedTree) {
      up = up.getParentPath();
    }
    return up;
  }

  /** The value of a call that cannot be, or lead to, the object that it was called on. */
  private boolean tellsNothing(TypeMirror type) {
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
      return true;
    }
    if (type.toString().startsWith("java.lang.")) {
      return !type.toString().equals("java.lang.Object");
    }
    return context.resources().isAsynchronous(type)
        && type instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .allMatch(each -> context.resources().of(each).isEmpty());
  }
}

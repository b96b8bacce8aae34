package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.model.PrivateTypes;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what an accessor of a hidden member cannot do, before the body is read.
 *
 * <p>It cannot have a private class in its signature. And it takes no object for a static member,
 * which Java computes and throws away (JLS 15.11.1, 15.12.4.1):
 *
 * <pre>{@code
 * other.total        // Hidden.total()
 * find(key).total    // refused, since find(key) would not be called
 * }</pre>
 */
final class HiddenUses extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final BodyContext context;
  private final Members members;

  private HiddenUses(BodyContext context) {
    this.context = context;
    this.members = new Members(context);
  }

  static void check(BodyContext context, TreePath body) {
    new HiddenUses(context).scan(body, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    check(tree, null);
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    check(tree, tree.getExpression());
    return super.visitMemberSelect(tree, unused);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    check(tree, tree.getQualifierExpression());
    return super.visitMemberReference(tree, unused);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    check(tree, null);
    return super.visitNewClass(tree, unused);
  }

  /**
   * {@code super(...)}, which javac writes for anonymous classes, too, and where none is written.
   */
  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    Element called = context.element(new TreePath(getCurrentPath(), tree.getMethodSelect()));
    if (called != null
        && called.getKind() == ElementKind.CONSTRUCTOR
        && called.getModifiers().contains(Modifier.PRIVATE)
        && !PrivateTypes.isHidden(TypeOracle.enclosingType(called))
        && !TypeOracle.isLocal(TypeOracle.enclosingType(called))) {
      TreePath extending = getCurrentPath();
      while (!(extending.getLeaf() instanceof ClassTree)) {
        extending = extending.getParentPath();
      }
      if (extending.getParentPath().getLeaf() instanceof NewClassTree) {
        extending = extending.getParentPath();
      }
      context.unsupported(
          extending.getLeaf(),
          "a class of the body that extends one by a private constructor",
          "its own class is another one here, and Java lets only the same nest call that"
              + " constructor",
          "make the constructor package-private");
    }
    return super.visitMethodInvocation(tree, unused);
  }

  private void check(Tree use, @Nullable ExpressionTree object) {
    Element member = context.element(getCurrentPath());
    if (member instanceof TypeElement type && context.isWritten(use)) {
      context.oracle().access().denied(type).ifPresent(one -> context.inaccessible(one, use));
    }
    if (member == null || !isMember(member) || !members.isHidden(member, getCurrentPath())) {
      return;
    }
    if (member instanceof VariableElement) {
      context.typeText(member.asType(), use);
    }
    if (member instanceof ExecutableElement method) {
      context.typeText(method.getReturnType(), use);
      method.getParameters().forEach(one -> context.typeText(one.asType(), use));
    }
    if (object != null && member.getModifiers().contains(Modifier.STATIC) && !isNamed(object)) {
      context.unsupported(
          object,
          "a private static member through an object that is computed",
          "Java computes the object and throws it away, and another class reaches the member"
              + " without one",
          "name the class: '%s.%s'"
              .formatted(TypeOracle.enclosingType(member).getSimpleName(), member.getSimpleName()));
    }
  }

  private static boolean isMember(Element element) {
    return element instanceof ExecutableElement
        || (element instanceof VariableElement && element.getKind().isField());
  }

  /** Whether nothing happens when the expression is computed. */
  static boolean isNamed(ExpressionTree object) {
    return object instanceof IdentifierTree
        || (object instanceof MemberSelectTree select && isNamed(select.getExpression()))
        || (object instanceof ParenthesizedTree brackets && isNamed(brackets.getExpression()));
  }
}

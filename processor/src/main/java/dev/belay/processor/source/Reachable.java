package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which members another class of the package cannot name, where they are used.
 *
 * <pre>{@code
 * private static class Base { int n; }
 * static class Named extends Base { }
 * static int size(List<? extends Base> all) { ... }
 *
 * base.n              // no other class can name it
 * named.n             // any class of the package can: it is inherited (JLS 6.6.1)
 * size(bases)         // the variable that stands for Base is not Base
 * size(listOfNamed)   // nothing here is written or seen as Base
 * }</pre>
 */
final class Reachable {
  private final BodyContext context;

  Reachable(BodyContext context) {
    this.context = context;
  }

  /**
   * Whether a member needs an accessor.
   *
   * @param use the tree that names it, or the creation
   */
  boolean isHidden(Element member, TreePath use) {
    TypeElement owner = TypeOracle.enclosingType(member);
    boolean isLiteral = member.getSimpleName().contentEquals("class");
    if (isLiteral || member instanceof TypeElement || TypeOracle.isLocal(owner)) {
      return false;
    }
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)
        || classOfGetClass(member, use) != null
        || (PrivateTypes.isHidden(owner)
            && !isInherited(member, owner, use)
            && !isThroughNamed(use))
        || (!mentioned(member).isEmpty() && passes(member, use))) {
      return true;
    }
    return modifiers.contains(Modifier.PROTECTED)
        && !isOfPackage(member)
        && !isOfClassInBody(member, owner, use);
  }

  /** A protected member that a class in the body inherits, of one of its objects (JLS 6.6.2). */
  private boolean isOfClassInBody(Element member, TypeElement owner, TreePath use) {
    Types types = context.oracle().types();
    for (TreePath up = use; up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof ClassTree
          && context.element(up) instanceof TypeElement around
          && TypeOracle.isLocal(around)
          && types.isSubtype(types.erasure(around.asType()), types.erasure(owner.asType()))
          && (isObjectOf(around, use) || member.getModifiers().contains(Modifier.STATIC))) {
        return true;
      }
    }
    return false;
  }

  private boolean isObjectOf(TypeElement type, TreePath use) {
    Types types = context.oracle().types();
    ExpressionTree object = object(use);
    if (object == null) {
      return use.getLeaf() instanceof IdentifierTree;
    }
    TypeMirror seen = context.type(new TreePath(use, object));
    return object.toString().equals("super")
        || types.isSubtype(types.erasure(seen), types.erasure(type.asType()));
  }

  private boolean isOfPackage(Element member) {
    return context
        .oracle()
        .elements()
        .getPackageOf(member)
        .equals(context.oracle().elements().getPackageOf(context.type()));
  }

  /** A member of a private class that the template's class inherits, of its own object. */
  private boolean isInherited(Element member, TypeElement owner, TreePath use) {
    Types types = context.oracle().types();
    ExpressionTree object = object(use);
    return (object == null || Supers.isSuper(object))
        && !PrivateTypes.isHidden(context.type())
        && !member.getModifiers().contains(Modifier.STATIC)
        && member.getKind() != ElementKind.CONSTRUCTOR
        && types.isSubtype(types.erasure(context.type().asType()), types.erasure(owner.asType()));
  }

  /** What stands in front of the name of a member. */
  private static @Nullable ExpressionTree object(TreePath use) {
    return use.getLeaf() instanceof MemberSelectTree select
        ? select.getExpression()
        : use.getLeaf() instanceof MemberReferenceTree reference
            ? reference.getQualifierExpression()
            : null;
  }

  /** Whether the member is one of a class that has a name, which inherits it. */
  private boolean isThroughNamed(TreePath use) {
    ExpressionTree object = object(use);
    if (object == null) {
      return false;
    }
    TreePath path = new TreePath(use, object);
    Element site =
        context.element(path) instanceof TypeElement named
            ? named
            : context.oracle().above().upper(context.type(path)) instanceof DeclaredType type
                ? type.asElement()
                : null;
    return site instanceof TypeElement type && !PrivateTypes.isHidden(type);
  }

  /** The private class of whose object the {@code Class} is asked for; or null. */
  @Nullable TypeElement classOfGetClass(Element member, TreePath use) {
    return member.getSimpleName().contentEquals("getClass")
            && member instanceof ExecutableElement method
            && method.getParameters().isEmpty()
            && use.getLeaf() instanceof MemberSelectTree select
            && context.type(new TreePath(use, select.getExpression())) instanceof DeclaredType type
            && type.asElement() instanceof TypeElement element
            && PrivateTypes.isHidden(element)
        ? element
        : null;
  }

  /** The private classes in the declaration of a member. */
  static Set<TypeElement> mentioned(Element member) {
    Set<TypeElement> found = new LinkedHashSet<>();
    signature(member).forEach(type -> found.addAll(PrivateTypes.all(type)));
    return found;
  }

  /** All types in the declaration of a member. */
  static List<TypeMirror> signature(Element member) {
    if (!(member instanceof ExecutableElement method)) {
      return List.of(member.asType());
    }
    List<TypeMirror> types = new ArrayList<>();
    types.add(method.getReturnType());
    method.getParameters().forEach(parameter -> types.add(parameter.asType()));
    for (TypeParameterElement parameter : method.getTypeParameters()) {
      types.addAll(parameter.getBounds());
    }
    return types;
  }

  /** Whether an object that is seen as one of a private class goes in there, or comes out. */
  private boolean passes(Element member, TreePath use) {
    if (!(member instanceof ExecutableElement)) {
      return isPrivate(use);
    }
    if (use.getLeaf() instanceof NewClassTree creation) {
      return isPrivate(use) || anyPrivate(use, creation.getArguments());
    }
    TreePath above = use.getParentPath();
    return !(above.getLeaf() instanceof MethodInvocationTree call)
        || call.getMethodSelect() != use.getLeaf()
        || isPrivate(above)
        || anyPrivate(above, call.getTypeArguments())
        || anyPrivate(above, call.getArguments());
  }

  private boolean anyPrivate(TreePath parent, List<? extends Tree> arguments) {
    return arguments.stream().anyMatch(each -> isPrivate(new TreePath(parent, each)));
  }

  private boolean isPrivate(TreePath expression) {
    return !PrivateTypes.all(context.type(expression)).isEmpty();
  }
}

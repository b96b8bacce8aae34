package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.TypeText;
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
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/**
 * What types the accessor of a member has. Where one variable stands for all parameterizations of a
 * private class, an object no longer says what its arguments are; javac has said it where the
 * member is used.
 */
final class Sightings {
  private final BodyContext context;
  private final Types types;

  Sightings(BodyContext context) {
    this.context = context;
    this.types = context.oracle().types();
  }

  /**
   * A member where it is used.
   *
   * @param use the tree that names it, or the creation
   */
  Seen of(Element member, TreePath use) {
    if (member.getKind() == ElementKind.CONSTRUCTOR) {
      return use.getLeaf() instanceof NewClassTree creation
              && (isGiven(member) || saysItsArguments(creation))
          ? created((ExecutableElement) member, context.type(use))
          : declared(member);
    }
    DeclaredType site = site(member, use);
    if (!isGiven(member) && !isOther(member, site) && !isWitnessed(member, use)) {
      return declared(member);
    }
    TypeMirror type = context.type(use);
    boolean isKnown = !(member instanceof ExecutableElement) || type instanceof ExecutableType;
    Seen seen = given(member, site, isKnown ? type : types.asMemberOf(site, member), use);
    return member instanceof ExecutableElement method
            && use.getParentPath().getLeaf() instanceof MethodInvocationTree call
            && !method.getTypeParameters().isEmpty()
        ? inferred(method, seen, use.getParentPath(), call.getArguments())
        : seen;
  }

  /**
   * Inside of another generic call, javac keeps to itself what a type parameter is that the result
   * does not depend on. Then the arguments say it.
   */
  private Seen inferred(
      ExecutableElement method,
      Seen seen,
      TreePath call,
      List<? extends ExpressionTree> arguments) {
    List<TypeMirror> parameters = new ArrayList<>();
    for (TypeMirror parameter : seen.parameters()) {
      parameters.add(
          mentions(parameter, method)
              ? given(parameter, method, call, arguments, parameters.size())
              : parameter);
    }
    TypeMirror result = mentions(seen.type(), method) ? context.type(call) : seen.type();
    List<TypeMirror> thrown =
        seen.thrown().stream()
            .map(each -> mentions(each, method) ? types.erasure(each) : each)
            .toList();
    return replaced(seen, parameters, result, thrown);
  }

  private TypeMirror given(
      TypeMirror parameter,
      ExecutableElement method,
      TreePath call,
      List<? extends ExpressionTree> arguments,
      int index) {
    if (method.isVarArgs() && index == method.getParameters().size() - 1) {
      context.unsupportedOnce(
          call.getLeaf(),
          "a call with varargs of an inferred type, inside of another call",
          "the array is made for another class here, and javac does not say of which type",
          "give the result a variable");
    }
    TypeMirror argument =
        index < arguments.size()
            ? context.type(new TreePath(call, arguments.get(index)))
            : types.getNoType(TypeKind.NONE);
    boolean isUsable =
        argument.getKind() == TypeKind.DECLARED || argument.getKind() == TypeKind.ARRAY;
    return isUsable ? argument : types.erasure(parameter);
  }

  private static boolean mentions(TypeMirror type, ExecutableElement method) {
    return TypeParts.variables(type).stream()
        .anyMatch(each -> each.getGenericElement().equals(method));
  }

  private static Seen replaced(
      Seen seen, List<TypeMirror> parameters, TypeMirror result, List<TypeMirror> thrown) {
    List<TypeMirror> all = new ArrayList<>(parameters);
    all.add(result);
    all.addAll(thrown);
    if (!isStatic(seen.member())) {
      all.add(seen.site());
    }
    List<TypeParameterElement> generics = TypeParts.variables(all.toArray(TypeMirror[]::new));
    return new Seen(
        seen.member(), seen.access(), seen.site(), parameters, result, thrown, generics, true);
  }

  /**
   * A method that one of a class overrides.
   *
   * @param from the class that the call of {@code super} stands in
   * @param call what the types of the method are there
   */
  Seen above(ExecutableElement method, TypeElement from, TypeMirror call) {
    DeclaredType site = (DeclaredType) from.asType();
    return (!Reachable.mentioned(method).isEmpty() || isBoundedByClass(method))
            && call instanceof ExecutableType type
        ? seen(method, from, site, type, true)
        : above(method, from);
  }

  /** The same for a reference, of which the function says what its types are. */
  Seen aboveOf(ExecutableElement method, TypeElement from, ExecutableType function) {
    return isBoundedByClass(method) ? above(method, from, function) : above(method, from);
  }

  /** Whether a type parameter is bounded by one of the class, which an accessor does not have. */
  private static boolean isBoundedByClass(ExecutableElement method) {
    return method.getTypeParameters().stream()
        .flatMap(each -> each.getBounds().stream())
        .flatMap(bound -> TypeParts.variables(bound).stream())
        .anyMatch(each -> each.getGenericElement() instanceof TypeElement);
  }

  /** The same, where no call says what its types are. */
  Seen above(ExecutableElement method, TypeElement from) {
    DeclaredType site = (DeclaredType) from.asType();
    return seen(method, from, site, types.asMemberOf(site, method), false);
  }

  /** A constructor of a class with its arguments. */
  private Seen created(ExecutableElement constructor, TypeMirror type) {
    return type instanceof DeclaredType site && constructor.getTypeParameters().isEmpty()
        ? given(constructor, site, types.asMemberOf(site, constructor))
        : declared(constructor);
  }

  /**
   * A method or constructor that a reference names.
   *
   * @param function what the reference is to be
   * @param qualifier the type of what stands in front of it, or that stands there
   */
  Seen referred(
      ExecutableElement method, ExecutableType function, TypeMirror qualifier, boolean isOfType) {
    TypeElement owner = TypeOracle.enclosingType(method);
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      DeclaredType made = as(isRaw(qualifier) ? function.getReturnType() : qualifier, owner);
      boolean isKnown = !types.isSameType(made, owner.asType());
      return created(method, isKnown ? made : types.erasure(made));
    }
    boolean takes = isOfType && !isStatic(method) && !function.getParameterTypes().isEmpty();
    TypeMirror first = takes ? function.getParameterTypes().get(0) : qualifier;
    DeclaredType site = as(takes && !isRaw(qualifier) ? qualifier : first, owner);
    Seen seen = given(method, site, types.asMemberOf(site, method));
    if (method.getTypeParameters().isEmpty()) {
      return seen;
    }
    // What the type arguments of the method are, only the function says.
    TypeMirror result = function.getReturnType();
    TypeMirror shown =
        !mentions(seen.type(), method)
            ? seen.type()
            : result instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).asType()
                : result.getKind() == TypeKind.VOID ? types.erasure(seen.type()) : result;
    List<TypeMirror> parameters =
        seen.parameters().stream()
            .map(each -> mentions(each, method) ? types.erasure(each) : each)
            .toList();
    return replaced(seen, parameters, shown, seen.thrown());
  }

  private boolean isRaw(TypeMirror type) {
    return types.isSameType(type, types.erasure(type));
  }

  /**
   * The accessor of a component, for a pattern of a type. It takes the object without arguments, as
   * that is bound: if it were converted, the result would be erased (JLS 15.12.2.6).
   */
  Seen component(ExecutableElement accessor, TypeMirror record) {
    boolean isGiven = isGiven(accessor) || !isPlain(TypeOracle.enclosingType(accessor));
    return isGiven && types.capture(record) instanceof DeclaredType site
        ? given(accessor, (DeclaredType) types.erasure(site), types.asMemberOf(site, accessor))
        : declared(accessor);
  }

  /** A member as the class that inherits it sees it. */
  Seen declared(Element member) {
    TypeElement access = access(member);
    DeclaredType site = (DeclaredType) access.asType();
    boolean create = member.getKind() == ElementKind.CONSTRUCTOR;
    return seen(
        member, access, site, create ? member.asType() : types.asMemberOf(site, member), false);
  }

  private Seen given(Element member, DeclaredType site, TypeMirror type, TreePath use) {
    TypeMirror result = type instanceof ExecutableType method ? method.getReturnType() : type;
    if (context.oracle().isUnspeakable(result)) {
      context.unsupportedOnce(
          use.getLeaf(),
          "a private member that gives something of a type without a name",
          "another class reaches the member with the types that it has here, and cannot write this"
              + " one",
          "give the type arguments, or make the class package-private");
    }
    return given(member, site, type);
  }

  private Seen given(Element member, DeclaredType site, TypeMirror type) {
    return seen(member, TypeOracle.enclosingType(member), site, type, true);
  }

  private static Seen seen(
      Element member, TypeElement access, DeclaredType site, TypeMirror type, boolean isGiven) {
    boolean create = member.getKind() == ElementKind.CONSTRUCTOR;
    List<TypeParameterElement> generics = new ArrayList<>();
    if (isGiven) {
      generics.addAll(
          isStatic(member)
              ? TypeParts.variables(type)
              : create
                  ? TypeParts.variables(site, type, site.getEnclosingType()) // given to it first
                  : TypeParts.variables(site, type));
    } else if (!isStatic(member)) {
      generics.addAll(allParameters(access));
    }
    if (!isGiven && member instanceof ExecutableElement method) {
      generics.addAll(method.getTypeParameters());
    }
    if (!(type instanceof ExecutableType method)) {
      return new Seen(member, access, site, List.of(), type, List.of(), generics, isGiven);
    }
    return new Seen(
        member,
        access,
        site,
        List.copyOf(method.getParameterTypes()),
        create ? site : method.getReturnType(),
        List.copyOf(method.getThrownTypes()),
        generics,
        isGiven);
  }

  /** How the result of an accessor is read, where it is of several types at once. */
  TypeText.View view(Element member, TreePath use, TreePath result) {
    Tree above = result.getParentPath().getLeaf();
    boolean isDropped =
        above instanceof ExpressionStatementTree
            || (above instanceof LambdaExpressionTree
                && context.type(result.getParentPath()) instanceof DeclaredType target
                && context
                    .oracle()
                    .functions()
                    .function(target)
                    .filter(each -> each.getReturnType().getKind() == TypeKind.VOID)
                    .isPresent());
    TypeMirror type = context.type(result);
    return !isDropped && shown(type) instanceof IntersectionType && of(member, use).isGiven()
        ? context.oracle().text(shown(type)).seen()
        : TypeText.View.ITSELF;
  }

  /** What a captured type is written as. */
  private static TypeMirror shown(TypeMirror type) {
    TypeMirror shown = type;
    while (shown instanceof TypeVariable variable && TypeOracle.isCapture(variable)) {
      shown = variable.getUpperBound();
    }
    return shown;
  }

  /**
   * The class in whose name a member is looked up, and of whose instances: for a protected one, the
   * template's class or one around it that inherits it.
   */
  private TypeElement access(Element member) {
    TypeElement owner = TypeOracle.enclosingType(member);
    if (member.getModifiers().contains(Modifier.PROTECTED)
        && member.getKind() != ElementKind.CONSTRUCTOR) {
      for (Element each = context.type(); each instanceof TypeElement around; ) {
        if (types.isSubtype(types.erasure(around.asType()), types.erasure(owner.asType()))) {
          return around;
        }
        each = around.getEnclosingElement();
      }
    }
    return owner;
  }

  /** Whether inference would not find, or not see, what a private class is. */
  boolean isGiven(Element member) {
    TypeElement owner = TypeOracle.enclosingType(member);
    if (!access(member).equals(owner)) {
      return false;
    }
    Set<TypeElement> hidden = new LinkedHashSet<>(Reachable.mentioned(member));
    if (PrivateTypes.isHidden(owner)) {
      hidden.add(owner);
    }
    boolean hasOwn =
        member instanceof ExecutableElement method && !method.getTypeParameters().isEmpty();
    return !hidden.isEmpty() && (hasOwn || (!isStatic(member) && !isPlain(owner)));
  }

  private static boolean saysItsArguments(NewClassTree creation) {
    return creation.getIdentifier() instanceof ParameterizedTypeTree type
        && !type.getTypeArguments().isEmpty();
  }

  /** A call that says what the type parameters of its method are. */
  private boolean isWitnessed(Element member, TreePath use) {
    return use.getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == use.getLeaf()
        && !call.getTypeArguments().isEmpty()
        && access(member).equals(TypeOracle.enclosingType(member));
  }

  /** A field whose type is an argument of its object, which an operator needs to know. */
  private boolean isOther(Element member, DeclaredType site) {
    return !(member instanceof ExecutableElement)
        && !isStatic(member)
        && member.asType().getKind() == TypeKind.TYPEVAR
        && access(member).equals(TypeOracle.enclosingType(member))
        && !types.isSameType(site, TypeOracle.enclosingType(member).asType());
  }

  /** The type of the object, as one of the class that declares the member. */
  private DeclaredType site(Element member, TreePath use) {
    TypeElement owner = TypeOracle.enclosingType(member);
    DeclaredType declared = (DeclaredType) owner.asType();
    if (isStatic(member)) {
      return declared;
    }
    TypeMirror object = declared;
    if (use.getLeaf() instanceof MemberSelectTree select) {
      ExpressionTree expression = select.getExpression();
      object = context.type(new TreePath(use, expression));
    } else {
      for (TreePath up = use; up != null; up = up.getParentPath()) {
        if (up.getLeaf() instanceof ClassTree
            && context.element(up) instanceof TypeElement around
            && types.isSubtype(types.erasure(around.asType()), types.erasure(declared))) {
          object = around.asType();
          break;
        }
      }
    }
    return as(object, owner);
  }

  /** A type as one of a class that is above it. */
  DeclaredType as(TypeMirror type, TypeElement owner) {
    TypeMirror captured = type.getKind() == TypeKind.DECLARED ? types.capture(type) : type;
    DeclaredType found =
        context.oracle().above().asSuper(captured, owner.getQualifiedName().toString());
    return found == null ? (DeclaredType) owner.asType() : found;
  }

  static boolean isStatic(Element member) {
    return member.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether a class has no type arguments, nor one around it of whose instances it is. */
  static boolean isPlain(TypeElement type) {
    return type.asType() instanceof DeclaredType own
        && own.getTypeArguments().isEmpty()
        && !(own.getEnclosingType() instanceof DeclaredType outer
            && !isPlain((TypeElement) outer.asElement()));
  }

  /** The type parameters of a class and of the classes whose instances it has. */
  static List<TypeParameterElement> allParameters(TypeElement type) {
    List<TypeParameterElement> all = new ArrayList<>();
    for (Element each = type; each instanceof TypeElement one; ) {
      all.addAll(0, one.getTypeParameters());
      if (one.getModifiers().contains(Modifier.STATIC)) {
        break;
      }
      each = one.getEnclosingElement();
    }
    return all;
  }
}

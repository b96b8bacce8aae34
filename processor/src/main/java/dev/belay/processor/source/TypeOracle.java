package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.TypeText.Shape;
import dev.belay.processor.lower.ir.TypeText.View;
import dev.belay.processor.model.Accessibility;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Answers every question about types. Types that Java knows but cannot write (captures,
 * intersections, anonymous classes) are given as the nearest type that it can (JLS 4.10.5).
 */
final class TypeOracle {
  private static final int DEEPEST = 8;

  private final Types types;
  private final Elements elements;
  private final Map<TypeElement, String> moved = new HashMap<>();
  private final HiddenTypes hidden;
  private final Accessibility access;
  private final Set<TypeElement> denied = new LinkedHashSet<>();
  private final Set<TypeElement> used = new LinkedHashSet<>();
  private final Set<TypeElement> unspeakable = new LinkedHashSet<>();
  private final Map<TypeElement, DeclaredType> parameterized = new HashMap<>();
  private @Nullable Map<String, Fragment> locals;
  private Function<TypeMirror, View> witnesses = any -> View.ITSELF;
  private @Nullable Function<TypeMirror, Fragment> severals;
  private boolean erroneous;

  /**
   * @param hidden the names of private classes
   * @param access which classes can be named
   */
  TypeOracle(Types types, Elements elements, HiddenTypes hidden, Accessibility access) {
    this.types = types;
    this.elements = elements;
    this.hidden = hidden;
    this.access = access;
  }

  /** The private classes that have been written, or are to be counted as such. */
  Set<TypeElement> used() {
    return used;
  }

  /** Private classes that nothing can stand for where the body uses them. */
  Set<TypeElement> unspeakable() {
    return unspeakable;
  }

  /** Which classes can be named. */
  Accessibility access() {
    return access;
  }

  /** Classes that have been written, and cannot be named. */
  Set<TypeElement> denied() {
    return denied;
  }

  /**
   * Writes types for a place outside of the body, where type parameters stand for its classes.
   *
   * @param found receives these parameters, and the classes
   */
  <T> T outside(Map<String, Fragment> found, Supplier<T> writing) {
    locals = found;
    try {
      return writing.get();
    } finally {
      locals = null;
    }
  }

  /** Says how variables are read whose type has an argument of several bounds. */
  void witnesses(Function<TypeMirror, View> views) {
    witnesses = views;
  }

  /**
   * Writes a type as it is, where something can be named that is captured or of several bounds.
   *
   * @param named gives the names
   */
  Fragment exactly(TypeMirror type, Function<TypeMirror, Fragment> named) {
    Function<TypeMirror, Fragment> before = severals;
    severals = named;
    try {
      return write(type, 0);
    } finally {
      severals = before;
    }
  }

  private Fragment local(Map<String, Fragment> found, DeclaredType type, int depth) {
    locals = null;
    Fragment name = declared(type, depth);
    locals = found;
    for (Map.Entry<String, Fragment> known : found.entrySet()) {
      if (known.getValue().equals(name)) {
        return Fragment.text(known.getKey());
      }
    }
    String parameter = hidden.apart("Local" + (found.size() + 1) + "_");
    found.put(parameter, name);
    return Fragment.text(parameter);
  }

  /** What all objects of an open private class are in this body ({@link OpenClasses}). */
  void parameterized(TypeElement type, DeclaredType seen) {
    parameterized.putIfAbsent(type, seen);
  }

  /** A supertype of a private class, with what its parameters are in this body. */
  TypeMirror bound(TypeElement type, TypeMirror declared) {
    DeclaredType seen = parameterized.get(type);
    return seen == null ? types.erasure(declared) : above().declared(seen, declared);
  }

  /** The type variable of a private class. */
  private Piece variable(TypeElement type) {
    used.add(type);
    if (!HiddenTypes.isSpeakable(type, types)) {
      unspeakable.add(type);
    }
    return new Piece.Text(hidden.variable(type));
  }

  /** The name of a class that is only looked up, not written in the body. */
  TypeText ownerName(TypeElement type) {
    return TypeText.reference(
        PrivateTypes.isHidden(type) ? Fragment.text(hidden.variable(type)) : name(type));
  }

  Supertypes above() {
    return new Supertypes(types);
  }

  FunctionTypes functions() {
    return new FunctionTypes(types, elements);
  }

  Types types() {
    return types;
  }

  Elements elements() {
    return elements;
  }

  /** A type as the generated file can write it. */
  TypeText text(TypeMirror type) {
    TypeMirror bound = isCapture(type) ? ((TypeVariable) type).getUpperBound() : type;
    if (bound instanceof IntersectionType intersection) {
      List<Object> parts = new ArrayList<>();
      for (TypeMirror each : intersection.getBounds()) {
        parts.add(parts.isEmpty() ? "" : " & ");
        parts.add(write(each, 0));
      }
      return new TypeText(write(type, 0), shape(type), View.as(Fragment.of(parts.toArray())));
    }
    boolean isWitnessed = isUnspeakable(type) || Correlation.isIn(type);
    View seen = isWitnessed ? witnesses.apply(type) : View.ITSELF;
    return new TypeText(write(type, 0), shape(type), seen);
  }

  /** The primitive type that a value of the type becomes in an operation, else the type itself. */
  TypeText unboxed(TypeMirror type) {
    try {
      return text(types.unboxedType(type));
    } catch (IllegalArgumentException e) {
      return text(type);
    }
  }

  /** The type of an object that holds a value of the type. */
  TypeText boxed(TypeMirror type) {
    return type instanceof PrimitiveType primitive
        ? text(types.boxedClass(primitive).asType())
        : text(type);
  }

  /** The erasure, for method handles. */
  TypeText erased(TypeMirror type) {
    return text(types.erasure(type));
  }

  /** A class of the body is known under another name from now on. */
  void move(TypeElement type, String name) {
    moved.put(type, name);
  }

  /** The name of a class, without type arguments. */
  Fragment name(TypeElement type) {
    return Fragment.of(typeName(type));
  }

  /** The name of a class where it is used, with the type arguments of the class around it. */
  Fragment name(TypeElement type, DeclaredType use) {
    return isInnerOfGeneric(type, use) && !PrivateTypes.isHidden(type) && !moved.containsKey(type)
        ? innerName(type, use, 0)
        : name(type);
  }

  Piece typeName(TypeElement type) {
    String moved = this.moved.get(type);
    if (moved != null) {
      return new Piece.Text(moved);
    }
    if (PrivateTypes.isHidden(type)) {
      return variable(type);
    }
    access.denied(type).ifPresent(denied::add);
    List<String> names = new ArrayList<>();
    Element element = type;
    while (element instanceof TypeElement nested) {
      names.add(0, nested.getSimpleName().toString());
      if (nested.getNestingKind() == NestingKind.LOCAL) {
        names.set(0, this.moved.getOrDefault(nested, names.get(0)));
        return new Piece.Text(String.join(".", names));
      }
      if (nested.getNestingKind() == NestingKind.ANONYMOUS) {
        return new Piece.Text(String.join(".", names.subList(1, names.size())));
      }
      element = nested.getEnclosingElement();
    }
    String packageName =
        element instanceof PackageElement named ? named.getQualifiedName().toString() : "";
    return new Piece.TypeName(packageName, names);
  }

  /** True for a class that is declared in a method, which only that method can name. */
  static boolean isLocal(TypeElement type) {
    for (Element element = type; element instanceof TypeElement each; ) {
      if (each.getNestingKind() == NestingKind.LOCAL
          || each.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
      element = each.getEnclosingElement();
    }
    return false;
  }

  /**
   * True for a type that no variable can be declared with, and no cast can name: of an anonymous
   * class, or with several bounds for a type argument.
   */
  boolean isUnspeakable(TypeMirror type) {
    if (PrivateTypes.isHidden(type)) {
      return false;
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return isNameless(declared)
          || declared.getTypeArguments().stream().anyMatch(this::isUnspeakableArgument);
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() != null
              && isUnspeakableArgument(wildcard.getExtendsBound()))
          || (wildcard.getSuperBound() != null && isUnspeakableArgument(wildcard.getSuperBound()));
    }
    return type instanceof ArrayType array && isUnspeakable(array.getComponentType());
  }

  private boolean isUnspeakableArgument(TypeMirror type) {
    return type.getKind() == TypeKind.INTERSECTION || isUnspeakable(type);
  }

  /** Whether it is that of an anonymous class, which has no name in the machine either. */
  boolean isNameless(DeclaredType type) {
    return ((TypeElement) type.asElement()).getNestingKind() == NestingKind.ANONYMOUS
        && !moved.containsKey((TypeElement) type.asElement());
  }

  /** True when Java can write the type as it is, so that {@code var} is not needed. */
  boolean isDenotable(TypeMirror type) {
    if (PrivateTypes.isHidden(type)) {
      return true; // whatever its arguments are
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return !isNameless(declared)
          && declared.getTypeArguments().stream().allMatch(this::isDenotable);
    }
    if (type instanceof ArrayType array) {
      return isDenotable(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
          .allMatch(bound -> bound == null || isDenotable(bound));
    }
    return severals != null || (!isCapture(type) && type.getKind() != TypeKind.INTERSECTION);
  }

  /** Whether a type was asked for that javac could not make out. */
  boolean metErrors() {
    return erroneous;
  }

  static Shape shape(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> Shape.BOOLEAN;
      case BYTE -> Shape.BYTE;
      case SHORT -> Shape.SHORT;
      case CHAR -> Shape.CHAR;
      case INT -> Shape.INT;
      case LONG -> Shape.LONG;
      case FLOAT -> Shape.FLOAT;
      case DOUBLE -> Shape.DOUBLE;
      case VOID -> Shape.VOID;
      default -> Shape.REFERENCE;
    };
  }

  static boolean isCapture(TypeMirror type) {
    return MadeUp.isVariable(type);
  }

  private Fragment write(TypeMirror type, int depth) {
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return declared(declared, depth);
    }
    if (type instanceof ArrayType array) {
      return Fragment.of(write(array.getComponentType(), depth), "[]");
    }
    if (severals != null && isCapture(type)) {
      return severals.apply(type);
    }
    if (type instanceof TypeVariable variable) {
      return isCapture(type)
          ? write(variable.getUpperBound(), depth + 1)
          : Fragment.text(variable.asElement().getSimpleName().toString());
    }
    if (type instanceof IntersectionType intersection) {
      return severals == null
          ? write(intersection.getBounds().get(0), depth)
          : severals.apply(intersection);
    }
    if (type instanceof UnionType union) {
      return write(types.erasure(union), depth);
    }
    if (type.getKind().isPrimitive()) {
      return Fragment.text(type.getKind().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (type.getKind() == TypeKind.VOID) {
      return Fragment.text("void");
    }
    erroneous |= type.getKind() == TypeKind.ERROR;
    return TypeText.OBJECT.text();
  }

  private Fragment declared(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    if (locals != null && isLocal(element) && !isNameless(type)) {
      return local(locals, type, depth);
    }
    if (element.getNestingKind() == NestingKind.ANONYMOUS && !moved.containsKey(element)) {
      List<? extends TypeMirror> interfaces = element.getInterfaces();
      return write(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0), depth);
    }
    if (PrivateTypes.isHidden(element)) {
      return Fragment.of(variable(element));
    }
    boolean inner = isInnerOfGeneric(element, type);
    Fragment name = inner ? innerName(element, type, depth) : name(element);
    if (type.getTypeArguments().isEmpty() || (depth > DEEPEST && !inner)) {
      return name;
    }
    List<Object> parts = new ArrayList<>();
    parts.add(name);
    String separator = "<";
    for (int i = 0; i < type.getTypeArguments().size(); i++) {
      parts.add(separator);
      TypeParameterElement parameter = element.getTypeParameters().get(i);
      parts.add(argument(type.getTypeArguments().get(i), parameter, depth));
      separator = ", ";
    }
    parts.add(">");
    return Fragment.of(parts.toArray());
  }

  private static boolean isInnerOfGeneric(TypeElement element, DeclaredType type) {
    return element.getNestingKind() == NestingKind.MEMBER
        && type.getEnclosingType() instanceof DeclaredType outer
        && outer.asElement() instanceof TypeElement around
        && (!outer.getTypeArguments().isEmpty() || isInnerOfGeneric(around, outer));
  }

  private Fragment innerName(TypeElement element, DeclaredType type, int depth) {
    return Fragment.of(
        write(type.getEnclosingType(), depth), "." + element.getSimpleName().toString());
  }

  private Fragment argument(TypeMirror argument, TypeParameterElement parameter, int depth) {
    if (argument instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        return Fragment.of("? extends ", write(wildcard.getExtendsBound(), depth + 1));
      }
      return wildcard.getSuperBound() == null
          ? Fragment.text("?")
          : lower(wildcard.getSuperBound())
              .map(bound -> Fragment.of("? super ", write(bound, depth + 1)))
              .orElse(Fragment.text("?"));
    }
    if (isCapture(argument) && severals == null) {
      TypeVariable captured = (TypeVariable) argument;
      Optional<TypeMirror> lower = lower(captured.getLowerBound());
      if (lower.isPresent()) {
        return Fragment.of("? super ", write(lower.get(), depth + 1));
      }
      // A bound that mentions the variable is the declared one of the parameter, and of every '?'.
      return MadeUp.bounds(captured).stream()
          .filter(bound -> depth <= DEEPEST)
          .filter(bound -> !TypeParts.mentions(bound, captured) || !isBound(bound, parameter))
          .findFirst()
          .map(bound -> Fragment.of("? extends ", write(bound, depth + 1)))
          .orElse(Fragment.text("?"));
    }
    boolean exact = isDenotable(argument);
    return Fragment.of(exact ? "" : "? extends ", write(argument, depth + 1));
  }

  private boolean isBound(TypeMirror bound, TypeParameterElement parameter) {
    return parameter.getBounds().stream()
        .anyMatch(each -> types.isSameType(types.erasure(each), types.erasure(bound)));
  }

  /** The nearest type below one that Java can write (JLS 4.10.5); empty if there is none. */
  private Optional<TypeMirror> lower(TypeMirror bound) {
    if (bound.getKind() == TypeKind.NULL) {
      return Optional.empty();
    }
    return isCapture(bound)
        ? lower(((TypeVariable) bound).getLowerBound())
        : Optional.of(bound).filter(this::isDenotable);
  }

  /** The nearest class around an element. */
  static TypeElement enclosingType(Element element) {
    Element outer = element.getEnclosingElement();
    while (outer != null && !(outer instanceof TypeElement)) {
      outer = outer.getEnclosingElement();
    }
    if (outer == null) {
      throw new IllegalArgumentException(element + " has no enclosing class");
    }
    return (TypeElement) outer;
  }

  static boolean isVariable(Element element) {
    ElementKind kind = element.getKind();
    return kind == ElementKind.LOCAL_VARIABLE
        || kind == ElementKind.PARAMETER
        || kind == ElementKind.EXCEPTION_PARAMETER
        || kind == ElementKind.RESOURCE_VARIABLE
        || kind == ElementKind.BINDING_VARIABLE;
  }
}

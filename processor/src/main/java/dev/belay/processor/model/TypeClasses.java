package dev.belay.processor.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Every class in a type, at whatever depth: of elements, arguments, wildcards, and of the bounds of
 * variables and captures.
 */
public final class TypeClasses {
  private final Set<TypeElement> found = new LinkedHashSet<>();
  private final Set<TypeVariable> seen = new HashSet<>();
  private final Predicate<TypeElement> closed;

  private TypeClasses(Predicate<TypeElement> closed) {
    this.closed = closed;
  }

  /** The classes, in the order in which they are met. */
  public static Set<TypeElement> of(TypeMirror type) {
    return of(type, any -> false);
  }

  /**
   * The classes, but for those in the arguments of some.
   *
   * @param closed whether the arguments of a class do not count
   */
  static Set<TypeElement> of(TypeMirror type, Predicate<TypeElement> closed) {
    TypeClasses classes = new TypeClasses(closed);
    classes.collect(type);
    return classes.found;
  }

  private void collect(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      collect(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      collect(wildcard.getExtendsBound());
      collect(wildcard.getSuperBound());
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(this::collect);
    } else if (type instanceof UnionType union) {
      union.getAlternatives().forEach(this::collect);
    } else if (type instanceof TypeVariable variable) {
      if (seen.add(variable)) {
        collect(variable.getUpperBound());
        collect(variable.getLowerBound());
      }
    } else if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      found.add(element);
      if (closed.test(element)) {
        return;
      }
      collect(declared.getEnclosingType());
      declared.getTypeArguments().forEach(this::collect);
    }
  }
}

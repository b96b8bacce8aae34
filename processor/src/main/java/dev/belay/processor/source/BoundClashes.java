package dev.belay.processor.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Supertypes that a class can have and a type variable cannot: the class overrides what they do not
 * agree in, and of a variable nothing says so (JLS 4.4, 8.4.8.3).
 *
 * <pre>{@code
 * private class Inverse extends AbstractMap<V, K> implements BiMap<V, K> {
 *   public Set<K> values() { ... }        // a Collection in AbstractMap, a Set in BiMap
 * }
 * }</pre>
 */
record BoundClashes(Types types) {

  /** Whether some of these supertypes clash. */
  boolean isAmong(List<TypeMirror> bounds) {
    for (int i = 1; i < bounds.size(); i++) {
      for (TypeMirror before : bounds.subList(0, i)) {
        if (clash(before, bounds.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean clash(TypeMirror first, TypeMirror second) {
    Map<String, List<Method>> methods = methods(first);
    return methods(second).values().stream()
        .flatMap(List::stream)
        .anyMatch(
            other ->
                methods.getOrDefault(other.name(), List.of()).stream()
                    .anyMatch(one -> clash(one, other)));
  }

  /** Where one is implemented, it has to do for the other; else either may. */
  private boolean clash(Method one, Method other) {
    ExecutableType type = one.type();
    if (one.element().equals(other.element()) || !types.isSubsignature(type, other.type())) {
      return false;
    }
    boolean fits = fits(type.getReturnType(), other.type().getReturnType());
    if (one.isImplemented()) {
      return !fits && !other.isImplemented();
    }
    return !fits && !fits(other.type().getReturnType(), type.getReturnType());
  }

  private boolean fits(TypeMirror result, TypeMirror wanted) {
    boolean isPlain = result.getKind().isPrimitive() || result.getKind() == TypeKind.VOID;
    if (isPlain || wanted.getKind().isPrimitive()) {
      return result.getKind() == wanted.getKind();
    }
    return types.isSubtype(types.erasure(result), types.erasure(wanted));
  }

  private Map<String, List<Method>> methods(TypeMirror type) {
    Map<String, List<Method>> found = new LinkedHashMap<>();
    collect(type, found);
    return found;
  }

  private void collect(TypeMirror type, Map<String, List<Method>> found) {
    if (!(type instanceof DeclaredType declared)) {
      return;
    }
    for (ExecutableElement each :
        ElementFilter.methodsIn(declared.asElement().getEnclosedElements())) {
      boolean isInherited =
          !each.getModifiers().contains(Modifier.STATIC)
              && !each.getModifiers().contains(Modifier.PRIVATE);
      String name = each.getSimpleName().toString();
      List<Method> known = found.computeIfAbsent(name, any -> new ArrayList<>());
      if (isInherited && known.stream().noneMatch(below -> isOverridden(each, declared, below))) {
        known.add(new Method(each, (ExecutableType) types.asMemberOf(declared, each)));
      }
    }
    types.directSupertypes(declared).forEach(above -> collect(above, found));
  }

  private boolean isOverridden(ExecutableElement method, DeclaredType in, Method below) {
    return types.isSubsignature(below.type(), (ExecutableType) types.asMemberOf(in, method));
  }

  /** A method of a type, as it is there. */
  private record Method(ExecutableElement element, ExecutableType type) {
    String name() {
      return element.getSimpleName().toString();
    }

    boolean isImplemented() {
      return !element.getModifiers().contains(Modifier.ABSTRACT)
          && TypeOracle.enclosingType(element).getKind().isClass();
    }
  }
}

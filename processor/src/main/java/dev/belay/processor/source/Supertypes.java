package dev.belay.processor.source;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What is above a type: superclasses, superinterfaces, and the bounds of type variables. */
record Supertypes(Types types) {
  private static final int DEEPEST = 8;

  /** The supertype that a class declares, as that of a type. */
  DeclaredType declared(DeclaredType type, TypeMirror parent) {
    return types.directSupertypes(type).stream()
        .filter(each -> types.isSameType(types.erasure(each), types.erasure(parent)))
        .map(each -> (DeclaredType) each)
        .findFirst()
        .orElseThrow();
  }

  /** The supertype of {@code type} that is {@code erasedName}, with its arguments; or null. */
  @Nullable DeclaredType asSuper(TypeMirror type, String erasedName) {
    TypeMirror upper = upper(type);
    if (upper instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(erasedName)) {
      return declared;
    }
    if (upper.getKind() != TypeKind.DECLARED && upper.getKind() != TypeKind.INTERSECTION) {
      return null;
    }
    for (TypeMirror parent : types.directSupertypes(upper)) {
      DeclaredType found = asSuper(parent, erasedName);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The bound of a type variable, else the type itself. */
  TypeMirror upper(TypeMirror type) {
    TypeMirror upper = type;
    for (int depth = 0; depth < DEEPEST && upper instanceof TypeVariable variable; depth++) {
      upper = variable.getUpperBound();
    }
    return upper;
  }
}

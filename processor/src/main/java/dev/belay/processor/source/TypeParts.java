package dev.belay.processor.source;

import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The classes and type variables in the spelling of types, and in the bounds of these variables.
 * What stands for a private class has no arguments, so what is in those of the class is left out.
 */
final class TypeParts {
  private final List<DeclaredType> classes = new ArrayList<>();
  private final Set<TypeVariable> variables = new LinkedHashSet<>();
  private final Set<TypeMirror> seen = new HashSet<>();

  private TypeParts(TypeMirror... types) {
    for (TypeMirror type : types) {
      collect(type);
    }
  }

  static List<DeclaredType> classes(TypeMirror type) {
    return List.copyOf(new TypeParts(type).classes);
  }

  /** The variables, but for captured ones. */
  static List<TypeParameterElement> variables(TypeMirror... types) {
    return new TypeParts(types)
        .variables.stream()
            .filter(each -> !TypeOracle.isCapture(each))
            .map(each -> (TypeParameterElement) each.asElement())
            .distinct()
            .toList();
  }

  /** Whether a type variable is in a type. */
  static boolean mentions(TypeMirror type, TypeVariable variable) {
    return new TypeParts(type).variables.contains(variable);
  }

  private void collect(@Nullable TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      if (seen.add(variable)) {
        variables.add(variable);
        collect(variable.getUpperBound());
        collect(variable.getLowerBound());
      }
    } else if (type instanceof ArrayType array) {
      collect(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      collect(wildcard.getExtendsBound());
      collect(wildcard.getSuperBound());
    } else if (type instanceof IntersectionType intersection) {
      intersection.getBounds().forEach(this::collect);
    } else if (type instanceof ExecutableType method) {
      method.getParameterTypes().forEach(this::collect);
      collect(method.getReturnType());
      method.getThrownTypes().forEach(this::collect);
    } else if (type instanceof DeclaredType declared) {
      classes.add(declared);
      if (!PrivateTypes.isHidden(declared)) {
        collect(declared.getEnclosingType());
        declared.getTypeArguments().forEach(this::collect);
      }
    }
  }
}

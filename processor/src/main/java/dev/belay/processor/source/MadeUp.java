package dev.belay.processor.source;

import java.util.List;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Type variables that no source declares. */
final class MadeUp {
  private MadeUp() {}

  /** Whether a type is the capture of a wildcard, or what inference has found no end for. */
  static boolean isVariable(TypeMirror type) {
    // Public API has no better sign: javac's captured variables print like this, ordinary ones
    // are identifiers.
    return type instanceof TypeVariable variable
        && (variable.asElement().getSimpleName().toString().startsWith("<")
            || isWithoutEnd(variable));
  }

  /**
   * {@code new Node<>()} of a {@code Node<N extends Node<N>>} is a Node of such a one (JLS 18.4).
   */
  private static boolean isWithoutEnd(TypeVariable variable) {
    return variable.asElement() instanceof TypeParameterElement parameter
        && parameter.getGenericElement() instanceof Parameterizable owner
        && !owner.getTypeParameters().contains(parameter);
  }

  /** What it is bounded by. */
  static List<? extends TypeMirror> bounds(TypeVariable variable) {
    return variable.getUpperBound() instanceof IntersectionType all
        ? all.getBounds()
        : List.of(variable.getUpperBound());
  }
}

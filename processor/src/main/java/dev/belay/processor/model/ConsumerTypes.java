package dev.belay.processor.model;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types of the parameter that stands for a template's consumer. */
public final class ConsumerTypes {
  private ConsumerTypes() {}

  /** True for {@code Yield} and {@code Exchange}. */
  public static boolean isConsumer(TypeMirror type) {
    return isNamed(type, "dev.belay.Yield") || isExchange(type);
  }

  /** True for the parameter of a two-way generator. */
  public static boolean isExchange(TypeMirror type) {
    return isNamed(type, "dev.belay.Exchange");
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && declared.getKind() == TypeKind.DECLARED
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}

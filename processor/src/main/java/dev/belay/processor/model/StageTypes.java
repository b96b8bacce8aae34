package dev.belay.processor.model;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** What is known of a stage from its type. */
public final class StageTypes {
  private StageTypes() {}

  /** Whether a type is {@code CompletionStage} or a subtype. */
  public static boolean isStage(Types types, TypeMirror type) {
    return asStage(types, type).isPresent();
  }

  /**
   * The type of the value that a stage completes with.
   *
   * @return empty where there is no value to speak of: {@code Void}, {@code ?} or raw
   */
  public static Optional<TypeMirror> value(Types types, TypeMirror stage) {
    return asStage(types, stage)
        .filter(declared -> !declared.getTypeArguments().isEmpty())
        .map(declared -> declared.getTypeArguments().get(0))
        .flatMap(StageTypes::bound)
        .filter(value -> !isNamed(value, "java.lang.Void"));
  }

  private static Optional<TypeMirror> bound(TypeMirror argument) {
    return argument instanceof WildcardType wildcard
        ? Optional.ofNullable(wildcard.getExtendsBound())
        : Optional.of(argument);
  }

  private static Optional<DeclaredType> asStage(Types types, TypeMirror type) {
    if (isNamed(type, "java.util.concurrent.CompletionStage")) {
      return Optional.of((DeclaredType) type);
    }
    if (!(type instanceof DeclaredType) && !(type instanceof TypeVariable)) {
      return Optional.empty();
    }
    return types.directSupertypes(type).stream()
        .flatMap(each -> asStage(types, each).stream())
        .findFirst();
  }

  /** Whether a type is the class of that name. */
  public static boolean isNamed(TypeMirror type, String name) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().contentEquals(name);
  }
}

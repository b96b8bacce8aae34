package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import dev.belay.processor.model.StageTypes;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Classes of the body inside a machine that has type parameters. In the source such a class has
 * none; there it has those of the machine, unless it is static: Java makes no arrays of it, tests
 * for it only what is known to be one for other reasons, and lets none be thrown (JLS 4.7, 8.1.2).
 */
final class ParameterizedClasses {
  private final BodyContext context;
  private final Set<TypeElement> statics = new HashSet<>();
  private boolean any;

  ParameterizedClasses(BodyContext context) {
    this.context = context;
  }

  /** The machine has type parameters. */
  void expect() {
    any = true;
  }

  boolean areExpected() {
    return any;
  }

  /** The class becomes a static member of the machine. */
  void freed(TypeElement type) {
    statics.add(type);
  }

  /** Whether a class has the type parameters of the machine. */
  boolean has(TypeElement type) {
    return any
        && TypeOracle.isLocal(type)
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC)
        && !statics.contains(type);
  }

  boolean has(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && has(element);
  }

  /** Whether a class would be one of generic exceptions. */
  boolean isFailure(TypeElement type) {
    return has(type) && isThrowable(type);
  }

  /** Refuses a class of exceptions that is generic there. */
  void failure(Tree declaration, TypeElement type) {
    if (isFailure(type)) {
      context.unsupported(
          declaration,
          "an exception class in a body, beside type variables",
          "it becomes a member of a generic class, and Java lets no such class extend Throwable",
          "make it a nested class, or a local one that names none of those types");
    }
  }

  private boolean isThrowable(TypeElement type) {
    TypeMirror each = type.asType();
    while (each instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      if (StageTypes.isNamed(each, "java.lang.Throwable")) {
        return true;
      }
      each = element.getSuperclass();
    }
    return false;
  }
}

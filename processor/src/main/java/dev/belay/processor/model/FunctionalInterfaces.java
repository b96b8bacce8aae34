package dev.belay.processor.model;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Interfaces that lambdas and method references implement (JLS 9.8). */
public final class FunctionalInterfaces {
  private FunctionalInterfaces() {}

  /** The one method that has to be implemented; empty for a type that has none. */
  public static Optional<ExecutableElement> method(Elements elements, TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED
        || !(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return Optional.empty();
    }
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !isOfObject(elements, method))
        .findFirst();
  }

  /** {@code Comparator} declares {@code equals} anew. */
  private static boolean isOfObject(Elements elements, ExecutableElement method) {
    TypeElement object = elements.getTypeElement("java.lang.Object");
    return object != null
        && ElementFilter.methodsIn(object.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
            .anyMatch(each -> each.getParameters().size() == method.getParameters().size());
  }
}

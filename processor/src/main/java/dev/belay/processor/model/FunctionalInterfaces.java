package dev.belay.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    return methods(elements, type).findFirst();
  }

  /** Whether it is an interface of one method, which returns nothing: who calls it, tells. */
  public static boolean isListener(Elements elements, TypeMirror type) {
    List<ExecutableElement> methods = methods(elements, type).toList();
    return methods.size() == 1
        && methods.get(0).getEnclosingElement() instanceof TypeElement owner
        && owner.getKind().isInterface()
        && methods.get(0).getReturnType().getKind() == TypeKind.VOID;
  }

  private static Stream<ExecutableElement> methods(Elements elements, TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED
        || !(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)) {
      return Stream.empty();
    }
    return ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
        .filter(method -> !isOfObject(elements, method));
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

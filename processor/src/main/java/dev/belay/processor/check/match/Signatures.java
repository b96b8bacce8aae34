package dev.belay.processor.check.match;

import dev.belay.processor.check.spi.RuleContext;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Who decides how a method looks. */
public final class Signatures {
  private Signatures() {}

  /** Whether a method overrides one of a supertype, so that it cannot return something else. */
  public static boolean isInherited(ExecutableElement method, RuleContext context) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && isInherited(method, owner, owner.asType(), context);
  }

  private static boolean isInherited(
      ExecutableElement method, TypeElement owner, TypeMirror type, RuleContext context) {
    return context.types().directSupertypes(type).stream()
        .anyMatch(
            above ->
                above instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement element
                    && (declares(element, method, owner, context)
                        || isInherited(method, owner, above, context)));
  }

  private static boolean declares(
      TypeElement element, ExecutableElement method, TypeElement owner, RuleContext context) {
    return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
        .filter(it -> it.getSimpleName().equals(method.getSimpleName()))
        .anyMatch(it -> context.elements().overrides(method, it, owner));
  }
}

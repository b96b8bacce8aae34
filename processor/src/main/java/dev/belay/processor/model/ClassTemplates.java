package dev.belay.processor.model;

import dev.belay.AsyncResource;
import java.lang.annotation.AnnotationTypeMismatchException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Types;

/** The methods of resource classes whose bodies are compiled, though nothing is written on them. */
public final class ClassTemplates {
  private ClassTemplates() {}

  /** Whether a method opens or closes instances of its class, and returns no stage itself. */
  public static boolean isTemplate(Types types, ExecutableElement method) {
    Element owner = method.getEnclosingElement();
    AsyncResource names = owner == null ? null : owner.getAnnotation(AsyncResource.class);
    String name = method.getSimpleName().toString();
    try {
      return names != null
          && (opens(names, name, method) || closes(names, name, method))
          && !StageTypes.isStage(types, method.getReturnType());
    } catch (AnnotationTypeMismatchException e) {
      return false; // what stands in the annotation is no string, as javac says
    }
  }

  private static boolean opens(AsyncResource names, String name, ExecutableElement method) {
    return name.equals(names.open()) && method.getParameters().isEmpty();
  }

  private static boolean closes(AsyncResource names, String name, ExecutableElement method) {
    return name.equals(names.close()) && isClosing(method);
  }

  /** Whether the parameters are those of a method that closes: a Throwable, or none. */
  public static boolean isClosing(ExecutableElement method) {
    return method.getParameters().isEmpty()
        || (method.getParameters().size() == 1
            && StageTypes.isNamed(method.getParameters().get(0).asType(), "java.lang.Throwable"));
  }
}

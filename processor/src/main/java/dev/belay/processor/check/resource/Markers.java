package dev.belay.processor.check.resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Annotations by which users mark types of their own: {@code @AsyncResource} on a class, and the
 * Checker Framework's {@code @MustCall} and {@code @InheritableMustCall}. They are known by their
 * simple names, so that nobody needs a dependency for them.
 */
final class Markers {
  private static final Set<String> MUST_CALL = Set.of("InheritableMustCall", "MustCall");

  private Markers() {}

  /** The names of the methods that the marks of a type say must be called in the end. */
  static Set<String> releases(TypeElement type) {
    List<? extends AnnotationMirror> marks = type.getAnnotationMirrors();
    if (marks.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (AnnotationMirror mark : marks) {
      String name = mark.getAnnotationType().asElement().getSimpleName().toString();
      if (MUST_CALL.contains(name)) {
        names.addAll(values(mark, "value"));
      } else if (name.equals("AsyncResource")) {
        List<String> chosen = values(mark, "close");
        names.addAll(chosen.isEmpty() ? List.of("close") : chosen);
      }
    }
    return names;
  }

  private static List<String> values(AnnotationMirror mark, String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each :
        mark.getElementValues().entrySet()) {
      if (each.getKey().getSimpleName().contentEquals(attribute)) {
        return each.getValue().getValue() instanceof List<?> list
            ? list.stream().map(it -> ((AnnotationValue) it).getValue().toString()).toList()
            : List.of(each.getValue().getValue().toString());
      }
    }
    return List.of();
  }
}

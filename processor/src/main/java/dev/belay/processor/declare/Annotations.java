package dev.belay.processor.declare;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.lang.model.element.Element;

/** The annotations that make a method a template. */
public final class Annotations {
  static final List<Class<? extends Annotation>> ALL =
      List.of(AsyncGenerator.class, AsyncResource.class, AsyncMethod.class);

  private Annotations() {}

  /** Those that an element carries. */
  static List<Class<? extends Annotation>> on(Element element) {
    return ALL.stream()
        .filter(each -> element.getAnnotation(each) != null)
        .<Class<? extends Annotation>>map(each -> each)
        .toList();
  }
}

package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Describes the companion of a class. */
public final class CompanionModeler {
  private CompanionModeler() {}

  /** The companion of {@code type} with the given templates. */
  public static Companion model(Elements elements, TypeElement type, List<Template> templates) {
    return new Companion(
        ClassName.get(type), TemplateModeler.isPublic(type), templates, Place.of(elements, type));
  }
}

package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Describes the companion of a class. */
public final class CompanionModeler {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private CompanionModeler() {}

  /** The companion of {@code type} with the given templates. */
  public static Companion model(Elements elements, TypeElement type, List<Template> templates) {
    return new Companion(
        ClassName.get(type), TemplateModeler.isPublic(type), templates, generated(elements, type));
  }

  /** The annotation is in a module that a named module need not read. */
  static Optional<ClassName> generated(Elements elements, TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    TypeElement found =
        module == null
            ? elements.getTypeElement(GENERATED)
            : elements.getTypeElement(module, GENERATED);
    return Optional.ofNullable(found).map(ClassName::get);
  }
}

package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The package that a generated class is to be in.
 *
 * @param generated the annotation that marks generated code, where the module can see it
 * @param declares whether the package has a class of a simple name, which hides that of {@code
 *     java.lang} (JLS 6.4.1)
 */
public record Place(Optional<ClassName> generated, Predicate<String> declares) {
  private static final String GENERATED = "javax.annotation.processing.Generated";

  /** The package of a class. */
  static Place of(Elements elements, TypeElement type) {
    String prefix = elements.getPackageOf(type).isUnnamed() ? "" : packageName(elements, type);
    return new Place(
        // The annotation is in a module that a named module need not read.
        Optional.ofNullable(find(elements, type, GENERATED)).map(ClassName::get),
        name -> find(elements, type, prefix + name) != null);
  }

  private static String packageName(Elements elements, TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName() + ".";
  }

  private static @Nullable TypeElement find(Elements elements, TypeElement from, String name) {
    ModuleElement module = elements.getModuleOf(from);
    return module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
  }
}

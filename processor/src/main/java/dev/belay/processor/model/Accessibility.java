package dev.belay.processor.model;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which classes a class of the template's package can name (JLS 6.6.1). The companion is such a
 * class, and inherits nothing: what is protected in another package is open to the template alone.
 *
 * @param home the package of the template
 */
public record Accessibility(PackageElement home) {

  /** As it is for the companion of a class. */
  public static Accessibility of(Element template) {
    return new Accessibility(packageOf(template));
  }

  private static PackageElement packageOf(Element element) {
    @Nullable Element each = element;
    while (each != null && !(each instanceof PackageElement)) {
      each = each.getEnclosingElement();
    }
    if (!(each instanceof PackageElement found)) {
      throw new IllegalArgumentException(element + " is in no package");
    }
    return found;
  }

  /** The first class in a type that cannot be named; private ones are another matter. */
  public Optional<TypeElement> deniedIn(TypeMirror type) {
    return TypeClasses.of(type).stream().flatMap(each -> denied(each).stream()).findFirst();
  }

  /** Why a class that is denied cannot be named. */
  public static String reason(TypeElement denied) {
    return denied.getModifiers().contains(Modifier.PROTECTED)
        ? "protected in another package"
        : "not public in another package";
  }

  /** The one that cannot be named, among a class and those around it. */
  public Optional<TypeElement> denied(TypeElement type) {
    for (Element each = type; each instanceof TypeElement nested; ) {
      Set<Modifier> modifiers = nested.getModifiers();
      if (nested.getNestingKind() == NestingKind.LOCAL
          || nested.getNestingKind() == NestingKind.ANONYMOUS) {
        return Optional.empty(); // of the body itself
      }
      if (!modifiers.contains(Modifier.PUBLIC)
          && !modifiers.contains(Modifier.PRIVATE)
          && !packageOf(nested).equals(home)) {
        return Optional.of(nested);
      }
      each = nested.getEnclosingElement();
    }
    return Optional.empty();
  }
}

package dev.belay.processor.model;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Classes that no other class can name. The companion is another class. */
public final class PrivateTypes {
  private PrivateTypes() {}

  /** The first private class in the spelling of a type. */
  public static Optional<TypeElement> in(TypeMirror type) {
    return all(type).stream().findFirst().flatMap(PrivateTypes::hidden);
  }

  /**
   * All classes without a name in a type. What stands for such a class has no arguments, so those
   * of the class do not count.
   */
  public static Set<TypeElement> all(TypeMirror type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (TypeElement each : TypeClasses.of(type, PrivateTypes::isHidden)) {
      if (isHidden(each)) {
        found.add(each);
      }
    }
    return found;
  }

  /** Whether a member class, or a class around it, is private. */
  public static boolean isHidden(TypeElement type) {
    return hidden(type).isPresent();
  }

  /** Whether a type is one of such a class, whatever its arguments are. */
  public static boolean isHidden(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && isHidden(element);
  }

  /** The private one among a member class and the classes around it. */
  public static Optional<TypeElement> hidden(TypeElement type) {
    for (Element each = type; each instanceof TypeElement nested; ) {
      if (nested.getNestingKind() == NestingKind.LOCAL
          || nested.getNestingKind() == NestingKind.ANONYMOUS) {
        return Optional.empty();
      }
      if (nested.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(nested);
      }
      each = nested.getEnclosingElement();
    }
    return Optional.empty();
  }
}

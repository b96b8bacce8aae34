package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Private classes that hand their type parameters on to a supertype with a name. The one variable
 * that stands for such a class in a body has one such supertype, so all objects in the body have to
 * agree in it.
 *
 * <pre>{@code
 * private static class Ring<T> implements Iterable<T> { ... }
 *
 * Ring<String> words           // Ring_ extends Iterable<String>
 * Ring<Integer> numbers        // refused in the same body
 * }</pre>
 */
final class OpenClasses {
  private final TypeOracle oracle;
  private final BiConsumer<TypeElement, Tree> refuse;
  private final Map<TypeElement, List<Fragment>> known = new HashMap<>();

  OpenClasses(TypeOracle oracle, BiConsumer<TypeElement, Tree> refuse) {
    this.oracle = oracle;
    this.refuse = refuse;
  }

  /** Whether a supertype mentions the type parameters of the class, or of one around it. */
  static boolean isOpen(TypeMirror supertype) {
    return !PrivateTypes.isHidden(supertype) && !TypeParts.variables(supertype).isEmpty();
  }

  /** Notes the classes in a type. */
  void see(TypeMirror type, Tree token) {
    for (DeclaredType each : TypeParts.classes(type)) {
      if (PrivateTypes.isHidden(each)) {
        note(each, token);
      }
    }
  }

  /** A type parameter that is declared inside of the body, which the machine does not have. */
  private static boolean isOfBody(TypeParameterElement variable) {
    Element owner = variable.getGenericElement();
    return owner instanceof TypeElement type
        ? TypeOracle.isLocal(type)
        : TypeOracle.isLocal(TypeOracle.enclosingType(owner));
  }

  private void note(DeclaredType type, Tree token) {
    Types types = oracle.types();
    TypeElement element = (TypeElement) type.asElement();
    if (Sightings.isPlain(element) || types.isSameType(type, types.erasure(type))) {
      return; // a raw type is one of those that the others are
    }
    DeclaredType seen = (DeclaredType) types.capture(type);
    List<Fragment> open = new ArrayList<>();
    boolean isOfBody = false;
    for (TypeMirror declared : HiddenTypes.supertypes(element)) {
      if (PrivateTypes.isHidden(declared)) {
        note(oracle.above().declared(seen, declared), token);
      } else if (isOpen(declared)) {
        DeclaredType above = oracle.above().declared(seen, declared);
        open.add(oracle.text(above).text());
        isOfBody |= TypeParts.variables(above).stream().anyMatch(OpenClasses::isOfBody);
      }
    }
    if (isOfBody) {
      refuse.accept(element, token);
    } else if (!open.isEmpty()) {
      oracle.parameterized(element, seen);
      if (!known.computeIfAbsent(element, any -> open).equals(open)) {
        refuse.accept(element, token);
      }
    }
  }
}

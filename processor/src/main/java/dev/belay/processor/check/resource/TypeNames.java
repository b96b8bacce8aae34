package dev.belay.processor.check.resource;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The names of a type and of everything it inherits from; remembered for one compilation. */
final class TypeNames {
  /** A package that another jar has been moved into, and the name that it had there. */
  private static final Pattern RELOCATED =
      Pattern.compile(
          ".*\\.(?:deps|relocated|repackaged|shade|shaded|thirdparty)\\.(?:\\w+\\.)??"
              + "((?:com|io|net|org)\\..+)");

  private final Types types;
  private final Map<TypeElement, Set<String>> known = new HashMap<>();

  TypeNames(Types types) {
    this.types = types;
  }

  /** Empty for what is not declared: primitives, arrays, what javac could not resolve. */
  Set<String> of(TypeMirror type) {
    TypeMirror bound = type;
    if (type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.WILDCARD) {
      bound = types.erasure(type);
    }
    if (bound.getKind() == TypeKind.INTERSECTION) {
      Set<String> all = new LinkedHashSet<>();
      types.directSupertypes(bound).forEach(each -> all.addAll(of(each)));
      return all;
    }
    return bound.getKind() == TypeKind.DECLARED
            && bound instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? of(element)
        : Set.of();
  }

  /** What a class was called before a build tool moved it, with its library, into another jar. */
  static Optional<String> original(String name) {
    Matcher relocated = RELOCATED.matcher(name);
    return relocated.matches() ? Optional.of(relocated.group(1)) : Optional.empty();
  }

  Set<String> of(TypeElement element) {
    Set<String> found = known.get(element);
    if (found == null) {
      found = new LinkedHashSet<>();
      known.put(element, found); // before its supertypes: a cyclic hierarchy ends here
      String name = element.getQualifiedName().toString();
      found.add(name);
      original(name).ifPresent(found::add);
      for (TypeMirror inherited : types.directSupertypes(element.asType())) {
        found.addAll(of(inherited));
      }
    }
    return found;
  }
}

package dev.belay.processor.source;

import dev.belay.processor.model.FunctionalInterfaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The functions that functional interfaces describe (JLS 9.8, 9.9). */
record FunctionTypes(Types types, Elements elements) {

  /** How many parameters the one abstract method of a functional interface has. */
  OptionalInt parametersOf(TypeMirror type) {
    return FunctionalInterfaces.method(elements, type).stream()
        .mapToInt(method -> method.getParameters().size())
        .findFirst();
  }

  /** The function that a lambda or a reference of a functional interface is (JLS 9.9). */
  Optional<ExecutableType> function(DeclaredType type) {
    DeclaredType plain = withoutWildcards(type);
    return FunctionalInterfaces.method(elements, type)
        .map(method -> (ExecutableType) types.asMemberOf(plain, method));
  }

  /** The type of which a functional interface with wildcards wants its function (JLS 9.9). */
  DeclaredType withoutWildcards(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<TypeMirror> arguments = new ArrayList<>();
    for (int i = 0; i < type.getTypeArguments().size(); i++) {
      TypeMirror argument = type.getTypeArguments().get(i);
      if (argument instanceof WildcardType wildcard) {
        argument =
            wildcard.getSuperBound() != null
                ? wildcard.getSuperBound()
                : wildcard.getExtendsBound() != null
                    ? wildcard.getExtendsBound()
                    : element.getTypeParameters().get(i).getBounds().get(0);
      }
      arguments.add(argument);
    }
    return types.getDeclaredType(element, arguments.toArray(TypeMirror[]::new));
  }
}

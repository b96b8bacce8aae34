package dev.belay.processor.source;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/**
 * A member, and the types that its accessor has.
 *
 * <pre>{@code
 * private record Pair<A, B>(A a, B b) { }
 *
 * pair.a()     // of a Pair<String, Integer>: String a(Pair_ self)
 * }</pre>
 *
 * @param access the class in whose name the member is looked up
 * @param site the type of the object
 * @param parameters those of a method or constructor
 * @param type that of the field, or of the result
 * @param thrown what a method declares to throw
 * @param generics the type variables in all of these
 * @param isGiven whether type arguments are put in, so that the variables are those of the body;
 *     otherwise those of the declaration are inferred
 */
record Seen(
    Element member,
    TypeElement access,
    TypeMirror site,
    List<TypeMirror> parameters,
    TypeMirror type,
    List<TypeMirror> thrown,
    List<TypeParameterElement> generics,
    boolean isGiven) {
  Seen {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
    generics = List.copyOf(generics);
  }
}

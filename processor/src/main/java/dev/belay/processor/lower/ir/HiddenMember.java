package dev.belay.processor.lower.ir;

import java.util.List;
import java.util.Optional;

/**
 * A member of the user's classes that a body may touch but the generated code may not: a private
 * one, or one inherited as protected from another package. The companion reaches it through a
 * method handle.
 *
 * @param accessor the name of the generated accessor
 * @param kind what is done to the member
 * @param owner the class that declares it
 * @param name its simple name
 * @param isStatic whether it belongs to the class
 * @param typeParameters the type parameters of the accessor, with bounds
 * @param receiver the type of the instance; meaningless when static
 * @param erasedReceiver its erasure
 * @param parameters the types of the parameters
 * @param result the type of the value
 * @param thrown the declared exceptions
 * @param unnamed the binary name of the class that declares it, if no other class may write its
 *     name; then the member is static
 */
public record HiddenMember(
    String accessor,
    Kind kind,
    TypeText owner,
    String name,
    boolean isStatic,
    List<Fragment> typeParameters,
    TypeText receiver,
    TypeText erasedReceiver,
    List<TypeText> parameters,
    List<TypeText> erasedParameters,
    TypeText result,
    TypeText erasedResult,
    boolean varargs,
    List<TypeText> thrown,
    Optional<String> unnamed) {

  public HiddenMember {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    erasedParameters = List.copyOf(erasedParameters);
    thrown = List.copyOf(thrown);
  }

  /** What is done to the member. */
  public enum Kind {
    GET,
    SET,
    /** Assigns a field that has accessors for reading and assigning, and returns the old value. */
    SWAP,
    CALL,
    SUPER,
    CREATE
  }
}

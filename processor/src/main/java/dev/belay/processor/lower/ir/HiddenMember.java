package dev.belay.processor.lower.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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
 * @param unnamed the binary names of the classes that no other class may name, by what stands for
 *     them in the other types
 * @param exact whether the handle has no such class in its type
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
    Map<String, String> unnamed,
    boolean exact) {

  public HiddenMember {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    erasedParameters = List.copyOf(erasedParameters);
    thrown = List.copyOf(thrown);
    unnamed = Map.copyOf(unnamed);
  }

  /** The same with more type parameters, which have no bounds. */
  public HiddenMember with(Collection<String> others) {
    List<Fragment> all = new ArrayList<>(typeParameters);
    others.forEach(each -> all.add(Fragment.text(each)));
    return new HiddenMember(
        accessor,
        kind,
        owner,
        name,
        isStatic,
        all,
        receiver,
        erasedReceiver,
        parameters,
        erasedParameters,
        result,
        erasedResult,
        varargs,
        thrown,
        unnamed,
        exact);
  }

  /** What is done to the member. */
  public enum Kind {
    GET,
    SET,
    /** Assigns a field that has accessors for reading and assigning, and returns the old value. */
    SWAP,
    CALL,
    /** Calls the accessor of a record for a pattern. */
    COMPONENT,
    SUPER,
    CREATE
  }
}

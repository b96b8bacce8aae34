package dev.belay.processor.lower.ir;

import java.util.List;

/**
 * What a generated class needs to reach what it cannot name.
 *
 * @param name the nested class that holds the accessors
 * @param members what is reached
 * @param updates of fields of computed objects
 * @param constants that are repeated instead
 * @param types private classes of which something is asked
 * @param parts the kinds of values that patterns bind whatever they are
 * @param functions lambdas of private interfaces
 * @param holds whether patterns bind what holds an object, and not the object
 * @param asks whether patterns ask records for their components that nothing outside can name
 */
public record Accessors(
    String name,
    List<HiddenMember> members,
    List<HiddenUpdate> updates,
    List<HiddenConstant> constants,
    List<HiddenType> types,
    List<TypeText.Shape> parts,
    List<HiddenFunction> functions,
    boolean holds,
    boolean asks) {

  public Accessors {
    members = List.copyOf(members);
    updates = List.copyOf(updates);
    constants = List.copyOf(constants);
    types = List.copyOf(types);
    parts = List.copyOf(parts);
    functions = List.copyOf(functions);
  }

  /** Whether nothing needs an accessor. */
  public boolean isEmpty() {
    return members.isEmpty() && types.isEmpty() && functions.isEmpty() && !holds && !asks;
  }
}

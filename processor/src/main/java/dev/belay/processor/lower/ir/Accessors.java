package dev.belay.processor.lower.ir;

import java.util.List;

/**
 * What a generated class needs to reach what it cannot name.
 *
 * @param name the nested class that holds the accessors
 * @param members what is reached
 * @param updates of fields of computed objects
 * @param constants that are repeated instead
 */
public record Accessors(
    String name,
    List<HiddenMember> members,
    List<HiddenUpdate> updates,
    List<HiddenConstant> constants) {

  public Accessors {
    members = List.copyOf(members);
    updates = List.copyOf(updates);
    constants = List.copyOf(constants);
  }
}

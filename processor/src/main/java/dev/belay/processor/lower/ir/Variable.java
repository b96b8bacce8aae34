package dev.belay.processor.lower.ir;

import org.jspecify.annotations.Nullable;

/**
 * A variable of a body. Identity is the {@code id}: two variables of one name in sibling scopes are
 * two variables.
 *
 * @param id unique within one body
 * @param name the user's name, or for a temporary a suggestion
 * @param type its declared, inferred or spilled type
 * @param origin where it comes from
 * @param constant its value as a literal when Java calls the variable constant (JLS 4.12.4), so
 *     that it stays one even where the variable itself is out of scope
 */
public record Variable(
    int id, String name, TypeText type, Origin origin, @Nullable String constant) {

  /** Where a variable comes from. */
  public enum Origin {
    /** The instance that a non-static template runs on. */
    SELF,
    /** A parameter of the template. */
    PARAMETER,
    /** Declared in the body. */
    LOCAL,
    /** Bound by a pattern. */
    BINDING,
    /** Made by a pass. */
    TEMPORARY
  }

  /** Arguments live in fields from the start: the companion hands them to the constructor. */
  public boolean isArgument() {
    return origin == Origin.SELF || origin == Origin.PARAMETER;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variable variable && variable.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }
}

package dev.belay.processor.lower.ir;

import java.util.List;
import java.util.Set;

/**
 * A private class that bodies have objects of. The companion cannot write its name, so a type
 * variable stands for it, and what needs the class itself is asked of its {@code Class}.
 *
 * @param name the simple name of the class
 * @param binaryName under which it is found
 * @param variable the type variable
 * @param typeParameters that variable and those in its bounds, with their bounds
 * @param uses what is asked of the class
 */
public record HiddenType(
    String name, String binaryName, String variable, List<Fragment> typeParameters, Set<Use> uses) {

  public HiddenType {
    typeParameters = List.copyOf(typeParameters);
    uses = Set.copyOf(uses);
  }

  /** What is asked of such a class; each has an accessor, whose name begins with the word. */
  public enum Use {
    /** {@code (Row) o}. */
    AS("as_"),
    /** {@code o instanceof Row}. */
    IS("is_"),
    /** What a pattern sees: the object if it is one, else null. */
    ONLY("only_"),
    /** What a pattern sees where no supertype has a name: the object in an array, or null. */
    FOUND("found_"),
    /** What a pattern of an array sees: the object if it is one of a class of arrays, else null. */
    ALL("all_"),
    /** {@code Row.class}. */
    CLASS("class_"),
    /** {@code row.getClass()}, whose type would be that of a bound (JLS 4.3.2). */
    OF("of_"),
    /** {@code new Row[n]}. */
    ARRAY("array_"),
    /** The {@code Class} itself, which makes and tests arrays. */
    TYPE("type_");

    private final String prefix;

    Use(String prefix) {
      this.prefix = prefix;
    }

    /** Whether the class is in the result of the accessor, which says then what the variable is. */
    public boolean names() {
      return this == AS || this == CLASS || this == OF || this == ARRAY;
    }

    /** The name of the accessor, for the name of a class. */
    public String of(String name) {
      return prefix + name;
    }
  }
}

package dev.belay.processor.lower.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class that the body declares beside a suspension. It becomes a member of the machine: there is
 * one class then, as Java has it, whatever part of the body is run again, and a field can have its
 * type. What it captures is kept by an object around it, which exists before the constructors of
 * the class and of its superclasses run.
 *
 * <pre>{@code
 * int base = 1; class Adder { int add(int n) { return base + n; } } new Adder()
 *
 * class AroundAdder { final int base; ... class Adder { int add(int n) { return base + n; } } }
 * aroundAdder = new AroundAdder(base); aroundAdder.new Adder()
 * }</pre>
 *
 * @param name its simple name
 * @param around the class around it; empty where it is a member of the machine itself
 * @param isInner whether it needs the machine's type variables
 * @param isStatic whether its kind is static by nature: a record, an enum, an interface
 * @param captures the variables that the object around it keeps
 * @param text its declaration
 */
public record LocalClass(
    String name,
    Optional<String> around,
    boolean isInner,
    boolean isStatic,
    List<Variable> captures,
    Fragment text) {
  public LocalClass {
    captures = List.copyOf(captures);
  }

  /** What stands in front of a variable whose type this class says. */
  public String use() {
    return "new " + name + "<>(";
  }

  /** With what it captures read as it is seen ({@link TypeText.View}). */
  public LocalClass seeing() {
    List<Object> parts = new ArrayList<>();
    for (Piece piece : text.pieces()) {
      parts.add(
          piece instanceof Piece.Capture capture
              ? capture.variable().type().seen().of(capture)
              : piece);
    }
    return new LocalClass(name, around, isInner, isStatic, captures, Fragment.of(parts.toArray()));
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.LocalClass;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A machine, ready to be printed.
 *
 * @param kind what its template is
 * @param arguments what the companion hands to its constructor: the instance first, if any
 * @param hidden the type parameters that stand for private classes
 * @param classes the classes that the body declares
 * @param declared names that mean variables or classes of the body, so that they can mean no other
 * @param fields the other variables that live in fields
 * @param names the name of every variable
 * @param at the name of the variable that says where the body goes on
 * @param resume the statements of {@code resume()}
 * @param parts what a large body has besides {@code resume()}
 * @param file the name of the file that the body is in
 * @param points the line of each suspension point
 */
public record MachinePlan(
    Body.Kind kind,
    List<Variable> arguments,
    List<Fragment> hidden,
    List<LocalClass> classes,
    Set<String> declared,
    List<Variable> fields,
    Map<Variable, String> names,
    String at,
    List<Code> resume,
    List<Part> parts,
    String file,
    List<Integer> points) {

  public MachinePlan {
    arguments = List.copyOf(arguments);
    hidden = List.copyOf(hidden);
    classes = List.copyOf(classes);
    declared = Set.copyOf(declared);
    fields = List.copyOf(fields);
    names = Map.copyOf(names);
    resume = List.copyOf(resume);
    parts = List.copyOf(parts);
    points = List.copyOf(points);
  }

  /** How a use of a variable is spelled. */
  public String name(Variable variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalStateException("a variable without a name: " + variable);
    }
    return name;
  }

  /** How a symbol of a fragment is spelled; null for a type name, which needs an import. */
  public @org.jspecify.annotations.Nullable String spell(Piece piece) {
    if (piece instanceof Piece.Text text) {
      return text.text();
    }
    if (piece instanceof Piece.Use use) {
      return name(use.variable());
    }
    if (piece instanceof Piece.Capture capture) {
      // Inside a class of the body: a field of the object around it, under the variable's name.
      String constant = capture.variable().constant();
      return constant == null ? name(capture.variable()) : constant;
    }
    if (piece instanceof Piece.TypeName) {
      return null;
    }
    throw new IllegalStateException("a symbol that the emitter left behind: " + piece);
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Piece.Access;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lambda captures must be a local variable that is assigned once (JLS 15.27.2). Where the
 * body's variable has become a field, the lambda gets a copy, made where the lambda is: each turn
 * of a loop makes its own (B34).
 *
 * <pre>{@code
 * handlers.add(() -> print(row));
 *
 * Row capturedRow = row;
 * handlers.add(() -> print(capturedRow));
 * }</pre>
 */
final class Snapshots {
  private final Frame frame;
  private final Fresh fresh;
  private final Map<Variable, Variable> arguments = new LinkedHashMap<>();

  Snapshots(Frame frame, Fresh fresh) {
    this.frame = frame;
    this.fresh = fresh;
  }

  /** Copies of captured arguments, to be made once at the top. */
  List<Code> ofArguments() {
    List<Code> copies = new ArrayList<>();
    arguments.forEach((argument, copy) -> copies.add(copy(argument, copy)));
    return copies;
  }

  private static Code copy(Variable original, Variable copy) {
    return Code.line(copy.type().text(), " ", copy, " = ", original, ";");
  }

  Fragment prepare(Fragment fragment, List<Code> out) {
    Map<Variable, Variable> copies = new LinkedHashMap<>();
    for (Variable captured : fragment.captures()) {
      if (captured.constant() == null && !frame.isLocal(captured)) {
        copies.put(captured, copyOf(captured, out));
      }
    }
    return replace(fragment, copies);
  }

  /** The label of a case, and what copies the values that its pattern binds. */
  record Label(Fragment text, List<Code> copies) {}

  /**
   * A case label.
   *
   * <pre>{@code
   * case Point p when p.x() > 0          // p is a field
   * case Point p1 when p1.x() > 0: p = p1;
   * }</pre>
   *
   * <p>What only the guard uses need not be bound where it is true.
   */
  Label label(Stmt.Case group, List<Code> out) {
    Set<Variable> used = new HashSet<>();
    use(group.body(), used);
    Map<Variable, Variable> renamed = new LinkedHashMap<>();
    for (Variable variable : group.bindings()) {
      if (!frame.isLocal(variable) && used.contains(variable)) {
        renamed.put(variable, fresh.temporary(variable.name(), variable.type()));
      }
    }
    List<Object> pieces = new ArrayList<>();
    for (Piece piece : prepare(group.label(), out).pieces()) {
      if (piece instanceof Piece.Binding binding) {
        pieces.add(renamed.getOrDefault(binding.variable(), binding.variable()));
      } else if (piece instanceof Piece.Use use) {
        pieces.add(renamed.getOrDefault(use.variable(), use.variable()));
      } else {
        pieces.add(piece);
      }
    }
    List<Code> copies = new ArrayList<>();
    renamed.forEach(
        (variable, copy) ->
            copies.add(Code.line(Fragment.assign(variable, Fragment.read(copy)), ";")));
    return new Label(Fragment.of(pieces.toArray()), copies);
  }

  private static void use(Stmt stmt, Set<Variable> used) {
    for (Fragment fragment : Fragments.of(stmt)) {
      used.addAll(fragment.reads());
      used.addAll(fragment.writes());
    }
    Parts.of(stmt).statements().forEach(part -> use(part, used));
  }

  private Variable copyOf(Variable captured, List<Code> out) {
    // An argument that a lambda captures is never assigned, so one copy serves every lambda.
    if (captured.isArgument()) {
      return arguments.computeIfAbsent(captured, this::newCopy);
    }
    Variable copy = newCopy(captured);
    out.add(copy(captured, copy));
    return copy;
  }

  private Variable newCopy(Variable captured) {
    String name = captured.name();
    String suggestion = "captured" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return fresh.temporary(suggestion, captured.type());
  }

  private Fragment replace(Fragment fragment, Map<Variable, Variable> copies) {
    List<Object> pieces = new ArrayList<>();
    for (Piece piece : fragment.pieces()) {
      if (piece instanceof Piece.Capture capture) {
        Variable copy = copies.getOrDefault(capture.variable(), capture.variable());
        pieces.add(seen(new Piece.Use(copy, Access.READ)));
      } else if (piece instanceof Piece.Use use && use.access() == Access.READ) {
        pieces.add(seen(use));
      } else if (piece instanceof Piece.Bound bound) {
        pieces.add(bound(bound, copies));
      } else {
        pieces.add(piece);
      }
    }
    return Fragment.of(pieces.toArray());
  }

  /**
   * What is read of a variable whose type has several bounds. No field can have such a type, so it
   * has that of the first, and is seen as all of them (B42).
   *
   * <pre>{@code
   * var either = flag ? "text" : 1;      // ((Serializable & Comparable<...>) either)
   * }</pre>
   */
  private static Fragment seen(Piece.Use use) {
    return use.variable().type().seen().of(use);
  }

  /** A pattern test; what it binds is copied where the variable is not the pattern's own. */
  private Fragment bound(Piece.Bound bound, Map<Variable, Variable> copies) {
    Map<Variable, Variable> renamed = new LinkedHashMap<>();
    for (Variable variable : bound.variables()) {
      if (!frame.isLocal(variable)) {
        renamed.put(variable, fresh.temporary(variable.name(), variable.type()));
      }
    }
    List<Object> pieces = new ArrayList<>();
    for (Piece piece : replace(bound.test(), copies).pieces()) {
      pieces.add(
          piece instanceof Piece.Binding binding
              ? new Piece.Use(
                  renamed.getOrDefault(binding.variable(), binding.variable()), Access.WRITE)
              : piece);
    }
    if (renamed.isEmpty()) {
      return Fragment.of(pieces.toArray());
    }
    pieces.add(0, "(");
    renamed.forEach(
        (variable, copy) -> {
          pieces.add(" && ");
          pieces.add(TypeText.BODIES.text());
          pieces.add(".bound(");
          pieces.add(Fragment.assign(variable, Fragment.read(copy)));
          pieces.add(")");
        });
    pieces.add(")");
    return Fragment.of(pieces.toArray());
  }
}

package dev.belay.processor.lower.ir;

import dev.belay.processor.lower.ir.Piece.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Source text in which types and variables are still symbols. Made once by the reader from the
 * user's own characters, carried whole through every pass.
 */
public record Fragment(List<Piece> pieces) {

  public static final Fragment EMPTY = new Fragment(List.of());

  public Fragment {
    pieces = List.copyOf(pieces);
  }

  public static Fragment text(String text) {
    return new Fragment(List.of(new Piece.Text(text)));
  }

  /** Text of ours that stands for a line of the user's. */
  public static Fragment text(String text, int line) {
    return new Fragment(List.of(new Piece.Text(text, line)));
  }

  public static Fragment read(Variable variable) {
    return new Fragment(List.of(new Piece.Use(variable, Access.READ)));
  }

  /**
   * Joins text and symbols.
   *
   * @param parts strings, fragments, pieces, and variables (read)
   */
  public static Fragment of(Object... parts) {
    List<Piece> pieces = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof String text) {
        pieces.add(new Piece.Text(text));
      } else if (part instanceof Fragment fragment) {
        pieces.addAll(fragment.pieces());
      } else if (part instanceof Piece piece) {
        pieces.add(piece);
      } else if (part instanceof Variable variable) {
        pieces.add(new Piece.Use(variable, Access.READ));
      } else {
        throw new IllegalArgumentException("not a part of a fragment: " + part);
      }
    }
    return new Fragment(pieces);
  }

  /** {@code variable = value}, as an expression. */
  public static Fragment assign(Variable variable, Fragment value) {
    return of(new Piece.Use(variable, Access.WRITE), " = ", value);
  }

  /** The variables whose value this fragment may read, captures included. */
  public Set<Variable> reads() {
    Set<Variable> found = new LinkedHashSet<>();
    collect(found, Access.READ);
    return found;
  }

  /** The variables that this fragment may assign. */
  public Set<Variable> writes() {
    Set<Variable> found = new LinkedHashSet<>();
    collect(found, Access.WRITE);
    return found;
  }

  /** The variables that a lambda or nested class in this fragment captures. */
  public Set<Variable> captures() {
    Set<Variable> found = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Capture capture) {
        found.add(capture.variable());
      } else if (piece instanceof Piece.Bound bound) {
        found.addAll(bound.test().captures());
      }
    }
    return found;
  }

  private void collect(Set<Variable> found, Access access) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Use use) {
        if (use.access() == access || use.access() == Access.UPDATE) {
          found.add(use.variable());
        }
      } else if (piece instanceof Piece.Capture capture) {
        if (access == Access.READ) {
          found.add(capture.variable());
        }
      } else if (piece instanceof Piece.Binding binding) {
        if (access == Access.WRITE) {
          found.add(binding.variable());
        }
      } else if (piece instanceof Piece.Bound bound) {
        bound.test().collect(found, access);
      }
    }
  }
}

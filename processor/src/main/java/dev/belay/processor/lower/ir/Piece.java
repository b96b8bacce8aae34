package dev.belay.processor.lower.ir;

import java.util.List;
import java.util.Objects;

/**
 * One piece of a {@link Fragment}: text, or a symbol whose spelling is decided when it is printed.
 */
public sealed interface Piece {

  /**
   * Source text that is printed as it is. Where it comes from makes no difference to what it says:
   * two texts are equal if their characters are.
   *
   * @param line the line of the user's file that it comes from or stands for; 0 if there is none
   */
  record Text(String text, int line) implements Piece {
    public Text {
      Objects.requireNonNull(text);
    }

    public Text(String text) {
      this(text, 0);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text one && one.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /**
   * The name of a class or interface, printed through the import list of the generated file.
   *
   * @param packageName its package, empty for the unnamed one
   * @param simpleNames the simple names from the top-level type inwards
   */
  record TypeName(String packageName, List<String> simpleNames) implements Piece {
    public TypeName {
      simpleNames = List.copyOf(simpleNames);
    }
  }

  /** A variable of the body, used where the body itself runs. */
  record Use(Variable variable, Access access) implements Piece {}

  /**
   * A variable of the body, read by a lambda or a nested class. Java's rule that such a variable is
   * effectively final lets the printer hand out a snapshot when the variable lives in a field.
   */
  record Capture(Variable variable) implements Piece {}

  /**
   * The variable that a pattern binds, at the place of its declaration. Printed as the variable's
   * own name, or as a fresh one that {@link Bound} then copies.
   */
  record Binding(Variable variable) implements Piece {}

  /**
   * Follows a pattern test: copies what it bound into variables that live elsewhere.
   *
   * <pre>{@code
   * o instanceof String s            // s stays a local variable
   * (o instanceof String s1 && bound(s = s1))   // s is a field
   * }</pre>
   */
  record Bound(Fragment test, List<Variable> variables) implements Piece {
    public Bound {
      variables = List.copyOf(variables);
    }
  }

  /** How a {@link Use} touches its variable. */
  enum Access {
    READ,
    WRITE,
    UPDATE
  }
}

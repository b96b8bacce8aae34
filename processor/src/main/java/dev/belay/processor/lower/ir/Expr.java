package dev.belay.processor.lower.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression. What does not suspend is one {@link Pure} piece of the user's text; only the
 * skeleton around a suspension is taken apart.
 */
public sealed interface Expr {

  /** The type that Java gives the whole expression where it stands (C9, C29). */
  TypeText type();

  <R> R accept(Visitor<R> visitor);

  /** True when a suspension point lies inside. */
  boolean suspends();

  /**
   * An expression without a suspension.
   *
   * @param nature whether a later operand can change what it yields
   * @param constant its value, when Java calls it a constant expression
   */
  record Pure(Fragment code, TypeText type, Nature nature, @Nullable Object constant)
      implements Expr {

    public static final Pure TRUE =
        new Pure(Fragment.text("true"), TypeText.BOOLEAN, Nature.CONSTANT, true);

    public static Pure of(Fragment code, TypeText type) {
      return new Pure(code, type, Nature.EFFECT, null);
    }

    public static Pure read(Variable variable) {
      return new Pure(Fragment.read(variable), variable.type(), Nature.STABLE, null);
    }

    public boolean isConstant(Object value) {
      return value.equals(constant);
    }

    @Override
    public boolean suspends() {
      return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pure(this);
    }
  }

  /** {@code await(stage)}. */
  record Await(Expr stage, TypeText type, int line) implements Expr {
    @Override
    public boolean suspends() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.await(this);
    }
  }

  /** {@code out.yield(value)}, whose own value is what was sent (two-way) or nothing. */
  record Emit(Expr value, TypeText type, int line) implements Expr {
    @Override
    public boolean suspends() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.emit(this);
    }
  }

  /** Operands evaluated from left to right, then combined: calls, operators, casts, arrays. */
  record Combine(List<Part> parts, TypeText type) implements Expr {
    public Combine {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean suspends() {
      for (Part part : parts) {
        if (part instanceof Part.Operand operand && operand.value().suspends()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.combine(this);
    }
  }

  /** {@code left && right} or {@code left || right}. */
  record ShortCircuit(boolean conjunction, Expr left, Expr right) implements Expr {
    @Override
    public TypeText type() {
      return TypeText.BOOLEAN;
    }

    @Override
    public boolean suspends() {
      return left.suspends() || right.suspends();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shortCircuit(this);
    }
  }

  /** {@code condition ? whenTrue : whenFalse}. */
  record Conditional(Expr condition, Expr whenTrue, Expr whenFalse, TypeText type) implements Expr {
    @Override
    public boolean suspends() {
      return condition.suspends() || whenTrue.suspends() || whenFalse.suspends();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** Statements that run first, then a value: how the reader writes what Java has no word for. */
  record Sequence(List<Stmt> before, Pure value) implements Expr {
    public Sequence {
      before = List.copyOf(before);
    }

    @Override
    public TypeText type() {
      return value.type();
    }

    @Override
    public boolean suspends() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sequence(this);
    }
  }

  /** One part of a {@link Combine}. */
  sealed interface Part {
    /** Text between operands. */
    record Code(Fragment text) implements Part {}

    /** An operand. */
    record Operand(Expr value) implements Part {}
  }

  /** Whether an operand to the left of a suspension has to be saved (C1 to C3). */
  enum Nature {
    /** A compile-time constant: never saved. */
    CONSTANT,
    /** A variable that is assigned once: not saved. */
    STABLE,
    /** Anything else: saved. */
    EFFECT
  }

  /** One method a kind of expression, so that a new kind breaks whoever must know it. */
  interface Visitor<R> {
    R pure(Pure expr);

    R await(Await expr);

    R emit(Emit expr);

    R combine(Combine expr);

    R shortCircuit(ShortCircuit expr);

    R conditional(Conditional expr);

    R sequence(Sequence expr);
  }
}

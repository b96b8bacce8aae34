package dev.belay.processor.lower.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement. {@link Plain} is the user's text, whole; the others are there because something
 * inside them suspends or jumps across them. {@code line} is the line in the user's file.
 */
public sealed interface Stmt permits Stmt.Simple, Stmt.Compound, Jump, Suspend, Sugar {

  <R> R accept(StmtVisitor<R> visitor);

  /** A statement without statements inside. */
  sealed interface Simple extends Stmt {}

  /** A statement with statements inside. */
  sealed interface Compound extends Stmt {}

  /**
   * The user's text, or text made by a pass, with its own semicolon or braces.
   *
   * @param completes whether it can complete normally (JLS 14.22)
   */
  record Plain(Fragment code, boolean completes, int line) implements Simple {

    /** A statement that an expression makes. */
    public static Plain of(Fragment expression) {
      return new Plain(Fragment.of(expression, ";"), true, 0);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.plain(this);
    }
  }

  /**
   * A local variable's declaration.
   *
   * @param prefix what stands before the name where it stays a local variable: modifiers and type;
   *     empty: the variable's type
   */
  record Declare(Variable variable, @Nullable Expr value, Fragment prefix, int line)
      implements Simple {

    public static Declare temporary(Variable variable, @Nullable Expr value) {
      return new Declare(variable, value, Fragment.EMPTY, 0);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.declare(this);
    }
  }

  /** An assignment to a variable of the body. */
  record Assign(Variable variable, Expr value, int line) implements Simple {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /** An expression whose value nobody uses. */
  record Evaluate(Expr expression, int line) implements Simple {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.evaluate(this);
    }
  }

  /** Statements in braces. */
  record Block(List<Stmt> statements) implements Compound {
    public Block {
      statements = List.copyOf(statements);
    }

    public static Block of(Stmt... statements) {
      return new Block(List.of(statements));
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** {@code if}. */
  record If(Expr condition, Block then, @Nullable Block otherwise, int line) implements Compound {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /**
   * {@code for}, {@code while} and {@code do}.
   *
   * @param condition null: forever
   * @param testFirst false for {@code do}
   */
  record Loop(
      Target target,
      List<Stmt> init,
      @Nullable Expr condition,
      List<Expr> updates,
      Block body,
      boolean testFirst,
      int line)
      implements Compound {
    public Loop {
      init = List.copyOf(init);
      updates = List.copyOf(updates);
    }

    public static Loop forever(Target target, Block body, int line) {
      return new Loop(target, List.of(), null, List.of(), body, true, line);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** A statement that {@code break} can leave. */
  record Labeled(Target target, Block body) implements Compound {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.labeled(this);
    }
  }

  /** {@code synchronized}. Nothing in it suspends; it is here when something jumps out of it. */
  record Synchronized(Expr lock, Block body, int line) implements Compound {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.synchronize(this);
    }
  }

  /**
   * {@code switch}, as a statement.
   *
   * @param exhaustive true when no value of the selector passes every case by
   */
  record Switch(
      Target target, Expr selector, List<Case> cases, boolean arrows, boolean exhaustive, int line)
      implements Compound {
    public Switch {
      cases = List.copyOf(cases);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.choose(this);
    }
  }

  /**
   * One case group.
   *
   * @param label {@code case A, B} or {@code default}, without colon or arrow
   * @param bindings what its pattern binds; only where the switch suspends
   */
  record Case(Fragment label, List<Variable> bindings, Block body) {
    public Case {
      bindings = List.copyOf(bindings);
    }
  }

  /** {@code try} with {@code catch} clauses. */
  record TryCatch(Block body, List<Catch> catches) implements Compound {
    public TryCatch {
      catches = List.copyOf(catches);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.tryCatch(this);
    }
  }

  /** One {@code catch} clause; {@code types} is as written, alternatives included. */
  record Catch(Variable parameter, Fragment types, Block body) {}

  /**
   * {@code try} with {@code finally}.
   *
   * @param failure in a {@code finally} that the compiler made: what the body failed with, or null
   */
  record TryFinally(Block body, Block finalizer, @Nullable Variable failure) implements Compound {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.tryFinally(this);
    }
  }
}

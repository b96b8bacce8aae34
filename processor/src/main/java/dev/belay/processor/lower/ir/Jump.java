package dev.belay.processor.lower.ir;

import org.jspecify.annotations.Nullable;

/** A statement after which control goes elsewhere. */
public sealed interface Jump extends Stmt {

  /** {@code break}. */
  record Break(Target target) implements Jump {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** {@code continue}. */
  record Continue(Target target) implements Jump {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.proceed(this);
    }
  }

  /** {@code return}. The value, if any, is the result of an asynchronous method. */
  record Return(@Nullable Expr value, int line) implements Jump {

    /** The end of the run, with whatever result was stored before. */
    public static final Return PLAIN = new Return(null, 0);

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.giveBack(this);
    }
  }

  /** {@code throw}. */
  record Throw(Expr exception, int line) implements Jump {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.raise(this);
    }
  }
}

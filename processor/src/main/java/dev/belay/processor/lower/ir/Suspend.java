package dev.belay.processor.lower.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suspension point, at the root of a statement: the only place where one may be after spilling.
 */
public sealed interface Suspend extends Stmt {

  /** The number that {@code resume} is entered with to go on here; 0 until it is given. */
  int point();

  Suspend at(int point);

  /** What happens when the run is closed here; null where it cannot be. */
  @Nullable Stmt onClose();

  int line();

  /** Where the value goes; null if nobody wants it, or there is none. */
  @Nullable Variable result();

  /** Whether the result is declared here. */
  boolean declares();

  /**
   * Waits for a stage.
   *
   * @param type what the value is cast to
   * @param release whether it stands in a {@code finally} block, which nothing cuts short
   */
  record Await(
      int point,
      @Nullable Variable result,
      boolean declares,
      Expr stage,
      TypeText type,
      boolean release,
      @Nullable Stmt onClose,
      int line)
      implements Suspend {
    @Override
    public Await at(int number) {
      return new Await(number, result, declares, stage, type, release, onClose, line);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.await(this);
    }
  }

  /**
   * Hands out an element and waits for the next request.
   *
   * @param answered whether the consumer may answer with a value or a failure
   */
  record Emit(
      int point,
      @Nullable Variable result,
      boolean declares,
      Expr value,
      TypeText type,
      boolean answered,
      @Nullable Stmt onClose,
      int line)
      implements Suspend {
    @Override
    public Emit at(int number) {
      return new Emit(number, result, declares, value, type, answered, onClose, line);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.emit(this);
    }
  }

  /**
   * Asks the runtime until it is ready: the same question before and after the suspension.
   *
   * @param result declared here, if what is asked says more than whether it is ready
   * @param method the method of the machine that is asked; true, or {@code WAITING} in place of a
   *     result, means "not yet"
   * @param own whether that is about a run of the same companion, which the body resumes itself
   * @param first the arguments when reached; of a run, what creates it, or the open one
   * @param again the arguments when resumed; of an open run, what its block has failed with
   * @param purpose what happens here, for a comment; empty: the line of the source says it
   */
  record Ask(
      int point,
      @Nullable Variable result,
      String method,
      boolean own,
      Fragment first,
      Fragment again,
      @Nullable Stmt onClose,
      String purpose,
      int line)
      implements Suspend {
    @Override
    public Ask at(int number) {
      return new Ask(number, result, method, own, first, again, onClose, purpose, line);
    }

    @Override
    public boolean declares() {
      return result != null;
    }

    /** Whether a scope is opened, which is not left behind when the run is closed meanwhile. */
    public boolean opens() {
      return method.startsWith("entering");
    }

    /** Whether an element is asked for, where that may be cut short. */
    public boolean polls() {
      return method.equals("pulling");
    }

    /**
     * The same where nothing is cut short; what closes an iterator never is.
     *
     * <pre>{@code
     * pulling(iterator)          // pullingRelease(iterator)
     * entering(scope)            // enteringRelease(scope)
     * exiting(opened, failure)   // exitingRelease(opened, failure)
     * }</pre>
     */
    public Ask released() {
      boolean plain = List.of("pulling", "entering", "exiting").contains(method);
      return new Ask(
          point,
          result,
          plain ? method + "Release" : method,
          own,
          first,
          again,
          null,
          purpose,
          line);
    }

    /** Whether it stands in a {@code finally} block, which nothing cuts short. */
    public boolean isRelease() {
      return method.endsWith("Release");
    }

    /** The same with another way to be closed. */
    public Ask closing(@Nullable Stmt close) {
      return new Ask(point, result, method, own, first, again, close, purpose, line);
    }

    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.ask(this);
    }
  }
}

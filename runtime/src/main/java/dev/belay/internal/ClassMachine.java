package dev.belay.internal;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One use of an instance of a resource class (PEP 492's {@code __aenter__} and {@code __aexit__}),
 * in the form that the processor would give to
 *
 * <pre>
 *   T resource = await(self.open());
 *   Throwable failure = null;
 *   try { out.yield(resource); } catch (Throwable t) { failure = t; }
 *   boolean suppressed = await(self.close(failure));
 *   if (failure != null &amp;&amp; !suppressed) throw failure;
 * </pre>
 *
 * <p>The instance is not kept when the use has ended (A50). An instance whose opening was given up
 * and completes all the same is closed with a {@link java.util.concurrent.CancellationException}
 * (D19).
 *
 * @param <C> the type of the instance
 * @param <T> the type of what is handed out
 */
public abstract class ClassMachine<C, T extends @Nullable Object> extends ResourceMachine<T> {
  private @Nullable C self;
  private @Nullable Throwable failure;

  /** Whether the instance was opened before this run. */
  private boolean isOpen;

  /** The compiled method that is running, if one is. */
  private @Nullable MethodMachine<?> called;

  /** What the last one completed with. */
  private @Nullable Object result;

  /**
   * For generated machines.
   *
   * @param self the instance, which nobody has opened
   */
  protected ClassMachine(C self) {
    this.self = self;
  }

  /**
   * Opens the instance: {@link #calling} if the class's method is compiled, otherwise {@link
   * #pending}.
   *
   * @param self the instance
   * @return true if the machine must suspend
   * @throws Throwable what opening failed with (D3)
   */
  protected abstract boolean opening(C self) throws Throwable;

  /**
   * What the scope hands out (D2).
   *
   * @param self the instance
   * @param value what the stage of the opening completed with
   * @return the instance or the value
   */
  protected abstract T opened(C self, @Nullable Object value);

  /**
   * Closes the instance; called once if it has been opened, and never otherwise (D1). As {@link
   * #opening}.
   *
   * @param self the instance
   * @param failure what the use failed with; null if it did not fail (D5, D6)
   * @return true if the machine must suspend
   * @throws Throwable what closing failed with (D13)
   */
  protected abstract boolean closing(C self, @Nullable Throwable failure) throws Throwable;

  /**
   * Whether {@link #closing(Object, Throwable)} looks at the failure. If it does not and fails as
   * well, the failure of the use stands and has the other as suppressed; if it does, its own
   * failure replaces it (D11).
   *
   * @return true unless the class closes without a parameter
   */
  protected boolean seesFailure() {
    return true;
  }

  /**
   * Whether a failure of the use is suppressed (D7, D8).
   *
   * @param closed what the stage of the closing completed with
   * @return false unless the class says so
   */
  protected boolean suppresses(@Nullable Object closed) {
    return false;
  }

  /**
   * Runs a compiled method of the instance as a part of this body, so that what interrupts this one
   * finds it there.
   *
   * @param method a run that has not started
   * @return true if the machine must suspend
   * @throws Throwable whatever leaves the method
   */
  protected final boolean calling(MethodMachine<?> method) throws Throwable {
    method.adoptedBy(this);
    called = method;
    return again();
  }

  /** Runs the called method on, if it is one; a stage is complete when this machine is resumed. */
  private boolean again() throws Throwable {
    MethodMachine<?> method = called;
    if (method == null) {
      return false;
    }
    Object outcome = method.poll(root());
    if (outcome == WAITING) {
      return true;
    }
    called = null;
    result = outcome;
    return false;
  }

  private @Nullable Object outcome() throws Throwable {
    Object value = awaited == null ? result : taken();
    result = null;
    return value;
  }

  @Override
  public final @Nullable Object resume() throws Throwable {
    int at = resumed();
    C instance = self;
    if (instance == null) {
      throw new AssertionError("the machine has ended");
    }
    if (at <= 1) {
      if ((at == 0 && !isOpen) ? opening(instance) : again()) {
        return suspendAt(1);
      }
      return yieldAt(2, opened(instance, outcome()));
    }
    if (at == 2) {
      try {
        Object unused = received();
      } catch (Throwable t) {
        failure = t;
      }
    }
    boolean suppressed = false;
    try {
      if (at == 2 ? closing(instance, failure) : again()) {
        return suspendAt(3);
      }
      suppressed = suppresses(outcome());
    } catch (Throwable t) {
      if (failure == null || seesFailure()) {
        throw t;
      }
      Failures.suppress(failure, t);
    }
    if (failure != null && !suppressed) {
      throw failure;
    }
    return END;
  }

  /**
   * Another machine for the same instance, to close it if its stage completes although it has been
   * given up. Only stages are; a called method is unwound.
   *
   * @param self the instance
   * @return a run that has not started; null if the class's opening method is compiled
   */
  protected @Nullable ClassMachine<C, T> another(C self) {
    return null;
  }

  @Override
  final void abandoned(CompletionStage<?> stage) {
    ClassMachine<C, T> closer = self == null ? null : another(self);
    if (closer != null) {
      closer.isOpen = true;
      LateArrival.closing(
          stage,
          opened -> {
            Object unused = closer.begun();
            return closer;
          });
    }
  }

  @Override
  protected final void forget() {
    self = null;
    failure = null;
    called = null;
    result = null;
  }
}

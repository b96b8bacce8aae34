package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** A block with {@code using} (clauses D.1). */
public final class NativeUse<T> {
  private final NativeRuntime runtime;
  private final Opened<T> opened;
  private boolean left;

  NativeUse(NativeRuntime runtime, AsyncScope<T> scope, boolean releasing) {
    this.runtime = runtime;
    try {
      if (releasing) {
        this.opened = Objects.requireNonNull(runtime.releasing(scope::open));
        return;
      }
      // A companion's scope is opened as a part of this body, and opening it is no await of its
      // own.
      this.opened =
          scope instanceof NativeScope<T> own
              ? Run.outcome(own.open())
              : Objects.requireNonNull(runtime.await(scope.open(), false));
    } catch (CancellationException e) {
      if (!releasing) {
        runtime.closeIfInterrupted();
      }
      throw e;
    } catch (Throwable e) {
      throw Failure.thrown(e);
    }
  }

  public T value() {
    return opened.value();
  }

  /**
   * The block failed.
   *
   * @return whether the resource suppressed that
   */
  public boolean failed(Throwable failure) {
    if (failure instanceof Closing) {
      leave();
      return false;
    }
    left = true;
    try {
      return Boolean.TRUE.equals(runtime.releasing(() -> opened.close(failure)));
    } catch (Throwable t) {
      if (t != failure) {
        Failure.suppress(t, failure);
        throw t;
      }
      return false;
    }
  }

  /** Releases the resource after a block that did not fail. */
  public void leave() {
    if (!left) {
      left = true;
      runtime.releasing(() -> opened.close(null));
    }
  }
}

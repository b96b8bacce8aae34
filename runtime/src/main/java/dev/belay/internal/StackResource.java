package dev.belay.internal;

import dev.belay.AsyncStack;
import org.jspecify.annotations.Nullable;

/** The resource that is a stack: leaving its scope undoes what the stack holds. */
final class StackResource extends ResourceMachine<AsyncStack> {
  private @Nullable Stack stack;
  private Exits.@Nullable Closing closing;
  private @Nullable Throwable failure;

  StackResource(Stack stack) {
    this.stack = stack;
  }

  @Override
  @SuppressWarnings("NullAway") // The stack is set until the run has ended.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      return yieldAt(1, stack);
    }
    if (at == 1) {
      try {
        Object unused = received();
      } catch (Throwable t) {
        failure = t;
      }
      closing = stack.close(failure);
      if (pendingRelease(closing == null ? Settled.VOID : closing)) {
        return suspendAt(2);
      }
    }
    Object unused = taken();
    if (failure != null && (closing == null || !closing.suppressed())) {
      throw failure;
    }
    return END;
  }

  /** The unwinding has linked them, if the failure stood when the other came (D40). */
  @Override
  boolean addsGiven() {
    return false;
  }

  @Override
  protected void forget() {
    stack = null;
    closing = null;
    failure = null;
  }
}

package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Opens a scope for a stack, which releases it (D37). */
final class Enter<T extends @Nullable Object> extends MethodMachine<T> {
  private @Nullable Exits exits;
  private InFlight.@Nullable Work work;
  private @Nullable AsyncScope<T> scope;

  private Enter(Exits exits, InFlight.Work work, AsyncScope<T> scope) {
    this.exits = exits;
    this.work = work;
    this.scope = scope;
  }

  static <T extends @Nullable Object> CompletableFuture<T> of(Exits exits, AsyncScope<T> scope) {
    InFlight.Work work = exits.opening();
    CompletableFuture<T> entered = start(new Enter<>(exits, work, scope));
    exits.openings().started(work, entered);
    // When the future is complete: whoever waits for it must not see the resource released before.
    CompletableFuture<T> unused =
        entered.whenComplete((value, failure) -> exits.openings().ended(work));
    return entered;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Each reference is set until it is cleared.
  public @Nullable Object resume() throws Throwable {
    if (entering(resumed() == 0 ? scope : null)) {
      return suspendAt(1);
    }
    Opened<?> opened = entered();
    exits.add(new Exit.Leave(opened));
    if (exits.openings().isCancelled(work)) {
      throw new CancellationException(); // the stack is being closed, and has cancelled this
    }
    return complete((T) opened.value());
  }

  @Override
  protected void forget() {
    exits = null;
    work = null;
    scope = null;
  }
}

package dev.belay.internal;

import dev.belay.TaskGroup;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The resource that is a task group: leaving its scope waits for the tasks. */
final class GroupResource extends ResourceMachine<TaskGroup> {
  private @Nullable Group group;
  private @Nullable Block own;
  private @Nullable Throwable failure;

  GroupResource(Group group) {
    this.group = group;
  }

  @Override
  @SuppressWarnings("NullAway") // The group is set until the run has ended.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      own = Block.of(this);
      group.enters(own);
      return yieldAt(1, group);
    }
    if (at == 1) {
      try {
        Object unused = received();
      } catch (Throwable t) {
        failure = t;
      }
      if (own != null) {
        own.leave();
      }
      group.left(failure);
    }
    for (; ; ) {
      if (at != 2 && waitsForTasks()) {
        return suspendAt(2);
      }
      at = 1;
      Object unused = taken();
      if (group.finish()) {
        break;
      }
    }
    Throwable primary = group.primary();
    if (primary != null) {
      if (own != null) {
        Block.delivered(own.host(), false);
      }
      throw primary;
    }
    if (failure != null) {
      throw failure;
    }
    // Closed, the body returns, and that is no failure; cancelled, it has not been told yet.
    if (group.isCancelled() && !Phase.has(root().phase(), Phase.CLOSE | Phase.CLOSING)) {
      throw new CancellationException();
    }
    return END;
  }

  /** Waiting for the tasks still belongs to the use of the group: a cancel ends them (G14). */
  @SuppressWarnings("NullAway") // As above.
  private boolean waitsForTasks() {
    root().unshield();
    try {
      return Awaited.waits(this, group.ended());
    } finally {
      root().shield();
    }
  }

  /**
   * What belongs together has been put together, and the group's own cancellation has not (G12).
   */
  @Override
  boolean addsGiven() {
    return false;
  }

  @Override
  protected void forget() {
    group = null;
    own = null;
    failure = null;
  }
}

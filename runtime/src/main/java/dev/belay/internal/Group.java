package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.AsyncSupplier;
import dev.belay.TaskGroup;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tasks of a scope, and what has become of them (clauses G.2). */
public final class Group implements TaskGroup {
  private final InFlight tasks = new InFlight();
  private @Nullable Throwable primary;

  /** The tasks have been cancelled, or there are none any more: no other is started. */
  private boolean stopping;

  private boolean finished;

  /** Cancelled while the group waited for its tasks. */
  private boolean cancelled;

  /** Where the block is, while it runs; null if that is unknown. */
  private volatile @Nullable Block block;

  Group() {}

  /** As {@link TaskGroup#scope}. */
  public static AsyncScope<TaskGroup> scope() {
    return new GroupResource(new Group());
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> fork(AsyncSupplier<T> task) {
    Objects.requireNonNull(task, "task");
    InFlight.Work work;
    synchronized (this) {
      if (finished || stopping) {
        return Settled.misuse(
            finished
                ? "the task group has ended"
                : "the task group is being cancelled, and starts no task");
      }
      work = tasks.begin();
    }
    CompletableFuture<T> forked = Forked.of(task);
    tasks.started(work, forked);
    CompletableFuture<T> unused =
        forked.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                failed(failure);
              }
              tasks.ended(work);
            });
    return forked;
  }

  void enters(Block entered) {
    block = entered;
  }

  /** The block ends: with a failure, which the tasks are not to survive, or without. */
  void left(@Nullable Throwable failure) {
    block = null;
    if (failure instanceof CancellationException) {
      boolean unused = stop();
    } else if (failure != null) {
      failed(failure);
    }
  }

  private void failed(Throwable outcome) {
    Throwable failure = Failures.real(outcome);
    if (failure == null) {
      return; // a task that was cancelled fails nobody (G13)
    }
    synchronized (this) {
      Throwable first = primary;
      if (first == null) {
        primary = failure;
      } else if (failure instanceof Error && !(first instanceof Error)) {
        primary = failure; // outranks (G19)
        Failures.suppress(failure, first);
      } else {
        Failures.suppress(first, failure);
      }
    }
    boolean first = stop();
    Block interrupted = block;
    if (first && interrupted != null) {
      interrupted.cancel();
    }
  }

  /** Cancels the tasks, if that has not been done. */
  private boolean stop() {
    synchronized (this) {
      if (stopping) {
        return false;
      }
      stopping = true;
    }
    tasks.cancelAll();
    return true;
  }

  /** Completes when there are no tasks; cancelling it cancels them. */
  CompletableFuture<@Nullable Void> ended() {
    return tasks.none(
        () -> {
          cancelled = true;
          boolean unused = stop();
        });
  }

  /** Ends the group if no task has been started since. */
  synchronized boolean finish() {
    finished = tasks.isEmpty();
    return finished;
  }

  synchronized @Nullable Throwable primary() {
    return primary;
  }

  boolean isCancelled() {
    return cancelled;
  }

  @Override
  public synchronized String toString() {
    return "TaskGroup["
        + (finished ? "ended" : stopping ? "cancelling" : "open")
        + ", tasks="
        + tasks.size()
        + "]";
  }
}

package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The closing of a synchronous resource, as a task for an executor; it closes once. */
final class BlockingClose extends CompletableFuture<@Nullable Void> implements Runnable {
  private final AtomicReference<@Nullable AutoCloseable> open;

  BlockingClose(AutoCloseable resource) {
    open = new AtomicReference<>(resource);
  }

  @Override
  public void run() {
    close(null);
  }

  /** The executor has thrown. Better to block this thread than to keep the resource for ever. */
  void refused(Throwable refusal) {
    close(refusal);
  }

  private void close(@Nullable Throwable refusal) {
    AutoCloseable resource = open.getAndSet(null);
    if (resource == null) {
      return; // the task has run, or runs, whatever the executor says
    }
    Throwable failure = refusal;
    try {
      resource.close();
    } catch (Throwable t) {
      if (refusal == null) {
        failure = t;
      } else {
        Failures.suppress(refusal, t);
      }
    }
    boolean unused = failure == null ? complete(null) : completeExceptionally(failure);
  }
}

package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A hop to an executor (H11). Lazy: were it submitted before the body waits, the executor could be
 * done by then, and the body would go on where it is.
 */
public final class ResumeOn extends Promise<@Nullable Void> {
  private final Executor executor;
  private final AtomicBoolean submitted = new AtomicBoolean();

  private ResumeOn(Executor executor) {
    this.executor = executor;
  }

  /**
   * The hop.
   *
   * @param executor where to go
   * @return as {@link dev.belay.Async#resumeOn}
   */
  public static CompletionStage<@Nullable Void> of(Executor executor) {
    return new ResumeOn(executor);
  }

  @Override
  boolean awaitedBy(Driver root) {
    boolean first = super.awaitedBy(root);
    submit();
    return first;
  }

  private void submit() {
    if (submitted.compareAndSet(false, true)) {
      try {
        executor.execute(() -> succeed(null));
      } catch (Throwable t) {
        fail(t);
      }
    }
  }

  /** For those who do not await it in a body: the JDK makes dependents with this method. */
  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    submit();
    return super.newIncompleteFuture();
  }

  @Override
  public CompletableFuture<@Nullable Void> toCompletableFuture() {
    submit();
    return this;
  }

  /** Whatever the executor does later, it completes nothing then. */
  @Override
  boolean stops() {
    return true;
  }
}

package dev.belay.contextpropagation;

import dev.belay.ThreadContext;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.function.Supplier;

/**
 * Carries the thread-locals that are registered with {@link ContextRegistry#getInstance()} along
 * with bodies (H27). It is a service: on the class path it is installed, and nobody needs to name
 * it.
 *
 * <p>A body that had no value of a thread-local finds none on the thread that resumes it, whatever
 * is there.
 */
public final class MicrometerThreadContext implements ThreadContext {
  private final ContextSnapshotFactory snapshots =
      ContextSnapshotFactory.builder().clearMissing(true).build();

  /** For the service loader. */
  public MicrometerThreadContext() {}

  @Override
  public Supplier<Runnable> capture() {
    ContextSnapshot snapshot = snapshots.captureAll();
    return () -> snapshot.setThreadLocals()::close;
  }
}

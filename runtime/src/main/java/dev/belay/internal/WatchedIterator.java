package dev.belay.internal;

import dev.belay.AsyncIterator;
import java.lang.ref.Cleaner;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A run that is reported if its consumer loses it (A37). One that has not started holds nothing.
 */
final class WatchedIterator<T extends @Nullable Object> implements AsyncIterator<T> {
  private final GeneratorMachine<T> run;
  private final Lease lease;
  private final Cleaner cleaner;
  private boolean started;

  WatchedIterator(GeneratorMachine<T> run, Lease lease, Cleaner cleaner) {
    this.run = run;
    this.lease = lease;
    this.cleaner = cleaner;
  }

  @Override
  public CompletionStage<Boolean> advance() {
    if (!started) {
      started = true;
      lease.begin(cleaner, this);
    }
    CompletionStage<Boolean> stage = run.advance();
    // Keeps this reachable as long as somebody may complete the stage: it may end the run.
    Object unused = stage.whenComplete((more, failure) -> answered());
    return stage;
  }

  private void answered() {
    if (run.finished()) {
      lease.end();
    }
  }

  @Override
  public T current() {
    return run.current();
  }

  @Override
  public CompletionStage<@Nullable Void> closeAsync() {
    lease.end();
    return run.closeAsync();
  }
}

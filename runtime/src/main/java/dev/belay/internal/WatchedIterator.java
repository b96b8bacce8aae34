package dev.belay.internal;

import dev.belay.AsyncIterator;
import java.lang.ref.Cleaner;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run that is reported if its consumer loses it (A37). One that has not started holds nothing.
 */
class WatchedIterator<T extends @Nullable Object> implements AsyncIterator<T> {
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
  public final CompletionStage<Boolean> advance() {
    return requested(run::advance);
  }

  /** Makes a request, which starts the run if it is the first. */
  final CompletionStage<Boolean> requested(Supplier<CompletionStage<Boolean>> request) {
    if (!started) {
      started = true;
      lease.begin(cleaner, this);
    }
    CompletionStage<Boolean> stage = request.get();
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
  public final T current() {
    return run.current();
  }

  @Override
  public final CompletionStage<@Nullable Void> closeAsync() {
    lease.end();
    return run.closeAsync();
  }
}

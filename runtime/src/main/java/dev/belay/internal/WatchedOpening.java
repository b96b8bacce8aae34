package dev.belay.internal;

import dev.belay.Opened;
import java.lang.ref.Cleaner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An opening whose resource is reported if its user loses it (A37). */
final class WatchedOpening<T extends @Nullable Object> extends Promise<Opened<T>> {
  private final CompletableFuture<Opened<T>> opening;

  private WatchedOpening(CompletableFuture<Opened<T>> opening) {
    this.opening = opening;
  }

  static <T extends @Nullable Object> CompletableFuture<Opened<T>> of(
      CompletableFuture<Opened<T>> opening, Lease lease, Cleaner cleaner) {
    WatchedOpening<T> watched = new WatchedOpening<>(opening);
    Object unused =
        opening.whenComplete(
            (opened, failure) -> {
              if (failure != null) {
                watched.fail(Failures.unwrapped(failure));
              } else {
                WatchedOpened<T> handedOut = new WatchedOpened<>(opened, lease);
                lease.begin(cleaner, handedOut);
                watched.succeed(handedOut);
              }
            });
    return watched;
  }

  @Override
  boolean handsOver() {
    return true;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return opening.cancel(mayInterruptIfRunning);
  }

  /** What the user gets. */
  private record WatchedOpened<T extends @Nullable Object>(Opened<T> opened, Lease lease)
      implements Opened<T> {

    @Override
    public T value() {
      return opened.value();
    }

    @Override
    public CompletionStage<Boolean> close(@Nullable Throwable failure) {
      lease.end();
      return opened.close(failure);
    }
  }
}

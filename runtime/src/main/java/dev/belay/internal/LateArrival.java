package dev.belay.internal;

import dev.belay.Opened;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a resource that nobody waits for any more, and releases it if it comes (D19). A failure
 * of that release has only the handlers to go to (H26).
 */
final class LateArrival implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  private final AtomicBoolean arrived = new AtomicBoolean();
  private final Release release;

  /** What it is released with; it holds what fails then, if the resource does not say so (D11). */
  private final CancellationException reason;

  /** Releases what arrived. */
  interface Release {
    @Nullable CompletionStage<?> of(@Nullable Object resource) throws Throwable;
  }

  private LateArrival(Release release, CancellationException reason) {
    this.release = release;
    this.reason = reason;
  }

  /** Registers; throws nothing, whatever the stage does. */
  static void of(CompletionStage<?> stage, Release release) {
    register(stage, new LateArrival(release, new CancellationException()));
  }

  /** The same for something that is closed with a cancellation, if it comes. */
  static void closing(
      CompletionStage<?> stage, Function<@Nullable Object, @Nullable Opened<?>> opened) {
    CancellationException reason = new CancellationException();
    Release release =
        value -> {
          Opened<?> arrived = opened.apply(value);
          return arrived == null ? null : arrived.close(reason);
        };
    register(stage, new LateArrival(release, reason));
  }

  private static void register(CompletionStage<?> stage, LateArrival arrival) {
    try {
      Object unused = stage.whenComplete(arrival);
    } catch (Throwable t) {
      // A stage that cannot be listened to brings nothing.
    }
  }

  @Override
  public void accept(@Nullable Object resource, @Nullable Throwable failure) {
    if (failure == null && arrived.compareAndSet(false, true)) {
      try {
        Undelivered.ifFails(release.of(resource), reason);
      } catch (Throwable t) {
        Undelivered.tell(t);
      }
    }
  }
}

package dev.belay.internal;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a resource that nobody waits for any more, and releases it if it comes (D19). A failure
 * of that release has only the handlers to go to (H26).
 */
final class LateArrival implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  private final AtomicBoolean arrived = new AtomicBoolean();
  private final Release release;

  /** Releases what arrived. */
  interface Release {
    @Nullable CompletionStage<?> of(@Nullable Object resource) throws Throwable;
  }

  private LateArrival(Release release) {
    this.release = release;
  }

  /** Registers; throws nothing, whatever the stage does. */
  static void of(CompletionStage<?> stage, Release release) {
    try {
      Object unused = stage.whenComplete(new LateArrival(release));
    } catch (Throwable t) {
      // A stage that cannot be listened to brings nothing.
    }
  }

  @Override
  public void accept(@Nullable Object resource, @Nullable Throwable failure) {
    if (failure == null && arrived.compareAndSet(false, true)) {
      try {
        Undelivered.ifFails(release.of(resource));
      } catch (Throwable t) {
        Undelivered.tell(t);
      }
    }
  }
}

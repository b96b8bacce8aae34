package dev.belay.internal;

import dev.belay.UndeliveredFailureHandler;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Failures that reach nobody but the installed handlers (H26). */
public final class Undelivered {
  private Undelivered() {}

  /** Loaded when there is something to handle. */
  private static final class Installed {
    static final List<UndeliveredFailureHandler> HANDLERS =
        ServiceLoader.load(UndeliveredFailureHandler.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  /**
   * Tells the handlers, and throws nothing. A cancellation is nothing to tell.
   *
   * @param failure what nobody else will learn of
   */
  public static void tell(Throwable failure) {
    Throwable real = Failures.real(failure);
    if (real == null) {
      return;
    }
    try {
      for (UndeliveredFailureHandler handler : Installed.HANDLERS) {
        handler.undelivered(real);
      }
    } catch (Throwable t) {
      // There is nobody left to tell.
    }
  }

  /** Tells the handlers, once, if a stage fails that nobody waits for. */
  static void ifFails(@Nullable CompletionStage<?> stage) {
    ifFails(stage, new CancellationException());
  }

  /**
   * The same.
   *
   * @param reason what the stage's work was begun with; it holds what has failed if the stage does
   *     not say so
   */
  static void ifFails(@Nullable CompletionStage<?> stage, CancellationException reason) {
    if (stage != null) {
      AtomicBoolean told = new AtomicBoolean();
      Object unused =
          stage.whenComplete(
              (value, failure) -> {
                if (told.compareAndSet(false, true)) {
                  tell(failure != null ? failure : reason);
                }
              });
    }
  }
}

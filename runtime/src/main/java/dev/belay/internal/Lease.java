package dev.belay.internal;

import java.lang.ref.Cleaner;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The duty to close something that was handed out. Must not refer to the thing: when that has
 * become unreachable while the duty stands, nobody can close it any more.
 */
final class Lease implements Runnable {
  private static final String OWN_FRAMES = "dev.belay.internal.";

  private final Throwable place;
  private final Consumer<Throwable> report;
  private final AtomicBoolean ended = new AtomicBoolean();
  private Cleaner.@Nullable Cleanable cleanable;

  /**
   * Takes note of the place.
   *
   * @param what is handed out, as the subject of a sentence
   * @param report called with an exception whose message is that sentence, and whose trace the
   *     place
   */
  Lease(String what, Consumer<Throwable> report) {
    this.place =
        new Throwable(what + " was never closed, and nobody can close it any more. It comes from");
    this.report = report;
    place.setStackTrace(trimmed(place.getStackTrace()));
  }

  private static StackTraceElement[] trimmed(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .dropWhile(frame -> frame.getClassName().startsWith(OWN_FRAMES))
        .toArray(StackTraceElement[]::new);
  }

  /** Begins to watch, before the thing is handed out. */
  void begin(Cleaner cleaner, Object thing) {
    cleanable = cleaner.register(thing, this);
  }

  /** The duty is done, or there is nothing left to close. */
  void end() {
    Cleaner.Cleanable registered = cleanable;
    if (ended.compareAndSet(false, true) && registered != null) {
      registered.clean();
    }
  }

  /** Once, whether it has been ended or the thing has become unreachable. */
  @Override
  public void run() {
    if (ended.compareAndSet(false, true)) {
      report.accept(place);
    }
  }
}

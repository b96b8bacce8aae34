package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/** What one body awaits and another one, or a callback, completes. */
public final class Signal extends Promise<@Nullable Void> {

  /** What has not happened yet. */
  public Signal() {}

  /** Completes; a body that waits runs on this thread: hold no lock (H12). */
  public void fire() {
    succeed(null);
  }
}

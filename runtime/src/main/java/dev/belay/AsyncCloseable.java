package dev.belay;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Something that takes time to close. */
@FunctionalInterface
public interface AsyncCloseable {

  /**
   * Closes, once: further calls complete normally and do nothing (A29).
   *
   * @return completes when closing has ended, on the thread that ended it; fails with what went
   *     wrong. Never null, and nothing is thrown instead
   */
  CompletionStage<@Nullable Void> closeAsync();
}

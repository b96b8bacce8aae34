package dev.belay.samples;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Runs bodies one at a time, in the order in which they became ready, as asyncio does. */
interface Loop extends Executor {
  /** Completes after a while. */
  CompletionStage<?> sleep(Duration time);
}

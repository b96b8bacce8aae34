package dev.belay.samples;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C or SIGTERM as a stage that a body can await.
 *
 * <p>The JVM answers both by running shutdown hooks, and dies when they return. So the hook
 * completes the stage and then waits until the program says that everything has been closed.
 */
final class StopSignal {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
  private static final int PATIENCE_SECONDS = 30;

  private final CompletableFuture<Void> requested = new CompletableFuture<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  private StopSignal() {}

  static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
    return signal;
  }

  /** Completes when the program is asked to stop. */
  CompletionStage<Void> requested() {
    return requested;
  }

  /** Everything is closed; the process may end. */
  void ended(int exitCode) {
    ended.complete(exitCode);
  }

  private void stop() {
    if (ended.isDone()) {
      return; // The program ended by itself, which runs the hooks too.
    }
    LOG.info("Stopping");
    requested.complete(null);
    try {
      int exitCode = ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      LOG.info("Stopped");
      // Left alone, the JVM would report the signal (143 for SIGTERM), as if it had been killed.
      Runtime.getRuntime().halt(exitCode);
    } catch (TimeoutException e) {
      LOG.error("Not everything was closed within {} seconds; giving up", PATIENCE_SECONDS);
    } catch (InterruptedException | ExecutionException e) {
      LOG.error("Stopped while closing", e);
    }
  }
}

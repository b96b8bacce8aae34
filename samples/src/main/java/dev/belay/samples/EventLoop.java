package dev.belay.samples;

import static dev.belay.Async.resumeOn;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The one thread on which Vert.x handles a connection, for the body that answers one request on it.
 *
 * <p>A body goes on wherever the stage that it awaited was completed, which after a query is a
 * thread of the database driver; {@code await(loop.here())} brings it back. And a body that never
 * has to wait would keep the thread from all others, even from the news that its client has gone;
 * so now and then the same {@code await} lets them have their turn.
 */
final class EventLoop {
  private static final CompletableFuture<?> HERE = CompletableFuture.completedFuture(null);
  private static final int TURN = 100;

  private final Context context;
  private final Thread thread;
  private int sinceTurn;

  /**
   * An event loop.
   *
   * @param context how to get there
   * @param thread its thread
   */
  EventLoop(Context context, Thread thread) {
    this.context = context;
    this.thread = thread;
  }

  /** The event loop that the caller runs on. */
  static EventLoop current() {
    return new EventLoop(
        Objects.requireNonNull(Vertx.currentContext(), "not on an event loop"),
        Thread.currentThread());
  }

  /** To be awaited; mostly complete if the body is there already, and then it costs nothing. */
  CompletionStage<?> here() {
    if (Thread.currentThread() == thread && ++sinceTurn < TURN) {
      return HERE;
    }
    sinceTurn = 0;
    return resumeOn(task -> context.runOnContext(unused -> task.run()));
  }
}

package dev.belay.samples;

import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes lines no faster than the client reads them. To be used on the event loop. */
final class ResponseLines {
  private static final CompletableFuture<@Nullable Void> ROOM =
      CompletableFuture.completedFuture(null);

  private final HttpServerResponse response;

  ResponseLines(HttpServerResponse response) {
    this.response = response;
  }

  /**
   * Writes a line.
   *
   * @return completes when there is room for another: at once, or when the client has read enough
   */
  @SuppressWarnings("IgnoredStage") // a failure closes the response, which others see
  CompletionStage<@Nullable Void> write(String line) {
    response.write(line + "\n");
    if (!response.writeQueueFull()) {
      return ROOM;
    }
    CompletableFuture<@Nullable Void> drained = new CompletableFuture<>();
    response.drainHandler(unused -> drained.complete(null));
    return drained;
  }
}

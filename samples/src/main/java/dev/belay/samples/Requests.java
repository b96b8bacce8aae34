package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that are being answered: none outlives its client, and none the server. */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final Map<Call, CompletableFuture<?>> running = new ConcurrentHashMap<>();
  private final BiConsumer<Call, Throwable> onFailure;

  /**
   * No requests yet.
   *
   * @param onFailure is told what went wrong here, and not at the client's
   */
  Requests(BiConsumer<Call, Throwable> onFailure) {
    this.onFailure = onFailure;
  }

  /** Requests whose failures are logged. */
  static Requests logged() {
    return new Requests((call, failure) -> LOG.error("{}: request failed", call.client(), failure));
  }

  int size() {
    return running.size();
  }

  /**
   * Takes charge of an answer that has been started. To be called on the event loop of the call.
   *
   * @param call the request
   * @param answer completes when it has been answered; is cancelled if the client goes first
   * @return completes when nothing of the request is left, and never fails
   */
  CompletableFuture<?> add(Call call, CompletableFuture<?> answer) {
    running.put(call, answer);
    if (!call.response().ended()) {
      call.response().closeHandler(disconnected -> cancel(call, answer));
    }
    return RequestsAsync.watch(this, call, answer);
  }

  private static void cancel(Call call, CompletableFuture<?> answer) {
    if (!answer.isDone()) {
      LOG.info("{}: client disconnected", call.client());
      answer.cancel(false);
    }
  }

  @AsyncMethod
  void watch(Call call, CompletableFuture<?> answer) {
    try {
      await(RequestsAsync.answered(this, call, answer));
    } catch (Throwable failure) { // The client could not be told what went wrong.
      onFailure.accept(call, failure);
    } finally {
      running.remove(call);
    }
  }

  @AsyncMethod
  void answered(Call call, CompletableFuture<?> answer) {
    try {
      await(answer, IOException.class);
    } catch (CancellationException e) {
      // The client has gone, or the server is stopping: only what could not be closed is news.
      for (Throwable failure : e.getSuppressed()) {
        onFailure.accept(call, failure);
      }
    } catch (IOException | HttpClosedException e) {
      LOG.info("{}: client disconnected while it was sending", call.client());
    } catch (BadRequest e) {
      await(call.loop().here());
      call.reply(e.status(), new JsonObject().put("error", e.getMessage()));
    } catch (Throwable failure) {
      onFailure.accept(call, failure);
      await(call.loop().here());
      call.fail();
    }
  }

  /** Cancels all and waits until each has closed what it had opened. */
  @AsyncMethod
  void end() {
    for (CompletableFuture<?> answer : running.values()) {
      answer.cancel(false);
    }
    for (CompletableFuture<?> answer : running.values()) {
      try {
        await(answer);
      } catch (Throwable failure) {
        // Logged by watch.
      }
    }
  }
}

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests that are being answered: none outlives its client, and none the server. */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final Map<Call, CompletableFuture<?>> running = new ConcurrentHashMap<>();

  int size() {
    return running.size();
  }

  /**
   * Takes charge of an answer that has been started. To be called on the event loop of the call.
   *
   * @param call the request
   * @param answer completes when it has been answered; is cancelled if the client goes first
   */
  void add(Call call, CompletableFuture<?> answer) {
    running.put(call, answer);
    if (!call.response().ended()) {
      call.response().closeHandler(disconnected -> cancel(call, answer));
    }
    var unused = RequestsAsync.watch(this, call, answer);
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
      await(answer, IOException.class);
    } catch (CancellationException e) {
      // There is nobody to tell: the client has gone, or the server is stopping.
    } catch (IOException | HttpClosedException e) {
      LOG.info("{}: client disconnected while it was sending", call.client());
    } catch (BadRequest e) {
      await(call.loop().here());
      call.reply(e.status(), new JsonObject().put("error", e.getMessage()));
    } catch (Throwable failure) {
      LOG.error("{}: request failed", call.client(), failure);
      await(call.loop().here());
      call.fail();
    } finally {
      running.remove(call);
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

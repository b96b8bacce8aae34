package dev.belay.samples;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/**
 * A request that is being answered.
 *
 * @param client who asks, for the log
 * @param response where the answer goes
 * @param loop the event loop of the response
 */
record Call(String client, HttpServerResponse response, EventLoop loop) {

  /** The request that the calling event loop is just handling. */
  static Call of(RoutingContext routed) {
    return new Call(
        routed.request().remoteAddress().toString(), routed.response(), EventLoop.current());
  }

  /**
   * A number that stands in the address.
   *
   * @throws BadRequest if it is none
   */
  static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadRequest(400, "'" + text + "' is not a number");
    }
  }

  /**
   * Answers with JSON.
   *
   * @param body a {@link io.vertx.core.json.JsonObject} or an array of them
   */
  void reply(int status, Object body) {
    reply(status, "application/json", Json.encode(body) + "\n");
  }

  @SuppressWarnings("IgnoredStage") // a client that has gone away needs no answer
  void reply(int status, String type, String body) {
    response.setStatusCode(status).putHeader("content-type", type).end(body);
  }

  /** Tells the client that something went wrong here, or at least that this is not the end. */
  @SuppressWarnings("IgnoredStage") // a client that has gone away needs no answer
  void fail() {
    if (response.headWritten()) {
      response.reset();
    } else {
      response.setStatusCode(500).end();
    }
  }
}

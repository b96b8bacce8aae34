package dev.belay.samples;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
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

  void reply(int status, JsonObject body) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.encode() + "\n");
  }

  /** Tells the client that something went wrong here, or at least that this is not the end. */
  void fail() {
    if (response.headWritten()) {
      response.reset();
    } else {
      response.setStatusCode(500).end();
    }
  }
}

package dev.belay.samples;

import io.r2dbc.pool.ConnectionPool;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/** Which path is answered by whom. */
final class Routes {
  private Routes() {}

  static Handler<HttpServerRequest> of(
      Vertx vertx, ConnectionPool pool, Posts posts, Requests requests) {
    PostStream postStream = new PostStream(pool, posts);
    UserById userById = new UserById(new Users(pool));
    Router router = Router.router(vertx);
    router
        .get("/posts/stream")
        .handler(
            routed -> {
              Call call = Call.of(routed);
              requests.add(call, PostStreamAsync.answer(postStream, call));
            });
    router
        .get("/users/:id")
        .handler(
            routed -> {
              Call call = Call.of(routed);
              requests.add(call, UserByIdAsync.answer(userById, call, routed.pathParam("id")));
            });
    return router;
  }
}

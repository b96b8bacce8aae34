package dev.belay.samples;

import dev.belay.faults.World;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/**
 * A client whose server is no Vert.x: each write and each turn of the event loop is a place of a
 * world, and after each line it makes the server wait for room.
 */
final class WorldClient {
  private WorldClient() {}

  /** A request of such a client. */
  static Call call(World world) {
    HttpServerResponse[] response = new HttpServerResponse[1];
    Puppet.Answer itself = arguments -> response[0];
    response[0] =
        Puppet.of(
            HttpServerResponse.class,
            Map.of(
                "setChunked",
                itself,
                "setStatusCode",
                itself,
                "putHeader",
                itself,
                "write",
                arguments -> sent(world, "write"),
                "end",
                arguments -> sent(world, "end"),
                "writeQueueFull",
                arguments -> true,
                "drainHandler",
                arguments -> later(world, arguments)));
    Context context =
        Puppet.of(Context.class, Map.of("runOnContext", arguments -> later(world, arguments)));
    return new Call("client", response[0], new EventLoop(context, new Thread()));
  }

  private static Future<Void> sent(World world, String name) {
    world.call(name);
    return Future.succeededFuture();
  }

  @SuppressWarnings("unchecked") // Both methods are given a handler of nothing.
  private static Object later(World world, Object[] arguments) {
    world.turn(() -> ((Handler<Void>) arguments[0]).handle(null));
    return null;
  }
}

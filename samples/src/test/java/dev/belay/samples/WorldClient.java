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
  private final World world;
  private final Call call;
  private int patience;
  private boolean gone;
  private Handler<Void> onLeave = nothing -> {};

  /** One that reads to the end. */
  WorldClient(World world) {
    this(world, Integer.MAX_VALUE);
  }

  /** One that leaves after so many lines, as if there were no room for more. */
  WorldClient(World world, int lines) {
    this.world = world;
    this.patience = lines;
    HttpServerResponse[] response = new HttpServerResponse[1];
    Puppet.Answer itself = arguments -> response[0];
    response[0] =
        Puppet.of(
            HttpServerResponse.class,
            Map.ofEntries(
                Map.entry("setChunked", itself),
                Map.entry("setStatusCode", itself),
                Map.entry("putHeader", itself),
                Map.entry("write", arguments -> sent("write")),
                Map.entry("end", arguments -> sent("end")),
                Map.entry("writeQueueFull", arguments -> true),
                Map.entry("drainHandler", arguments -> drained(handler(arguments))),
                Map.entry("ended", arguments -> false),
                Map.entry("headWritten", arguments -> false),
                Map.entry("closeHandler", arguments -> leaving(response[0], handler(arguments)))));
    Context context =
        Puppet.of(Context.class, Map.of("runOnContext", arguments -> later(handler(arguments))));
    this.call = new Call("client", response[0], new EventLoop(context, new Thread()));
  }

  /** Its request. */
  Call call() {
    return call;
  }

  /** Goes away. */
  void leave() {
    gone = true;
    onLeave.handle(null);
  }

  /** Who asks too late is told all the same. */
  private HttpServerResponse leaving(HttpServerResponse response, Handler<Void> handler) {
    onLeave = handler;
    if (gone) {
      handler.handle(null);
    }
    return response;
  }

  private Future<Void> sent(String name) {
    world.call(name);
    return Future.succeededFuture();
  }

  private Object drained(Handler<Void> room) {
    return later(--patience > 0 ? room : nothing -> leave());
  }

  private Object later(Handler<Void> handler) {
    world.turn(() -> handler.handle(null));
    return null;
  }

  @SuppressWarnings("unchecked") // All of these methods are given a handler of nothing.
  private static Handler<Void> handler(Object[] arguments) {
    return (Handler<Void>) arguments[0];
  }
}

package dev.belay.samples;

import dev.belay.faults.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.Map;

/** What a server stands on when its start and its stop are places of a world. */
final class WorldPlatform {
  static final int PORT = 7;

  private WorldPlatform() {}

  static Platform of(World world) {
    return new Platform(
        () -> {
          world.call("event loops");
          return eventLoops(world, world.acquire());
        },
        settings -> {
          world.call("connections");
          return new WorldDatabase(world).pool();
        });
  }

  private static Vertx eventLoops(World world, int resource) {
    return Puppet.of(
        Vertx.class,
        Map.of(
            "createHttpServer",
            arguments -> httpServer(world),
            "close",
            arguments -> {
              world.released(resource);
              return done(world, "close event loops", () -> {});
            }));
  }

  /** It listens when its stage has come, unless it has been shut down by then. */
  private static HttpServer httpServer(World world) {
    LateResource listening = new LateResource(world);
    HttpServer[] server = new HttpServer[1];
    server[0] =
        Puppet.of(
            HttpServer.class,
            Map.of(
                "requestHandler",
                arguments -> server[0],
                "listen",
                arguments -> done(world, "listen", listening::open),
                "actualPort",
                arguments -> PORT,
                "shutdown",
                arguments -> {
                  listening.close();
                  return done(world, "shutdown", () -> {});
                }));
    return server[0];
  }

  private static Future<Void> done(World world, String name, Runnable effect) {
    return Future.fromCompletionStage(
        WorldFuture.of(
            world,
            name,
            () -> {
              effect.run();
              return null;
            }));
  }
}

package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.Yield;
import io.r2dbc.pool.ConnectionPool;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Start-up and shutdown in one place, as FastAPI's {@code lifespan} has it: what is above the yield
 * starts the server, and what has been opened by then is closed in reverse order when the server
 * stops, or when a later step of the start-up fails.
 */
final class Lifespan {
  private static final Logger LOG = LoggerFactory.getLogger(Lifespan.class);

  /** A kernel buffer of megabytes would hide from us that a client has stopped reading. */
  private static final int SEND_BUFFER_BYTES = 64 * 1024;

  private static final int GRACE_SECONDS = 1;

  private Lifespan() {}

  /** The whole server. */
  @AsyncResource
  static void blog(Platform platform, Settings settings, Yield<Blog> running) {
    Vertx vertx = using(LifespanAsync.eventLoops(platform));
    ConnectionPool pool = using(PoolAsync.warm(platform.connections().apply(settings)));
    await(SchemaAsync.create(pool));
    await(SeedAsync.fill(pool));
    WordCounts words = using(WordCountsAsync.running(pool));
    Requests requests = using(LifespanAsync.requests());
    Posts posts = new Posts(settings.pageSize());
    Routes routes = new Routes(pool, posts, requests, words);
    HttpServer server =
        using(LifespanAsync.httpServer(vertx, settings.port(), routes.router(vertx)));
    running.yield(new Blog(server.actualPort(), pool, posts));
  }

  @AsyncResource
  static void eventLoops(Platform platform, Yield<Vertx> running) {
    LOG.info("Starting event loops");
    Vertx vertx = platform.eventLoops().get();
    try {
      running.yield(vertx);
    } finally {
      LOG.info("Stopping event loops");
      await(vertx.close().toCompletionStage());
    }
  }

  /** Opened before the HTTP server and so closed after it: no more requests come, some may run. */
  @AsyncResource
  static void requests(Yield<Requests> open) {
    Requests requests = Requests.logged();
    try {
      open.yield(requests);
    } finally {
      LOG.info("Ending {} requests", requests.size());
      await(RequestsAsync.end(requests));
    }
  }

  @AsyncResource
  static void httpServer(
      Vertx vertx, int port, Handler<HttpServerRequest> handler, Yield<HttpServer> listening) {
    LOG.info("Starting HTTP server on port {}", port);
    HttpServerOptions options = new HttpServerOptions();
    options.setPort(port).setSendBufferSize(SEND_BUFFER_BYTES);
    // Without TLS, HTTP/2 begins as an upgrade of HTTP/1.1, in which large bodies get garbled.
    options.setHttp2ClearTextEnabled(false);
    HttpServer server = vertx.createHttpServer(options).requestHandler(handler);
    try {
      await(LifespanAsync.listen(server, port));
      listening.yield(server);
    } finally {
      LOG.info("Stopping HTTP server");
      await(server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).toCompletionStage());
    }
  }

  /** The second argument of await makes a checked exception known to the compiler. */
  @AsyncMethod
  static void listen(HttpServer server, int port) {
    try {
      await(server.listen().toCompletionStage(), BindException.class);
    } catch (BindException e) {
      throw new CannotStart(
          "port " + port + " is in use; set PORT to another, or to 0 for any free one", e);
    }
  }
}

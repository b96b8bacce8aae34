package dev.belay.samples;

import io.r2dbc.pool.ConnectionPool;
import io.vertx.core.Vertx;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the server stands on. Tests put something in its place that fails when they want it to.
 *
 * @param eventLoops starts event loops, which run until they are closed
 * @param connections makes a pool that has no connection yet
 */
record Platform(Supplier<Vertx> eventLoops, Function<Settings, ConnectionPool> connections) {
  static final Platform REAL = new Platform(Vertx::vertx, Pool::of);
}

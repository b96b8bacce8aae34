package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.Yield;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections, and how it is opened and closed as a resource of the {@link Lifespan}.
 */
final class Pool {
  private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

  private Pool() {}

  /** A pool that has no connection yet. */
  static ConnectionPool of(Settings settings) {
    ConnectionFactoryOptions database = settings.database();
    LOG.info("Connecting to {}", database.getValue(ConnectionFactoryOptions.DRIVER));
    return new ConnectionPool(configuration(settings, driver(database)));
  }

  /** Opens the first connections at once, so that a wrong URL stops the start-up. */
  @AsyncResource
  static void warm(ConnectionPool pool, Yield<ConnectionPool> open) {
    try {
      await(PoolAsync.connect(pool));
      open.yield(pool);
    } finally {
      LOG.info("Closing connections");
      await(Publishers.done(pool.close()));
    }
  }

  @AsyncMethod
  static void connect(ConnectionPool pool) {
    try {
      await(Publishers.one(pool.warmup()));
    } catch (R2dbcException e) {
      throw new CannotStart("the database of DATABASE_URL refuses: " + e.getMessage(), e);
    }
  }

  private static ConnectionFactory driver(ConnectionFactoryOptions database) {
    ConnectionFactory driver = ConnectionFactories.find(database);
    if (driver == null) {
      throw new CannotStart("DATABASE_URL needs a driver that is not there");
    }
    return driver;
  }

  private static ConnectionPoolConfiguration configuration(
      Settings settings, ConnectionFactory driver) {
    return ConnectionPoolConfiguration.builder(driver)
        .initialSize(1)
        .maxSize(settings.poolSize())
        .build();
  }
}

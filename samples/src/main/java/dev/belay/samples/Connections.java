package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncResource;
import dev.belay.AsyncScope;
import dev.belay.Yield;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;

/**
 * Borrowing a connection, plainly or in a transaction. Each is a resource: what stands after the
 * yield happens on every way out, also when the borrower is cancelled.
 */
final class Connections {
  private Connections() {}

  /** A connection, closed at the end; one of a pool is given back to it. */
  static AsyncScope<Connection> connection(ConnectionFactory database) {
    return Publishers.scope(database::create, Connection::close);
  }

  /** A connection in a transaction that only reads, so that there is nothing to commit. */
  @AsyncResource
  static void reading(ConnectionPool pool, Yield<Connection> borrowed) {
    Connection connection = using(connection(pool));
    await(Publishers.done(connection.beginTransaction(ReadOnly.TRANSACTION)));
    try {
      borrowed.yield(connection);
    } finally {
      await(Publishers.done(connection.rollbackTransaction()));
    }
  }

  /** A connection in a transaction that is committed, unless the borrower fails. */
  @AsyncResource
  static void writing(ConnectionPool pool, Yield<Connection> borrowed) {
    Connection connection = using(connection(pool));
    await(Publishers.done(connection.beginTransaction()));
    try {
      borrowed.yield(connection);
    } catch (Throwable failure) {
      await(Publishers.done(connection.rollbackTransaction()));
      throw failure;
    }
    await(Publishers.done(connection.commitTransaction()));
  }
}

package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.Optional;

/** The users. */
final class Users {
  private final ConnectionPool pool;

  Users(ConnectionPool pool) {
    this.pool = pool;
  }

  /** Borrows a connection for one query; it is back in the pool when the future completes. */
  @AsyncMethod
  Optional<User> find(long id) {
    Connection connection = using(Connections.connection(pool));
    Statement query =
        connection.createStatement("SELECT id, name FROM blog_users WHERE id = $1").bind(0, id);
    return await(QueriesAsync.rows(query, User::from)).stream().findFirst();
  }
}

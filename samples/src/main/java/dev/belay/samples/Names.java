package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.spi.Connection;
import java.util.List;

/** A table of names, changed in {@link Transaction transactions}. */
final class Names {
  private Names() {}

  @AsyncMethod
  static void createTable(Connection connection) {
    await(
        QueriesAsync.update(
            connection.createStatement("CREATE TABLE names (name VARCHAR(100) PRIMARY KEY)")));
  }

  /** Adds all of the names or, if one of them is blank or taken, none. */
  @AsyncMethod
  static int add(Connection connection, List<String> names) {
    using(TransactionScope.of(connection));
    for (String name : names) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a blank name");
      }
      await(
          QueriesAsync.update(
              connection.createStatement("INSERT INTO names VALUES ($1)").bind(0, name)));
    }
    return names.size();
  }

  /** All names, sorted. */
  @AsyncMethod
  static List<String> all(Connection connection) {
    return await(
        QueriesAsync.rows(
            connection.createStatement("SELECT name FROM names ORDER BY name"),
            row -> String.valueOf(row.get(0, String.class))));
  }
}

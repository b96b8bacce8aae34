package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import io.r2dbc.spi.Connection;
import java.util.List;

/**
 * Numbers for new rows. A row of a table holds the last one, and is locked until the transaction
 * ends: numbers become visible in their order, and whoever reads on after the last one misses none.
 */
final class Ids {
  static final String POST = "post";
  static final String USER = "user";

  private Ids() {}

  /** The next number, which is given back if the transaction is rolled back. */
  @AsyncMethod
  static long next(Connection connection, String kind) {
    await(
        QueriesAsync.update(
            connection
                .createStatement("UPDATE blog_ids SET last_id = last_id + 1 WHERE kind = $1")
                .bind(0, kind)));
    List<Long> last =
        await(
            QueriesAsync.rows(
                connection
                    .createStatement("SELECT last_id FROM blog_ids WHERE kind = $1")
                    .bind(0, kind),
                row -> row.get(0, Long.class)));
    return last.get(0);
  }

  /** Begins after the rows that are there, if it has not begun. */
  @AsyncMethod
  static void begin(Connection connection, String kind, String table) {
    await(
        QueriesAsync.update(
            connection.createStatement(
                "INSERT INTO blog_ids (kind, last_id) SELECT '%s', COALESCE(MAX(id), 0) FROM %s"
                        .formatted(kind, table)
                    + " HAVING NOT EXISTS (SELECT 1 FROM blog_ids WHERE kind = '%s')"
                        .formatted(kind))));
  }
}

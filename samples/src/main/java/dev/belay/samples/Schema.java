package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables, in SQL that H2 and PostgreSQL share. */
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS blog_users (
            id BIGINT PRIMARY KEY,
            name VARCHAR(100) NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS blog_posts (
            id BIGINT PRIMARY KEY,
            author_id BIGINT NOT NULL REFERENCES blog_users (id),
            title VARCHAR(200) NOT NULL,
            body VARCHAR(2000) NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS blog_words (
            post_id BIGINT PRIMARY KEY REFERENCES blog_posts (id),
            words INT NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS blog_ids (
            kind VARCHAR(10) PRIMARY KEY,
            last_id BIGINT NOT NULL)
          """);

  private Schema() {}

  @AsyncMethod
  static void create(ConnectionPool pool) {
    LOG.info("Creating tables");
    Connection connection = using(Connections.connection(pool));
    for (String table : TABLES) {
      await(QueriesAsync.update(connection.createStatement(table)));
    }
  }
}

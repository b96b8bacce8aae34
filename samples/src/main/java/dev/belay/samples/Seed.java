package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something to read, all or none of it: it is written in one transaction. */
final class Seed {
  static final int USERS = 100;
  static final int POSTS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Seed.class);
  private static final int BATCH = 500;
  private static final String WORDS = "The rope runs from climber to partner and holds the fall. ";

  private Seed() {}

  @AsyncMethod
  static void fill(ConnectionPool pool) {
    Connection connection = using(ConnectionsAsync.writing(pool));
    if (await(SeedAsync.isFilled(connection))) {
      LOG.info("Posts are there already");
    } else {
      await(QueriesAsync.update(users(connection)));
      for (int first = 1; first <= POSTS; first += BATCH) {
        await(QueriesAsync.update(posts(connection, first)));
      }
      LOG.info("Wrote {} users and {} posts", USERS, POSTS);
    }
    await(IdsAsync.begin(connection, Ids.USER, "blog_users"));
    await(IdsAsync.begin(connection, Ids.POST, "blog_posts"));
  }

  @AsyncMethod
  static boolean isFilled(Connection connection) {
    Statement query = connection.createStatement("SELECT id FROM blog_posts WHERE id = 1");
    List<Long> found = await(QueriesAsync.rows(query, row -> row.get(0, Long.class)));
    return !found.isEmpty();
  }

  private static Statement users(Connection connection) {
    Statement insert =
        connection.createStatement("INSERT INTO blog_users (id, name) VALUES " + rows(USERS, 2));
    for (int i = 0; i < USERS; i++) {
      insert.bind(2 * i, i + 1L).bind(2 * i + 1, "User " + (i + 1));
    }
    return insert;
  }

  private static Statement posts(Connection connection, int first) {
    Statement insert =
        connection.createStatement(
            "INSERT INTO blog_posts (id, author_id, title, body) VALUES " + rows(BATCH, 4));
    for (int i = 0; i < BATCH; i++) {
      long id = (long) first + i;
      insert
          .bind(4 * i, id)
          .bind(4 * i + 1, 1 + id % USERS)
          .bind(4 * i + 2, "Post " + id)
          .bind(4 * i + 3, WORDS.repeat(10));
    }
    return insert;
  }

  /** {@code ($1, $2), ($3, $4)}: the placeholders of several rows. */
  private static String rows(int rows, int columns) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows * columns; i++) {
      text.append(i == 0 ? "(" : i % columns == 0 ? "), (" : ", ").append('$').append(i + 1);
    }
    return text.append(')').toString();
  }
}

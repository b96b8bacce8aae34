package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code GET /posts/{id}}: one post, with the number of its words once they have been counted. */
final class OnePost {
  private static final String QUERY =
      "SELECT id, author_id, title, body, words FROM blog_posts"
          + " LEFT JOIN blog_words ON post_id = id WHERE id = $1";

  private final ConnectionPool pool;

  OnePost(ConnectionPool pool) {
    this.pool = pool;
  }

  @AsyncMethod
  void answer(Call call, String id) {
    long number = Call.number(id);
    List<JsonObject> found = await(OnePostAsync.find(this, number));
    if (found.isEmpty()) {
      throw new BadRequest(404, "there is no post " + number);
    }
    await(call.loop().here());
    call.reply(200, found.get(0));
  }

  @AsyncMethod
  List<JsonObject> find(long id) {
    Connection connection = using(Connections.connection(pool));
    return await(
        QueriesAsync.rows(connection.createStatement(QUERY).bind(0, id), OnePost::withWords));
  }

  private static JsonObject withWords(Readable row) {
    return Post.from(row).toJson().put("words", row.get(4, Integer.class));
  }
}

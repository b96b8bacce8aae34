package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /posts/stream}: all posts, one JSON object a line. */
final class PostStream {
  private static final Logger LOG = LoggerFactory.getLogger(PostStream.class);

  private final ConnectionPool pool;
  private final Posts posts;

  PostStream(ConnectionPool pool, Posts posts) {
    this.pool = pool;
    this.posts = posts;
  }

  /**
   * Writes the posts as fast as the client reads them. It is cancelled when the client disconnects,
   * and then the generator, the transaction and the connection are closed as after the last post:
   * the loop and {@code using} do it.
   */
  @AsyncMethod
  void answer(Call call) {
    call.response().setChunked(true).putHeader("content-type", "application/x-ndjson");
    ResponseLines lines = new ResponseLines(call.response());
    int sent = 0;
    try {
      Connection connection = using(ConnectionsAsync.reading(pool));
      for (Post post : each(PostsAsync.paginated(posts, connection, call.client()))) {
        await(call.loop().here());
        await(lines.write(post.toJson().encode()));
        sent++;
      }
    } catch (CancellationException e) {
      LOG.info("{}: cancelled after {} posts, connection is back", call.client(), sent);
      throw e;
    }
    LOG.info("{}: sent {} posts", call.client(), sent);
    await(call.loop().here());
    call.response().end();
  }
}

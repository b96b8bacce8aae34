package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.each;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /posts/events}: the posts as server-sent events, and those to come as soon as they are
 * published. It ends when the client goes.
 */
final class PostEvents {
  private static final Logger LOG = LoggerFactory.getLogger(PostEvents.class);

  private static final String NEWEST = "newest";

  private final ConnectionPool pool;
  private final Posts posts;
  private final News news;

  PostEvents(ConnectionPool pool, Posts posts, News news) {
    this.pool = pool;
    this.posts = posts;
    this.news = news;
  }

  /**
   * Sends events until it is cancelled.
   *
   * @param call the request
   * @param after the number of the last post that the client has, or {@code newest}
   */
  @AsyncMethod
  void answer(Call call, String after) {
    long last = after.equals(NEWEST) ? await(PostsAsync.newest(posts, pool)) : Call.number(after);
    await(call.loop().here());
    call.response()
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        .putHeader("cache-control", "no-store");
    ResponseLines lines = new ResponseLines(call.response());
    try {
      await(lines.write(": posts after " + last + "\n"));
      for (Post post : each(PostsAsync.live(posts, pool, last, news))) {
        await(call.loop().here());
        await(lines.write("id: " + post.id() + "\ndata: " + post.toJson().encode() + "\n"));
        last = post.id();
      }
    } finally {
      LOG.info("{}: events end after post {}", call.client(), last);
    }
  }
}

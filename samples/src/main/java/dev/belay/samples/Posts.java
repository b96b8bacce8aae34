package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncQueue;
import dev.belay.Yield;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The posts, read a page at a time. */
final class Posts {
  private static final Logger LOG = LoggerFactory.getLogger(Posts.class);

  /** Goes on after the last row seen: the index finds it at once, where OFFSET counts its way. */
  private static final String PAGE =
      "SELECT id, author_id, title, body FROM blog_posts WHERE id > $1 ORDER BY id LIMIT $2";

  private final int pageSize;
  private final LongAdder pagesQueried = new LongAdder();

  Posts(int pageSize) {
    this.pageSize = pageSize;
  }

  /** How many pages have been queried, by all readers together. */
  long pagesQueried() {
    return pagesQueried.sum();
  }

  /**
   * All posts, in the order of their ids. A page is queried when the posts before it have been
   * taken, and not earlier: whoever is slow to take them slows the paging.
   *
   * @param connection where to query
   * @param reader who reads, for the log
   */
  @AsyncGenerator
  void paginated(Connection connection, String reader, Yield<Post> out) {
    long last = 0;
    List<Post> page;
    do {
      pagesQueried.increment();
      page = await(QueriesAsync.rows(query(connection, last), Post::from));
      LOG.info("{}: queried {} posts after post {}", reader, page.size(), last);
      for (Post post : page) {
        out.yield(post);
        last = post.id();
      }
    } while (page.size() == pageSize);
  }

  /**
   * The posts after one that the reader has, and those to come: it never ends by itself. A
   * connection is borrowed for each page and not for longer, so that thousands may read at a time.
   *
   * @param pool where to borrow
   * @param after the number of the last post that is known
   * @param news says when there is more
   */
  @AsyncGenerator
  void live(ConnectionPool pool, long after, News news, Yield<Post> out) {
    AsyncQueue<Boolean> published = using(NewsAsync.subscription(news));
    long last = after;
    for (; ; ) {
      List<Post> page = await(PostsAsync.page(this, pool, last));
      for (Post post : page) {
        out.yield(post);
        last = post.id();
      }
      if (page.size() < pageSize) {
        await(published.get());
      }
    }
  }

  @AsyncMethod
  List<Post> page(ConnectionPool pool, long last) {
    Connection connection = using(Connections.connection(pool));
    pagesQueried.increment();
    return await(QueriesAsync.rows(query(connection, last), Post::from));
  }

  /** The number of the newest post, or 0. */
  @AsyncMethod
  long newest(ConnectionPool pool) {
    Connection connection = using(Connections.connection(pool));
    Statement query = connection.createStatement("SELECT COALESCE(MAX(id), 0) FROM blog_posts");
    return await(QueriesAsync.rows(query, row -> row.get(0, Long.class))).get(0);
  }

  private Statement query(Connection connection, long last) {
    return connection.createStatement(PAGE).bind(0, last).bind(1, pageSize);
  }
}

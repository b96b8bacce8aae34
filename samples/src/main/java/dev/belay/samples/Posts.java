package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncGenerator;
import dev.belay.Yield;
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

  private Statement query(Connection connection, long last) {
    return connection.createStatement(PAGE).bind(0, last).bind(1, pageSize);
  }
}

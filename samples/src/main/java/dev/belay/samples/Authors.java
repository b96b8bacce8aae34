package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.ArrayList;
import java.util.List;

/** Publishes posts. Each call is one transaction: all of its posts, or none of them. */
final class Authors {
  private static final String INSERT =
      "INSERT INTO blog_posts (id, author_id, title, body) VALUES ($1, $2, $3, $4)";

  private final ConnectionPool pool;
  private final WordCounts words;
  private final News news;

  Authors(ConnectionPool pool, WordCounts words, News news) {
    this.pool = pool;
    this.words = words;
    this.news = news;
  }

  /**
   * Publishes some posts.
   *
   * @return the posts, which have been committed. Fails with {@link BadRequest} if one of them has
   *     no author, and nothing has happened then
   */
  @AsyncMethod
  List<Post> publish(List<NewPost> posts) {
    List<Post> published = await(AuthorsAsync.write(this, posts));
    news.published();
    for (Post post : published) {
      await(words.queue().put(post)); // waits while too many are to be counted
    }
    return published;
  }

  @AsyncMethod
  List<Post> write(List<NewPost> posts) {
    Connection connection = using(ConnectionsAsync.writing(pool));
    List<Post> written = new ArrayList<>();
    for (NewPost post : posts) {
      Post numbered = post.withId(await(IdsAsync.next(connection, Ids.POST)));
      try {
        await(
            QueriesAsync.update(
                connection
                    .createStatement(INSERT)
                    .bind(0, numbered.id())
                    .bind(1, numbered.authorId())
                    .bind(2, numbered.title())
                    .bind(3, numbered.body())));
      } catch (R2dbcDataIntegrityViolationException e) {
        throw new BadRequest(409, "there is no user " + post.authorId());
      }
      written.add(numbered);
    }
    return written;
  }
}

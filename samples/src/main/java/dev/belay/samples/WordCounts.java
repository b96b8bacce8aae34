package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.gather;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import dev.belay.AsyncQueue;
import dev.belay.AsyncResource;
import dev.belay.Yield;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the words of new posts, in the background: requests put posts into a queue, and two
 * consumers take them out. When the server stops, what is in the queue is still counted.
 */
final class WordCounts {
  private static final Logger LOG = LoggerFactory.getLogger(WordCounts.class);
  private static final int CAPACITY = 100;

  private final AsyncQueue<Post> queue = AsyncQueue.fifo(CAPACITY);
  private final LongAdder counted = new LongAdder();
  private final ConnectionPool pool;

  private WordCounts(ConnectionPool pool) {
    this.pool = pool;
  }

  /** The queue with its consumers, as a resource of the {@link Lifespan}. */
  @AsyncResource
  static void running(ConnectionPool pool, Yield<WordCounts> open) {
    WordCounts counts = new WordCounts(pool);
    CompletableFuture<?> consumers =
        gather(WordCountsAsync.consume(counts, "A"), WordCountsAsync.consume(counts, "B"));
    try {
      open.yield(counts);
    } finally {
      LOG.info("Counting the words of {} more posts", counts.queue.size());
      counts.queue.shutdown();
      await(consumers);
    }
  }

  /** What is to be counted. */
  AsyncQueue<Post> queue() {
    return queue;
  }

  /** How many posts have been counted. */
  long counted() {
    return counted.sum();
  }

  @AsyncMethod
  void consume(String name) {
    for (Post post : each(queue.items())) {
      try {
        await(WordCountsAsync.count(this, post));
        counted.increment();
      } catch (R2dbcException e) { // This post has no count; the next one may have.
        LOG.error("{}: post {} cannot be counted", name, post.id(), e);
      } finally {
        queue.taskDone();
      }
    }
  }

  @AsyncMethod
  void count(Post post) {
    Connection connection = using(Connections.connection(pool));
    await(
        QueriesAsync.update(
            connection
                .createStatement("INSERT INTO blog_words (post_id, words) VALUES ($1, $2)")
                .bind(0, post.id())
                .bind(1, post.body().strip().split("\\s+").length)));
  }
}

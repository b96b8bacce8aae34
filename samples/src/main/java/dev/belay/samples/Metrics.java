package dev.belay.samples;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.Locale;

/**
 * {@code GET /metrics}: what is open at this moment, in the text format of Prometheus. A number
 * that grows and does not come back is a leak.
 */
record Metrics(ConnectionPool pool, Requests requests, News news, WordCounts words) {

  String text() {
    PoolMetrics connections = pool.getMetrics().orElseThrow();
    Runtime memory = Runtime.getRuntime();
    return head("blog_open_scopes", "gauge", "What has been opened and not closed yet.")
        + scope("connection", connections.acquiredSize())
        + scope("request", requests.size())
        + scope("subscription", news.readers())
        + head("blog_waiting", "gauge", "Who waits for something.")
        + "blog_waiting{for=\"connection\"} %d\n".formatted(connections.pendingAcquireSize())
        + "blog_waiting{for=\"count\"} %d\n".formatted(words.queue().size())
        + head("blog_posts_counted_total", "counter", "Posts whose words have been counted.")
        + "blog_posts_counted_total %d\n".formatted(words.counted())
        + head("blog_heap_used_bytes", "gauge", "Memory in use, garbage included.")
        + "blog_heap_used_bytes %d\n".formatted(memory.totalMemory() - memory.freeMemory());
  }

  private static String head(String name, String type, String help) {
    return "# HELP %1$s %3$s\n# TYPE %1$s %2$s\n".formatted(name, type, help);
  }

  private static String scope(String name, int open) {
    return String.format(Locale.ROOT, "blog_open_scopes{scope=\"%s\"} %d\n", name, open);
  }
}

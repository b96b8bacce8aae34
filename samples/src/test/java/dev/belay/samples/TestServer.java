package dev.belay.samples;

import static dev.belay.samples.Eventually.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Opened;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.Connection;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The sample on a free port, on a database of its own; or on that of {@code
 * -Dbelay.samples.database=r2dbc:postgresql://...}, to run the tests on PostgreSQL.
 */
final class TestServer implements AutoCloseable {
  static final String DATABASE = System.getProperty("belay.samples.database", "");

  private final Opened<Blog> lifespan;

  private TestServer(Opened<Blog> lifespan) {
    this.lifespan = lifespan;
  }

  static TestServer start() throws Exception {
    return start(DATABASE);
  }

  static TestServer start(String database) throws Exception {
    return new TestServer(
        LifespanAsync.blog(Platform.REAL, settings(0, database)).open().get(1, TimeUnit.MINUTES));
  }

  static Settings settings(int port, String database) {
    String url =
        database.isEmpty()
            ? "r2dbc:h2:mem:///" + UUID.randomUUID() + "?options=DB_CLOSE_DELAY=-1"
            : database;
    return Settings.fromEnvironment(Map.of("PORT", "" + port, "DATABASE_URL", url));
  }

  int port() {
    return lifespan.value().port();
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  long pagesQueried() {
    return lifespan.value().posts().pagesQueried();
  }

  ConnectionPool pool() {
    return lifespan.value().pool();
  }

  /** How many scopes of a kind are open, as its page says. */
  long metric(String scope) {
    return Metric.of(uri("/metrics"), "blog_open_scopes{scope=\"" + scope + "\"}");
  }

  /** Publishes a post, and returns its number. */
  long publish(String title) throws Exception {
    JsonObject post = new JsonObject().put("author", 1).put("title", title).put("body", "text");
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri("/posts"))
                    .POST(BodyPublishers.ofString(post.encode()))
                    .build(),
                BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(201);
    return new JsonObject(response.body()).getLong("id");
  }

  int acquired() {
    return metrics().acquiredSize();
  }

  int waiting() {
    return metrics().pendingAcquireSize();
  }

  int poolSize() {
    return metrics().getMaxAllocatedSize();
  }

  private PoolMetrics metrics() {
    return pool().getMetrics().orElseThrow();
  }

  /**
   * Every connection comes back to the pool, and none of them in a transaction. A client that has
   * gone may not have been served yet, and then it borrows one for a moment: at the end, too, it is
   * waited for.
   */
  void assertNothingIsHeld() throws Exception {
    holds("all connections are back", () -> acquired() == 0 && waiting() == 0);
    List<Connection> all = new ArrayList<>();
    for (int i = 0; i < poolSize(); i++) {
      all.add(Publishers.one(pool().create()).get(1, TimeUnit.MINUTES));
    }
    assertThat(all).allMatch(Connection::isAutoCommit, "is in no transaction");
    for (Connection connection : all) {
      Publishers.done(connection.close()).get(1, TimeUnit.MINUTES);
    }
    holds("all connections are back", () -> acquired() == 0 && waiting() == 0);
  }

  @Override
  public void close() {
    lifespan.close(null).toCompletableFuture().orTimeout(1, TimeUnit.MINUTES).join();
  }
}

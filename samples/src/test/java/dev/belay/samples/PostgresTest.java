package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sample on a real PostgreSQL, whose driver answers from threads of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PostgresTest {
  private static PostgresServer postgres;
  private static TestServer server;

  private final FastClient client = new FastClient(Version.HTTP_1_1);

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> installed = PostgresServer.installed();
    assumeTrue(installed.isPresent(), "skipped: no /usr/lib/postgresql/*/bin (Debian: postgresql)");
    postgres = new PostgresServer(installed.get());
    server = TestServer.start(postgres.url());
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void allPostsArriveInOrder() throws Exception {
    assertThat(client.countPosts(server.uri("/posts/stream")).get(1, TimeUnit.MINUTES))
        .isGreaterThanOrEqualTo(Seed.POSTS);
    server.assertNothingIsHeld();
  }

  @Test
  void aClientThatDisconnectsGivesItsConnectionBack() throws Exception {
    try (SlowClient slow = new SlowClient(server.port())) {
      slow.readLine();
      assertThat(server.acquired()).isEqualTo(1);
    }
    server.assertNothingIsHeld();
  }

  @Test
  void aFailureRollsTheTransactionBack() throws Exception {
    String good = "{\"author\": 1, \"title\": \"good\", \"body\": \"text\"}";
    long before = PostsAsync.newest(new Posts(1), server.pool()).get(1, TimeUnit.MINUTES);

    assertThat(publish("[" + good + "," + good.replace(": 1,", ": 4711,") + "]")).isEqualTo(409);

    server.assertNothingIsHeld();
    assertThat(publish(good)).isEqualTo(201);
    assertThat(PostsAsync.newest(new Posts(1), server.pool()).get(1, TimeUnit.MINUTES))
        .as("nothing of the first request is there")
        .isEqualTo(before + 1);
  }

  @Test
  void aNewPostComesLive() throws Exception {
    try (SlowClient reader = SlowClient.ofEvents(server.port(), "newest")) {
      Eventually.holds("it waits", () -> server.metric("subscription") == 1);

      long id = server.publish("news");

      assertThat(reader.readLine()).startsWith("data: {\"id\":" + id + ",");
    }
    server.assertNothingIsHeld();
  }

  private int publish(String json) throws Exception {
    return client
        .http()
        .send(
            HttpRequest.newBuilder(server.uri("/posts"))
                .POST(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}

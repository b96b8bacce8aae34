package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code GET /posts/events} over real HTTP. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PostEventsTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothingIsOpen() throws Exception {
    server.assertNothingIsHeld();
    Eventually.holds("nobody waits for news", () -> server.metric("subscription") == 0);
  }

  @Test
  void thePostsThatAreThereComeFirst() throws Exception {
    try (SlowClient client = SlowClient.ofEvents(server.port(), "9990")) {
      for (int id = 9991; id <= Seed.POSTS; id++) {
        assertThat(client.readLine()).startsWith("data: {\"id\":" + id + ",");
      }
    }
  }

  @Test
  void aNewPostComesAtOnceToAllWhoWait() throws Exception {
    List<SlowClient> clients = new ArrayList<>();
    for (int i = 0; i < 3 * server.poolSize(); i++) {
      clients.add(SlowClient.ofEvents(server.port(), "newest"));
    }
    Eventually.holds(
        "all wait",
        () -> server.metric("subscription") == clients.size() && server.acquired() == 0);

    long id = server.publish("news");

    for (SlowClient client : clients) {
      assertThat(client.readLine()).startsWith("data: {\"id\":" + id + ",");
      client.close();
    }
  }

  @Test
  void aClientThatWaitsForNewsMayGo() throws Exception {
    SlowClient client = SlowClient.ofEvents(server.port(), "newest");
    Eventually.holds("it waits", () -> server.metric("subscription") == 1);

    client.close();

    Eventually.holds("it is gone", () -> server.metric("request") == 0);
  }

  @Test
  void nonsenseIsRefused() throws Exception {
    assertThat(
            new FastClient(Version.HTTP_1_1)
                .get(server.uri("/posts/events?after=soon"))
                .statusCode())
        .isEqualTo(400);
  }
}

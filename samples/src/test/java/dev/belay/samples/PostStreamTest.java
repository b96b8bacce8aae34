package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code GET /posts/stream} over real HTTP. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PostStreamTest {
  /** The pages that hold a post, and the one that shows that there are no more. */
  private static final long ALL_PAGES = Seed.POSTS / Settings.PAGE_SIZE + 1;

  /** What fits into the buffers between the table and a client that does not read, and to spare. */
  private static final long FEW_PAGES = 6;

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
  void nothingIsHeld() throws Exception {
    server.assertNothingIsHeld();
  }

  @ParameterizedTest
  @EnumSource
  void allPostsArriveInOrder(Version version) throws Exception {
    long before = server.pagesQueried();

    int posts =
        new FastClient(version).countPosts(server.uri("/posts/stream")).get(1, TimeUnit.MINUTES);

    assertThat(posts).isEqualTo(Seed.POSTS);
    assertThat(server.pagesQueried() - before).isEqualTo(ALL_PAGES);
  }

  @Test
  void linesAreJson() throws Exception {
    try (SlowClient client = new SlowClient(server.port())) {
      JsonObject first = new JsonObject(client.readLine());

      assertThat(first.getLong("id")).isEqualTo(1);
      assertThat(first.getLong("author")).isEqualTo(2);
      assertThat(first.getString("title")).isEqualTo("Post 1");
    }
  }

  @Test
  void theFirstLineArrivesBeforeTheLastPageIsQueried() throws Exception {
    long before = server.pagesQueried();
    var response =
        new FastClient(Version.HTTP_1_1)
            .http()
            .send(FastClient.request(server.uri("/posts/stream")), BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String first = lines.readLine();
      long queried = server.pagesQueried() - before;

      assertThat(first).startsWith("{\"id\":1,");
      assertThat(queried).isLessThan(ALL_PAGES);
      assertThat(1 + lines.lines().count()).isEqualTo(Seed.POSTS);
    }
  }

  @Test
  void aSlowClientStopsThePaging() throws Exception {
    long before = server.pagesQueried();
    try (SlowClient client = new SlowClient(server.port())) {
      String first = client.readLine();
      long queried = Eventually.restingValue("paging", server::pagesQueried) - before;

      assertThat(first).startsWith("{\"id\":1,");
      assertThat(queried).isBetween(1L, FEW_PAGES);
      assertThat(1 + client.countRemainingLines()).isEqualTo(Seed.POSTS);
      assertThat(server.pagesQueried() - before).isEqualTo(ALL_PAGES);
    }
  }

  @Test
  void aClientThatDisconnectsEndsTheStream() throws Exception {
    long before = server.pagesQueried();
    try (SlowClient client = new SlowClient(server.port())) {
      client.readLine();
      assertThat(server.acquired()).isEqualTo(1);
    }

    server.assertNothingIsHeld();
    assertThat(server.pagesQueried() - before).isLessThanOrEqualTo(FEW_PAGES);
  }

  @Test
  void aClientMayDisconnectWhileItWaitsForAConnection() throws Exception {
    List<SlowClient> clients = new ArrayList<>();
    for (int i = 0; i < server.poolSize(); i++) {
      clients.add(new SlowClient(server.port()));
      clients.get(i).readLine();
    }
    SlowClient waiting = new SlowClient(server.port());
    Eventually.holds("one waits", () -> server.waiting() == 1);
    waiting.close();

    Eventually.holds("nobody waits", () -> server.waiting() == 0);
    assertThat(server.acquired()).isEqualTo(server.poolSize());
    for (SlowClient client : clients) {
      client.close();
    }
  }

  /** They have a server of their own: some are served late, when the next test counts its pages. */
  @Test
  void clientsThatComeAndGoLeaveNothingBehind() throws Exception {
    try (TestServer visited = TestServer.start()) {
      for (int i = 0; i < 100; i++) {
        try (SlowClient client = new SlowClient(visited.port())) {
          if (i % 2 == 0) {
            client.readLine();
          }
        }
      }
      visited.assertNothingIsHeld();
    }
  }

  @Test
  void fiftyStreamsAtATime() throws Exception {
    FastClient client = new FastClient(Version.HTTP_1_1);
    List<CompletableFuture<Integer>> streams = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      streams.add(client.countPosts(server.uri("/posts/stream")));
    }

    for (CompletableFuture<Integer> stream : streams) {
      assertThat(stream.get(2, TimeUnit.MINUTES)).isEqualTo(Seed.POSTS);
    }
  }
}

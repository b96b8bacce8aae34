package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /posts} and {@code POST /users}: all of a request is done, or nothing. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PublishingTest {
  private static TestServer server;

  private final FastClient client = new FastClient(java.net.http.HttpClient.Version.HTTP_1_1);

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

  @Test
  void aPostIsPublishedAndItsWordsAreCountedInTheBackground() throws Exception {
    HttpResponse<String> response =
        post("/posts", new JsonObject(post(7, "A b", "one  two\nthree")));

    assertThat(response.statusCode()).isEqualTo(201);
    JsonObject published = new JsonObject(response.body());
    assertThat(published.getString("title")).isEqualTo("A b");
    String path = "/posts/" + published.getLong("id");
    Eventually.holds("the words are counted", () -> json(path).getInteger("words") != null);
    assertThat(json(path)).isEqualTo(published.put("words", 3));
  }

  @Test
  void oneWrongPostOfManyPublishesNone() throws Exception {
    long before = newest();
    JsonArray posts = new JsonArray();
    posts
        .add(new JsonObject(post(1, "good", "text")))
        .add(new JsonObject(post(4711, "bad", "text")));

    HttpResponse<String> response = post("/posts", posts);

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body()).contains("there is no user 4711");
    assertThat(newest()).isEqualTo(before);
    posts.remove(1);
    assertThat(post("/posts", posts).statusCode()).isEqualTo(201);
    assertThat(newest()).as("the number was given back").isEqualTo(before + 1);
  }

  @Test
  void manyAtATimeGetNumbersOfTheirOwn() throws Exception {
    long before = newest();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(
          client
              .http()
              .sendAsync(
                  request("/posts", new JsonObject(post(1, "t", "b")).encode()),
                  BodyHandlers.ofString()));
    }

    for (var answer : answers) {
      assertThat(answer.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(201);
    }
    assertThat(newest()).isEqualTo(before + 40);
  }

  @Test
  void aUserIsAdded() throws Exception {
    HttpResponse<String> response = post("/users", new JsonObject().put("name", "Zoë"));

    assertThat(response.statusCode()).isEqualTo(201);
    JsonObject added = new JsonObject(response.body());
    assertThat(json("/users/" + added.getLong("id"))).isEqualTo(added);
    assertThat(new JsonArray(client.get(server.uri("/users")).body())).contains(added);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "7",
        "[7]",
        "{}",
        "{\"author\": 1, \"title\": \"\", \"body\": \"text\"}",
        "{\"author\": 1, \"title\": \"t\"}",
        "{\"author\": \"1\", \"title\": \"t\", \"body\": \"text\"}",
        "{\"author\": 99999999999, \"title\": \"t\", \"body\": \"text\"}"
      })
  void nonsenseIsRefused(String body) throws Exception {
    long before = newest();

    HttpResponse<String> response = send("/posts", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(response.body()).getString("error")).isNotBlank();
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void whatIsTooLongForItsColumnIsRefused() throws Exception {
    assertThat(post("/posts", new JsonObject(post(1, "t".repeat(201), "b"))).statusCode())
        .isEqualTo(400);
    assertThat(send("/posts", "x".repeat(2_000_000)).statusCode()).isEqualTo(413);
  }

  private static java.util.Map<String, Object> post(int author, String title, String body) {
    return new java.util.LinkedHashMap<>(
        java.util.Map.of("author", author, "title", title, "body", body));
  }

  private long newest() throws Exception {
    return PostsAsync.newest(new Posts(1), server.pool()).get(1, TimeUnit.MINUTES);
  }

  private JsonObject json(String path) {
    try {
      return new JsonObject(client.get(server.uri(path)).body());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> post(String path, Object json) throws Exception {
    return send(path, io.vertx.core.json.Json.encode(json));
  }

  private HttpResponse<String> send(String path, String body) throws Exception {
    return client.http().send(request(path, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(server.uri(path)).POST(BodyPublishers.ofString(body)).build();
  }
}

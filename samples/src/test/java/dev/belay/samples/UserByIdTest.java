package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /users/{id}} over real HTTP. */
class UserByIdTest {
  private static TestServer server;

  private final FastClient client = new FastClient(Version.HTTP_1_1);

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
  void aUserIsFound() throws Exception {
    HttpResponse<String> response = client.get(server.uri("/users/7"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(new JsonObject(response.body()))
        .isEqualTo(new JsonObject().put("id", 7).put("name", "User 7"));
  }

  @Test
  void moreRequestsThanConnections() throws Exception {
    for (int i = 1; i <= 3 * server.poolSize(); i++) {
      assertThat(client.get(server.uri("/users/" + i)).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "9223372036854775807"})
  void aUserIsNotFound(String id) throws Exception {
    HttpResponse<String> response = client.get(server.uri("/users/" + id));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(new JsonObject(response.body()).getString("error"))
        .isEqualTo("there is no user " + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1x", "9223372036854775808", "1.0"})
  void nonsenseIsRefused(String id) throws Exception {
    HttpResponse<String> response = client.get(server.uri("/users/" + id));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(response.body()).getString("error"))
        .isEqualTo("'" + id + "' is not a number");
  }

  @Test
  void otherPathsAreNotFound() throws Exception {
    assertThat(client.get(server.uri("/nothing")).statusCode()).isEqualTo(404);
  }
}

package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, driven through its debugging port. */
final class Chromium implements AutoCloseable {
  private final Process process;
  private final WebSocket socket;
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private int sent;

  /** Where it is installed, if it is. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(
            path -> Stream.of("chromium", "chromium-browser").map(it -> Path.of(path).resolve(it)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Opens a page.
   *
   * @param profile an empty directory
   */
  Chromium(Path program, Path profile, URI page) throws Exception {
    Path log = profile.resolve("log");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile.resolve("data"),
                page.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Path port = profile.resolve("data").resolve("DevToolsActivePort");
    Eventually.holds("the browser listens", () -> !process.isAlive() || port(port) != null);
    assertThat(process.isAlive()).as(() -> text(log)).isTrue();
    URI list = URI.create("http://127.0.0.1:" + port(port) + "/json/list");
    socket = connect(list, page);
  }

  private static String port(Path file) {
    String text = text(file);
    return text.contains("\n") ? text.substring(0, text.indexOf('\n')) : null;
  }

  private static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private WebSocket connect(URI list, URI page) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    String[] address = {null};
    Eventually.holds(
        "the page is open",
        () -> {
          address[0] = target(client, list, page);
          return address[0] != null;
        });
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create(address[0]), new Listener())
        .get(1, TimeUnit.MINUTES);
  }

  private static String target(HttpClient client, URI list, URI page) {
    try {
      String pages =
          client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
      return new JsonArray(pages)
          .stream()
              .map(JsonObject.class::cast)
              .filter(it -> it.getString("url").startsWith(page.toString()))
              .map(it -> it.getString("webSocketDebuggerUrl"))
              .findFirst()
              .orElse(null);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The value of an expression of JavaScript, of which a promise is awaited. */
  Object evaluate(String expression) {
    JsonObject result =
        send(
            "Runtime.evaluate",
            new JsonObject()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    assertThat(result.getJsonObject("exceptionDetails")).as(expression).isNull();
    return result.getJsonObject("result").getValue("value");
  }

  /** Shows the page as a phone does that is held upright. */
  void asPhone(boolean dark) {
    send(
        "Emulation.setDeviceMetricsOverride",
        new JsonObject()
            .put("width", 390)
            .put("height", 844)
            .put("deviceScaleFactor", 2)
            .put("mobile", true));
    JsonObject scheme =
        new JsonObject().put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light");
    send(
        "Emulation.setEmulatedMedia",
        new JsonObject().put("features", new JsonArray().add(scheme)));
  }

  /** What is on the screen, as a PNG file. */
  void screenshot(Path file) throws IOException {
    JsonObject picture = send("Page.captureScreenshot", new JsonObject());
    Files.write(file, Base64.getDecoder().decode(picture.getString("data")));
  }

  private JsonObject send(String method, JsonObject parameters) {
    int id = ++sent;
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    JsonObject message =
        new JsonObject().put("id", id).put("method", method).put("params", parameters);
    socket.sendText(message.encode(), true).join();
    JsonObject said = answer.orTimeout(1, TimeUnit.MINUTES).join();
    assertThat(said.getJsonObject("error")).as(method).isNull();
    return said.getJsonObject("result");
  }

  /** The text of an element. */
  String text(String id) {
    return String.valueOf(evaluate("document.getElementById('" + id + "')?.textContent ?? ''"));
  }

  void click(String selector) {
    evaluate("document.querySelector('" + selector + "').click()");
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonObject message = new JsonObject(text.toString());
        text.setLength(0);
        CompletableFuture<JsonObject> answer =
            message.containsKey("id") ? answers.remove(message.getInteger("id")) : null;
        if (answer != null) {
          answer.complete(message);
        }
      }
      webSocket.request(1);
      return null;
    }
  }
}

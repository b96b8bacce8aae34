package dev.belay.samples;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Reads what the server says of itself. */
final class Metric {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Metric() {}

  /**
   * A number.
   *
   * @param page where it stands
   * @param name its name, with its labels
   */
  static long of(URI page, String name) {
    try {
      String text =
          CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
      return text.lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + name + " in " + text));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

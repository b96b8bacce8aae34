package dev.belay.samples;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A post that somebody wants to publish. */
record NewPost(long authorId, String title, String body) {
  private static final int TITLE = 200;
  private static final int BODY = 2000;

  /**
   * Reads what a client has sent.
   *
   * @throws BadRequest if something is missing, or too long for its column
   */
  static NewPost from(JsonObject json) {
    if (!(json.getValue("author") instanceof Integer author)) {
      throw new BadRequest(400, "'author' must be the number of a user");
    }
    return new NewPost(
        author,
        text("title", json.getValue("title"), TITLE),
        text("body", json.getValue("body"), BODY));
  }

  /** A text that fits into its column. */
  static String text(String name, @Nullable Object value, int limit) {
    if (value instanceof String text && !text.isBlank() && text.length() <= limit) {
      return text;
    }
    throw new BadRequest(400, "'" + name + "' must be a text of 1 to " + limit + " characters");
  }

  Post withId(long id) {
    return new Post(id, authorId, title, body);
  }
}

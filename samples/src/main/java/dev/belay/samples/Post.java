package dev.belay.samples;

import io.r2dbc.spi.Readable;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** A row of {@code blog_posts}. */
record Post(long id, long authorId, String title, String body) {

  static Post from(Readable row) {
    return new Post(
        Objects.requireNonNull(row.get(0, Long.class)),
        Objects.requireNonNull(row.get(1, Long.class)),
        Objects.requireNonNull(row.get(2, String.class)),
        Objects.requireNonNull(row.get(3, String.class)));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("author", authorId)
        .put("title", title)
        .put("body", body);
  }
}

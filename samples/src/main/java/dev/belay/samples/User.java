package dev.belay.samples;

import io.r2dbc.spi.Readable;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** A row of {@code blog_users}. */
record User(long id, String name) {

  static User from(Readable row) {
    return new User(
        Objects.requireNonNull(row.get(0, Long.class)),
        Objects.requireNonNull(row.get(1, String.class)));
  }

  JsonObject toJson() {
    return new JsonObject().put("id", id).put("name", name);
  }
}

package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** {@code GET /users/{id}}: one user as JSON. */
final class UserById {
  private final Users users;

  UserById(Users users) {
    this.users = users;
  }

  /**
   * Looks the user up.
   *
   * @param call the request
   * @param id the id, as it stands in the path
   */
  @AsyncMethod
  void answer(Call call, String id) {
    long number;
    try {
      number = Long.parseLong(id);
    } catch (NumberFormatException e) {
      call.reply(400, error("'" + id + "' is not a number"));
      return;
    }
    Optional<User> user = await(UsersAsync.find(users, number));
    await(call.loop().here());
    if (user.isPresent()) {
      call.reply(200, user.get().toJson());
    } else {
      call.reply(404, error("there is no user " + number));
    }
  }

  private static JsonObject error(String text) {
    return new JsonObject().put("error", text);
  }
}

package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
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
    long number = Call.number(id);
    Optional<User> user = await(UsersAsync.find(users, number));
    if (user.isEmpty()) {
      throw new BadRequest(404, "there is no user " + number);
    }
    await(call.loop().here());
    call.reply(200, user.get().toJson());
  }
}

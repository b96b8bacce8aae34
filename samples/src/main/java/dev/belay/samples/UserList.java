package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletionStage;

/** {@code GET /users} and {@code POST /users}. */
final class UserList {
  private static final int NAME = 100;
  private static final String FIRST = "SELECT id, name FROM blog_users ORDER BY id LIMIT 1000";

  private final ConnectionPool pool;

  UserList(ConnectionPool pool) {
    this.pool = pool;
  }

  @AsyncMethod
  void answer(Call call) {
    JsonArray users = await(UserListAsync.all(this));
    await(call.loop().here());
    call.reply(200, users);
  }

  @AsyncMethod
  void add(Call call, CompletionStage<Buffer> sent) {
    if (!(NewPosts.json(await(sent)) instanceof JsonObject json)) {
      throw new BadRequest(400, "a user must be a JSON object");
    }
    User user = await(UserListAsync.write(this, NewPost.text("name", json.getValue("name"), NAME)));
    await(call.loop().here());
    call.reply(201, user.toJson());
  }

  @AsyncMethod
  JsonArray all() {
    Connection connection = using(Connections.connection(pool));
    JsonArray users = new JsonArray();
    for (User user : await(QueriesAsync.rows(connection.createStatement(FIRST), User::from))) {
      users.add(user.toJson());
    }
    return users;
  }

  @AsyncMethod
  User write(String name) {
    Connection connection = using(ConnectionsAsync.writing(pool));
    User user = new User(await(IdsAsync.next(connection, Ids.USER)), name);
    await(
        QueriesAsync.update(
            connection
                .createStatement("INSERT INTO blog_users (id, name) VALUES ($1, $2)")
                .bind(0, user.id())
                .bind(1, name)));
    return user;
  }
}

package dev.belay.samples;

import static dev.belay.Async.await;

import dev.belay.AsyncMethod;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** {@code POST /posts}: publishes one post, or all of an array of posts, or none of them. */
final class NewPosts {
  private static final int MOST = 100;

  private final Authors authors;

  NewPosts(Authors authors) {
    this.authors = authors;
  }

  @AsyncMethod
  void answer(Call call, CompletionStage<Buffer> sent) {
    Object json = json(await(sent));
    List<NewPost> posts = new ArrayList<>();
    if (json instanceof JsonArray array) {
      array.forEach(each -> posts.add(post(each)));
    } else {
      posts.add(post(json));
    }
    if (posts.isEmpty() || posts.size() > MOST) {
      throw new BadRequest(400, "1 to " + MOST + " posts can be published at a time");
    }
    JsonArray published = new JsonArray();
    for (Post post : await(AuthorsAsync.publish(authors, posts))) {
      published.add(post.toJson());
    }
    await(call.loop().here());
    call.reply(201, json instanceof JsonArray ? published : published.getJsonObject(0));
  }

  private static NewPost post(Object json) {
    if (json instanceof JsonObject object) {
      return NewPost.from(object);
    }
    throw new BadRequest(400, "a post must be a JSON object");
  }

  /** What a client has sent. */
  static Object json(Buffer sent) {
    try {
      return Json.decodeValue(sent);
    } catch (DecodeException e) {
      throw new BadRequest(400, "the body must be JSON");
    }
  }
}

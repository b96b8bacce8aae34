package dev.belay.samples;

import io.r2dbc.pool.ConnectionPool;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * Which path is answered by whom.
 *
 * @param pool the connections
 * @param posts the posts
 * @param requests takes charge of the answers
 * @param words counts the words of new posts
 */
record Routes(ConnectionPool pool, Posts posts, Requests requests, WordCounts words) {
  private static final int BODY_BYTES = 1024 * 1024;

  /** Begins to answer a request. */
  private interface Answer extends BiFunction<Call, RoutingContext, CompletableFuture<?>> {}

  Router router(Vertx vertx) {
    News news = new News();
    PostStream postStream = new PostStream(pool, posts);
    PostEvents postEvents = new PostEvents(pool, posts, news);
    OnePost onePost = new OnePost(pool);
    NewPosts newPosts = new NewPosts(new Authors(pool, words, news));
    UserList userList = new UserList(pool);
    UserById userById = new UserById(new Users(pool));
    Metrics metrics = new Metrics(pool, requests, news, words);
    String page = Page.read();

    Router router = Router.router(vertx);
    router.get("/").handler(it -> Call.of(it).reply(200, "text/html; charset=utf-8", page));
    router.get("/metrics").handler(it -> Call.of(it).reply(200, "text/plain", metrics.text()));
    get(router, "/posts/stream", (call, it) -> PostStreamAsync.answer(postStream, call));
    get(router, "/posts/events", (call, it) -> PostEventsAsync.answer(postEvents, call, after(it)));
    get(router, "/posts/:id", (call, it) -> OnePostAsync.answer(onePost, call, id(it)));
    post(router, "/posts", (call, it) -> NewPostsAsync.answer(newPosts, call, sent(it)));
    get(router, "/users", (call, it) -> UserListAsync.answer(userList, call));
    post(router, "/users", (call, it) -> UserListAsync.add(userList, call, sent(it)));
    get(router, "/users/:id", (call, it) -> UserByIdAsync.answer(userById, call, id(it)));
    return router;
  }

  private void get(Router router, String path, Answer answer) {
    router.get(path).handler(routed -> begin(routed, answer));
  }

  private void post(Router router, String path, Answer answer) {
    router.post(path).handler(routed -> begin(routed, answer));
  }

  private void begin(RoutingContext routed, Answer answer) {
    Call call = Call.of(routed);
    var unused = requests.add(call, answer.apply(call, routed));
  }

  private static String id(RoutingContext routed) {
    return routed.pathParam("id");
  }

  /** What the client sends, when all of it is there. To be called before any of it is. */
  private static CompletionStage<Buffer> sent(RoutingContext routed) {
    String length = routed.request().getHeader("content-length");
    if (length == null || Call.number(length) > BODY_BYTES) {
      String message = "say with content-length that it is at most " + BODY_BYTES + " bytes";
      return CompletableFuture.failedFuture(new BadRequest(413, message));
    }
    return routed.request().body().toCompletionStage();
  }

  /** Browsers that lost the connection say where they were. */
  private static String after(RoutingContext routed) {
    String last = routed.request().getHeader("last-event-id");
    return last != null
        ? last
        : Objects.requireNonNullElse(routed.request().getParam("after"), "0");
  }
}

package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncScope;
import dev.belay.faults.Campaign;
import dev.belay.faults.Subject;
import dev.belay.faults.World;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * Each fault at each place of the programs whose outside world can be replaced: what waits for a
 * database that is a {@link WorldDatabase}, for a {@link WorldClient}, or for a {@link Loop}.
 */
class SampleFaultsTest {
  private static final Path PAGE = Path.of("../docs/verification.md");

  static {
    // It logs each time that it stops, which is thousands of times here.
    System.setProperty("org.slf4j.simpleLogger.log.dev.belay.samples.WordCounts", "warn");
    System.setProperty("org.slf4j.simpleLogger.log.WordCounts", "warn");
    for (Class<?> type :
        List.of(
            Lifespan.class,
            Pool.class,
            PostEvents.class,
            PostStream.class,
            Posts.class,
            Requests.class,
            Schema.class,
            Seed.class)) {
      System.setProperty("org.slf4j.simpleLogger.log." + type.getName(), "warn");
    }
  }

  @Test
  void whateverFailsEverythingIsReleasedOnce() throws Exception {
    List<Subject> subjects = new ArrayList<>(RequestSubjects.all());
    subjects.addAll(
        List.of(
            Subject.future("timer", 1, SampleFaultsTest::timed),
            Subject.future("query", null, w -> TimerAsync.query(new WorldLoop(w), NOWHERE)),
            Subject.iterable("numbers", List.of(1, 2, 3), w -> new NumberRange(1, 3, futures(w))),
            Subject.future(
                "printed numbers", null, w -> NumberRangeAsync.print(futures(w), NOWHERE)),
            Subject.future("transactions", null, w -> TutorialAsync.transactions(pool(w), NOWHERE)),
            Subject.future("tutorial", null, w -> TutorialAsync.all(futures(w), pool(w), NOWHERE)),
            Subject.future(
                "pipeline",
                null,
                world -> PipelineAsync.run(new Pipeline(new WorldLoop(world), NOWHERE), 3)),
            Subject.opening("a connection", "open", w -> open(Connections.connection(pool(w)))),
            Subject.future(
                "a transaction that reads",
                "read",
                world ->
                    ConnectionsAsync.reading(pool(world)).use(c -> world.stage("r", () -> "read"))),
            Subject.future(
                "a transaction that writes",
                "written",
                world ->
                    ConnectionsAsync.writing(pool(world))
                        .use(c -> world.stage("w", () -> "written"))),
            Subject.future(
                "names in a transaction",
                2,
                world ->
                    Connections.connection(pool(world))
                        .use(c -> NamesAsync.add(c, List.of("Ada", "Grace")))),
            Subject.future(
                "a list of users",
                2,
                w -> UserListAsync.all(new UserList(pool(w))).thenApply(users -> users.size())),
            Subject.future(
                "a new user",
                new User(7, "Ada"),
                world -> UserListAsync.write(new UserList(pool(world)), "Ada")),
            Subject.iterable(
                "posts, live",
                List.of(POST, POST, POST),
                world -> PostsAsync.live(new Posts(2), pool(world), 0, new News()).take(3)),
            Subject.future(
                "a page of posts",
                List.of(POST, POST),
                world -> PostsAsync.page(new Posts(2), pool(world), 0)),
            Subject.future("publishing", List.of(PUBLISHED), SampleFaultsTest::published),
            Subject.future("tables", null, world -> SchemaAsync.create(pool(world))),
            Subject.future("something to read", null, world -> SeedAsync.fill(pool(world))),
            Subject.future(
                "answer: a user",
                null,
                w -> UserByIdAsync.answer(new UserById(new Users(pool(w))), client(w), "7")),
            Subject.future(
                "answer: users",
                null,
                world -> UserListAsync.answer(new UserList(pool(world)), client(world))),
            Subject.future(
                "answer: a user is added",
                null,
                world ->
                    UserListAsync.add(
                        new UserList(pool(world)),
                        client(world),
                        body(world, new JsonObject().put("name", "Ada").toBuffer()))),
            Subject.future(
                "answer: a post",
                null,
                world -> OnePostAsync.answer(new OnePost(pool(world)), client(world), "7")),
            Subject.future(
                "answer: a stream of posts",
                null,
                w -> PostStreamAsync.answer(new PostStream(pool(w), new Posts(3)), client(w))),
            Subject.future("answer: posts are added", null, SampleFaultsTest::added),
            Subject.opening("connections", "open", w -> PoolAsync.warm(pool(w)).map(it -> "open")),
            Subject.opening(
                "the server",
                WorldPlatform.PORT,
                w -> LifespanAsync.blog(WorldPlatform.of(w), SETTINGS).map(Blog::port)),
            Subject.future(
                "the program",
                null,
                w ->
                    BlogServerAsync.serve(
                        WorldPlatform.of(w),
                        SETTINGS,
                        WorldFuture.of(w, "stop", () -> null),
                        NOWHERE))));

    assertThat(Files.readAllLines(PAGE))
        .contains(Campaign.runAll(subjects).row("programs of the samples", subjects.size()));
  }

  private static final Post POST = new Post(7, 7, "column 2", "column 3");
  private static final Post PUBLISHED = new Post(7, 1, "Title", "Body of four words");
  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  private static CompletableFuture<?> timed(World world) {
    int time = world.acquire();
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public PrintStream printf(Locale locale, String format, Object... arguments) {
            world.released(time);
            return this;
          }
        };
    return TimerAsync.timer("query", out).use(started -> world.stage("query", () -> 1));
  }

  private static final Settings SETTINGS = Settings.fromEnvironment(Map.of());

  private static CompletableFuture<?> published(World world) {
    ConnectionPool pool = pool(world);
    return WordCountsAsync.running(pool)
        .use(
            words ->
                AuthorsAsync.publish(
                    new Authors(pool, words, new News()),
                    List.of(new NewPost(1, "Title", "Body of four words"))));
  }

  private static CompletableFuture<?> added(World world) {
    ConnectionPool pool = pool(world);
    JsonObject post = PUBLISHED.toJson();
    return WordCountsAsync.running(pool)
        .use(
            words ->
                NewPostsAsync.answer(
                    new NewPosts(new Authors(pool, words, new News())),
                    client(world),
                    body(world, new JsonArray().add(post).toBuffer())));
  }

  /** What the client sends. */
  private static CompletionStage<Buffer> body(World world, Buffer sent) {
    return WorldFuture.of(world, "body", () -> sent);
  }

  private static Call client(World world) {
    return new WorldClient(world).call();
  }

  private static ConnectionPool pool(World world) {
    return new WorldDatabase(world).pool();
  }

  private static AsyncScope<String> open(AsyncScope<Connection> scope) {
    return scope.map(connection -> "open");
  }

  /** A loop whose stages are futures, as those of most are. */
  private static Loop futures(World world) {
    return new Loop() {
      @Override
      public void execute(Runnable task) {
        world.execute(task);
      }

      @Override
      public CompletionStage<?> sleep(Duration time) {
        return WorldFuture.of(world, "sleep", () -> null);
      }
    };
  }

  private record WorldLoop(World world) implements Loop {
    @Override
    public void execute(Runnable task) {
      world.execute(task);
    }

    @Override
    public CompletionStage<?> sleep(Duration time) {
      return world.stage("sleep", () -> null);
    }
  }
}

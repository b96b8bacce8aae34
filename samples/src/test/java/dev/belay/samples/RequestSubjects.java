package dev.belay.samples;

import dev.belay.faults.Subject;
import dev.belay.faults.World;
import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Requests from their beginning to their end, of clients that stay, leave, or ask for nonsense. */
final class RequestSubjects {
  private final World world;
  private final ConnectionPool pool;
  private final List<Throwable> told = new ArrayList<>();
  private final Requests requests = new Requests((call, failure) -> told.add(failure));

  private RequestSubjects(World world) {
    this.world = world;
    this.pool = new WorldDatabase(world).pool();
  }

  static List<Subject> all() {
    return List.of(
        served("a user", Integer.MAX_VALUE, (it, call) -> it.user(call, "7")),
        served("a user of no number", Integer.MAX_VALUE, (it, call) -> it.user(call, "x")),
        served("a stream", Integer.MAX_VALUE, RequestSubjects::stream),
        served("a stream, until the client leaves", 2, RequestSubjects::stream),
        served("events, until the client leaves", 3, RequestSubjects::events),
        Subject.future("requests that the server ends", null, w -> new RequestSubjects(w).ended()));
  }

  private static Subject served(
      String name, int lines, BiFunction<RequestSubjects, Call, CompletableFuture<?>> answer) {
    return Subject.future(
        "request: " + name,
        null,
        world -> {
          RequestSubjects it = new RequestSubjects(world);
          WorldClient client = new WorldClient(world, lines);
          return it.outcome(
              it.requests.add(client.call(), answer.apply(it, client.call())), client::leave);
        });
  }

  private CompletableFuture<?> user(Call call, String id) {
    return UserByIdAsync.answer(new UserById(new Users(pool)), call, id);
  }

  private CompletableFuture<?> stream(Call call) {
    return PostStreamAsync.answer(new PostStream(pool, new Posts(3)), call);
  }

  private CompletableFuture<?> events(Call call) {
    return PostEventsAsync.answer(new PostEvents(pool, new Posts(3), new News()), call, "0");
  }

  /** Two requests that are hardly begun when the server stops. */
  private CompletableFuture<?> ended() {
    Call stream = new WorldClient(world).call();
    Call events = new WorldClient(world, 2).call();
    CompletableFuture<?> first = requests.add(stream, stream(stream));
    CompletableFuture<?> second = requests.add(events, events(events));
    CompletableFuture<?> end = RequestsAsync.end(requests);
    return outcome(CompletableFuture.allOf(first, second, end), () -> end.cancel(true));
  }

  /**
   * What is left when all is over: nothing, and a failure that the server was told of.
   *
   * @param onCancel what happens if whoever waits for it cancels it
   */
  private CompletableFuture<?> outcome(CompletableFuture<?> over, Runnable onCancel) {
    CompletableFuture<?> outcome =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterrupt) {
            onCancel.run();
            return false;
          }
        };
    Object unused =
        over.whenComplete(
            (nothing, failure) -> {
              if (requests.size() > 0 || told.size() > 1) {
                world.violated(requests.size() + " requests are left; failures: " + told);
              }
              if (!told.isEmpty()) {
                outcome.completeExceptionally(told.get(0));
              } else if (failure != null) {
                outcome.completeExceptionally(failure);
              } else {
                outcome.complete(null);
              }
            });
    return outcome;
  }
}

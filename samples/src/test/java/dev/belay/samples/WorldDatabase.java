package dev.belay.samples;

import dev.belay.faults.World;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A database behind R2DBC whose every answer is a stage of a world. Connections and transactions
 * are resources; a connection that is closed ends its transaction.
 */
final class WorldDatabase {
  private static final int NONE = -1;

  private final World world;

  WorldDatabase(World world) {
    this.world = world;
  }

  ConnectionPool pool() {
    ConnectionFactory factory =
        Puppet.of(ConnectionFactory.class, Map.of("create", arguments -> Mono.never()));
    LateResource warm = new LateResource(world);
    return new ConnectionPool(ConnectionPoolConfiguration.builder(factory).build()) {
      @Override
      public Mono<Integer> warmup() {
        return mono(
            new WorldPublisher<>(
                world,
                "warmup",
                () -> {
                  warm.open();
                  return List.of(1);
                }));
      }

      @Override
      public Mono<Connection> create() {
        return mono(
            new WorldPublisher<>(world, "create", () -> List.of(connection(world.acquire()))));
      }

      @Override
      public Mono<Void> close() {
        warm.close();
        return mono(done("close pool", () -> {}));
      }
    };
  }

  private static <T> Mono<T> mono(Publisher<T> publisher) {
    return new Mono<>() {
      @Override
      public void subscribe(CoreSubscriber<? super T> subscriber) {
        publisher.subscribe(subscriber);
      }
    };
  }

  private Connection connection(int resource) {
    int[] transaction = {NONE};
    boolean[] closed = {false};
    return Puppet.of(
        Connection.class,
        Map.of(
            "createStatement",
            arguments -> statement(),
            "beginTransaction",
            arguments ->
                done(
                    "begin",
                    () -> {
                      if (!closed[0]) {
                        transaction[0] = world.acquire();
                      }
                    }),
            "commitTransaction",
            arguments -> ending("commit", transaction),
            "rollbackTransaction",
            arguments -> ending("rollback", transaction),
            "close",
            arguments -> {
              closed[0] = true;
              end(transaction);
              world.released(resource);
              return done("close", () -> {});
            }));
  }

  private Publisher<Void> ending(String name, int[] transaction) {
    end(transaction);
    return done(name, () -> {});
  }

  private void end(int[] transaction) {
    if (transaction[0] != NONE) {
      world.released(transaction[0]);
      transaction[0] = NONE;
    }
  }

  private Publisher<Void> done(String name, Runnable effect) {
    return new WorldPublisher<>(
        world,
        name,
        () -> {
          effect.run();
          return List.of();
        });
  }

  private Statement statement() {
    Statement[] statement = new Statement[1];
    statement[0] =
        Puppet.of(
            Statement.class,
            Map.of(
                "bind",
                arguments -> statement[0],
                "execute",
                arguments -> new WorldPublisher<>(world, "execute", () -> List.of(result()))));
    return statement[0];
  }

  @SuppressWarnings("unchecked")
  private Result result() {
    return Puppet.of(
        Result.class,
        Map.of(
            "getRowsUpdated",
            arguments -> new WorldPublisher<>(world, "rowsUpdated", () -> List.of(1L)),
            "map",
            arguments -> rows((Function<Readable, Object>) arguments[0])));
  }

  /** Two rows, which is a page. */
  private Publisher<Object> rows(Function<Readable, Object> mapper) {
    Supplier<Object> row = () -> mapper.apply(ROW);
    return new WorldPublisher<>(world, "rows", () -> List.of(row.get(), row.get()));
  }

  private static final Readable ROW =
      Puppet.of(
          Readable.class,
          Map.of(
              "get",
              arguments -> arguments[1] == Long.class ? (Object) 7L : "column " + arguments[0]));
}

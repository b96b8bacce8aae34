package dev.belay.reactivestreams;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.using;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.AsyncScope;
import dev.belay.Yield;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.ValidationDepth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R2DBC, on H2 in memory. */
class R2dbcTest {
  private final ConnectionFactory database =
      ConnectionFactories.get("r2dbc:h2:mem:///" + getClass().getSimpleName() + System.nanoTime());

  /** A connection, given back at the end of the block that uses it. */
  static AsyncScope<Connection> connection(ConnectionFactory database) {
    return Publishers.scope(database::create, Connection::close);
  }

  /** A connection in a transaction, which is rolled back if its user fails. */
  @AsyncResource
  static void transaction(ConnectionFactory database, Yield<Connection> out) {
    Connection connection = using(connection(database));
    await(Publishers.done(connection.beginTransaction()));
    try {
      out.yield(connection);
    } catch (Throwable failure) {
      await(Publishers.done(connection.rollbackTransaction()));
      throw failure;
    }
    await(Publishers.done(connection.commitTransaction()));
  }

  /** The rows of a query, of which the database is asked for 64 at a time. */
  @AsyncGenerator
  static <T> void rows(Statement query, Function<Readable, T> mapper, Yield<T> out) {
    for (Result result : each(Publishers.<Result>iterable(query.execute()))) {
      out.yieldAll(Publishers.<T>iterable(result.map(mapper), 64));
    }
  }

  @AsyncMethod
  static void fill(ConnectionFactory database, int rows) {
    Connection connection = using(R2dbcTestAsync.transaction(database));
    await(update(connection, "CREATE TABLE number (it INT)"));
    await(update(connection, "INSERT INTO number SELECT x FROM SYSTEM_RANGE(1, " + rows + ")"));
  }

  private static CompletableFuture<?> update(Connection connection, String sql) {
    return Publishers.iterable(connection.createStatement(sql).execute())
        .flatMap(result -> Publishers.<Long>iterable(result.getRowsUpdated()))
        .toList();
  }

  @AsyncMethod
  static List<Integer> numbers(ConnectionFactory database, int most, List<Connection> used) {
    List<Integer> numbers = new ArrayList<>();
    Connection connection = using(connection(database));
    used.add(connection);
    Statement query = connection.createStatement("SELECT it FROM number ORDER BY it");
    for (int number : each(R2dbcTestAsync.rows(query, row -> row.get(0, Integer.class)))) {
      numbers.add(number);
      if (numbers.size() == most) {
        break;
      }
    }
    return numbers;
  }

  @AsyncMethod
  static void deleteAndFail(ConnectionFactory database, RuntimeException failure) {
    Connection connection = using(R2dbcTestAsync.transaction(database));
    await(update(connection, "DELETE FROM number"));
    throw failure;
  }

  private static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(1, TimeUnit.MINUTES);
  }

  private static boolean isOpen(Connection connection) throws Exception {
    return soon(
        Publishers.<Boolean>one(connection.validate(ValidationDepth.LOCAL))
            .exceptionally(failure -> false));
  }

  @Test
  void rowsAreIteratedAndTheConnectionIsGivenBack() throws Exception {
    Connection kept = soon(Publishers.<Connection>one(database.create())); // or H2 forgets all
    soon(R2dbcTestAsync.fill(database, 1000));

    List<Connection> used = new ArrayList<>();
    assertThat(soon(R2dbcTestAsync.numbers(database, 5000, used)))
        .isEqualTo(IntStream.rangeClosed(1, 1000).boxed().toList());
    assertThat(soon(R2dbcTestAsync.numbers(database, 3, used))).containsExactly(1, 2, 3);

    for (Connection connection : used) {
      assertThat(isOpen(connection)).isFalse();
    }
    soon(Publishers.done(kept.close()));
  }

  @Test
  void aFailureRollsBack() throws Exception {
    Connection kept = soon(Publishers.<Connection>one(database.create()));
    soon(R2dbcTestAsync.fill(database, 10));
    IllegalStateException failure = new IllegalStateException();

    assertThatThrownBy(() -> soon(R2dbcTestAsync.deleteAndFail(database, failure)))
        .cause()
        .isSameAs(failure);

    assertThat(soon(R2dbcTestAsync.numbers(database, 100, new ArrayList<>()))).hasSize(10);
    soon(Publishers.done(kept.close()));
  }
}

package dev.belay.samples;

import static dev.belay.Async.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterator;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the small programs print is what their models in Python print. */
class TutorialTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private final ScheduledLoop loop = new ScheduledLoop();

  @AfterEach
  void close() {
    loop.close();
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void timerSaysHowLongTheBlockTook() {
    run(() -> TimerAsync.query(loop, out));

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0)).matches("database query: \\d+\\.\\d{3}s");
    assertThat(Double.parseDouble(lines().get(0).replaceAll("[^0-9.]", "")))
        .isGreaterThanOrEqualTo(0.1);
  }

  @Test
  void timerSaysItOfABlockThatFailsOrIsCancelled() {
    CompletableFuture<Object> failed =
        TimerAsync.timer("failed", out)
            .use(start -> CompletableFuture.failedFuture(new ArithmeticException()));
    assertThatThrownBy(() -> run(() -> failed)).isInstanceOf(ArithmeticException.class);

    CompletableFuture<Object> never = new CompletableFuture<>();
    CompletableFuture<Object> cancelled = TimerAsync.timer("cancelled", out).use(start -> never);
    assertThat(lines()).hasSize(1);
    cancelled.cancel(true);
    assertThatThrownBy(() -> run(() -> cancelled)).isInstanceOf(CancellationException.class);

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).startsWith("failed: ");
    assertThat(lines().get(1)).startsWith("cancelled: ");
  }

  @Test
  void transactionsAreCommittedOrRolledBack() {
    run(() -> TutorialAsync.transactions(database(), out));

    assertThat(lines()).containsExactly("added 2", "rolled back: a blank name", "[Ada, Grace]");
  }

  @Test
  void aTransactionIsRolledBackWhenTheDatabaseFails() {
    Connection connection = run(() -> Publishers.one(database().create()));
    run(() -> NamesAsync.createTable(connection));
    run(() -> NamesAsync.add(connection, List.of("Ada")));

    assertThatThrownBy(() -> run(() -> NamesAsync.add(connection, List.of("Grace", "Ada"))))
        .isInstanceOf(R2dbcException.class);

    assertThat(run(() -> NamesAsync.all(connection))).containsExactly("Ada");
    run(() -> Publishers.done(connection.close()));
  }

  private static ConnectionFactory database() {
    return ConnectionFactories.get("r2dbc:h2:mem:///" + UUID.randomUUID());
  }

  @Test
  void numberRangeIsWalkedByALoop() {
    run(() -> NumberRangeAsync.print(loop, out));

    assertThat(lines()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void numberRangeKeepsTheProtocol() {
    AsyncIterator<Integer> numbers = new NumberRange(7, 8, loop).iterator();
    assertThatThrownBy(numbers::current).isInstanceOf(IllegalStateException.class);

    assertThat(run(numbers::advance)).isTrue();
    assertThat(numbers.current()).isEqualTo(7);
    run(numbers::closeAsync);

    assertThat(run(numbers::advance)).isFalse();
    assertThatThrownBy(numbers::current).isInstanceOf(IllegalStateException.class);
    assertThat(run(new NumberRange(2, 1, loop).iterator()::advance)).isFalse();
  }

  @Test
  void producerAndConsumersTakeTurns() {
    VirtualLoop virtual = new VirtualLoop();
    CompletableFuture<Void> ended = PipelineAsync.run(new Pipeline(virtual, out), 10);
    assertThat(lines()).isEmpty();

    virtual.run();

    List<String> expected = new ArrayList<>();
    for (int item = 0; item < 10; item++) {
      expected.add("Produced: " + item);
      expected.add("Consumer " + (item % 2 == 0 ? "A" : "B") + " processing: " + item);
    }
    assertThat(ended).isCompleted();
    assertThat(lines()).isEqualTo(expected);
    assertThat(virtual.now()).isEqualTo(Duration.ofMillis(1100));
  }
}

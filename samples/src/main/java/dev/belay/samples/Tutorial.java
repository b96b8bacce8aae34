package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.run;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.io.PrintStream;
import java.util.List;

/** Small programs, each of which shows one thing; what they print says what happened. */
public final class Tutorial {
  private Tutorial() {}

  /** Runs them all. */
  public static void main(String[] arguments) {
    ConnectionFactory database = ConnectionFactories.get("r2dbc:h2:mem:///tutorial");
    try (ScheduledLoop loop = new ScheduledLoop()) {
      run(() -> TutorialAsync.all(loop, database, System.out));
    }
  }

  @AsyncMethod
  static void all(Loop loop, ConnectionFactory database, PrintStream out) {
    await(TimerAsync.query(loop, out));
    await(NumberRangeAsync.print(loop, out));
    await(TutorialAsync.transactions(database, out));
    await(PipelineAsync.run(new Pipeline(loop, out), 10));
  }

  /** One transaction that is committed and one that is rolled back. */
  @AsyncMethod
  static void transactions(ConnectionFactory database, PrintStream out) {
    Connection connection = using(Connections.connection(database));
    await(NamesAsync.createTable(connection));
    out.println("added " + await(NamesAsync.add(connection, List.of("Ada", "Grace"))));
    try {
      await(NamesAsync.add(connection, List.of("Edsger", " ")));
    } catch (IllegalArgumentException e) {
      out.println("rolled back: " + e.getMessage());
    }
    out.println(await(NamesAsync.all(connection)));
  }
}

package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.run;

import dev.belay.AsyncMethod;
import dev.belay.reactivestreams.Publishers;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.io.PrintStream;
import java.util.List;

/** Small programs, each of which shows one thing; what they print says what happened. */
public final class Tutorial {
  private Tutorial() {}

  /** Runs them all. */
  public static void main(String[] arguments) {
    try (ScheduledLoop loop = new ScheduledLoop()) {
      run(() -> TutorialAsync.all(loop, System.out));
    }
  }

  @AsyncMethod
  static void all(Loop loop, PrintStream out) {
    await(TimerAsync.query(out));
    await(NumberRangeAsync.print(out));
    await(TutorialAsync.transactions("r2dbc:h2:mem:///tutorial", out));
    await(PipelineAsync.run(new Pipeline(loop, out), 10));
  }

  /** One transaction that is committed and one that is rolled back. */
  @AsyncMethod
  static void transactions(String url, PrintStream out) {
    Connection connection = await(Publishers.one(ConnectionFactories.get(url).create()));
    try {
      await(NamesAsync.createTable(connection));
      out.println("added " + await(NamesAsync.add(connection, List.of("Ada", "Grace"))));
      try {
        await(NamesAsync.add(connection, List.of("Edsger", " ")));
      } catch (IllegalArgumentException e) {
        out.println("rolled back: " + e.getMessage());
      }
      out.println(await(NamesAsync.all(connection)));
    } finally {
      await(Publishers.done(connection.close()));
    }
  }
}

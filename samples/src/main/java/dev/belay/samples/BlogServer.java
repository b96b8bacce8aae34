package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.Async;
import dev.belay.AsyncMethod;
import java.io.PrintStream;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program. {@code PORT} is the port (default 8080, 0 for any free one), {@code DATABASE_URL} an
 * R2DBC URL (default an H2 database in memory). Ctrl-C or SIGTERM stops it.
 */
public final class BlogServer {
  private static final Logger LOG = LoggerFactory.getLogger(BlogServer.class);

  private BlogServer() {}

  /**
   * Runs until it is told to stop.
   *
   * @param arguments none; the settings come from the environment
   */
  public static void main(String[] arguments) {
    StopSignal stop = StopSignal.install();
    int exitCode = 0;
    try {
      Settings settings = Settings.fromEnvironment(System.getenv());
      Async.run(() -> BlogServerAsync.serve(Platform.REAL, settings, stop.requested(), System.out));
    } catch (CannotStart e) {
      LOG.error("Cannot start: {}", e.getMessage());
      exitCode = 1;
    } catch (Throwable failure) {
      LOG.error("Cannot go on", failure);
      exitCode = 1;
    }
    stop.ended(exitCode);
    System.exit(exitCode);
  }

  /**
   * {@code async with lifespan() as blog}: whatever way this block is left, the lifespan is closed
   * before the method's future completes.
   */
  @AsyncMethod
  static void serve(
      Platform platform, Settings settings, CompletionStage<?> stop, PrintStream out) {
    Blog blog = using(LifespanAsync.blog(platform, settings));
    out.println("Listening on http://localhost:" + blog.port() + " (Ctrl-C to stop)");
    await(stop);
  }
}

package dev.belay.leaks;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A user's program: loses an iterator and a resource, and prints what the log says of it. */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
public final class LeakingProgram {
  /** Ends far sooner where something is expected: on a busy machine the cleaner comes late. */
  private static final int ROUNDS = 3_000;

  private static final int QUIET_ROUNDS = 20;

  private LeakingProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    int expected = Integer.parseInt(arguments[0]);
    // The platform's logger writes there, if nobody has installed another.
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    loseIterator();
    loseResource();
    closeBoth();
    int rounds = expected == 0 ? QUIET_ROUNDS : ROUNDS;
    for (int i = 0; i < rounds && (expected == 0 || warnings(log) < expected); i++) {
      System.gc();
      Thread.sleep(10);
    }
    System.out.print(log.toString(StandardCharsets.UTF_8));
  }

  private static long warnings(ByteArrayOutputStream log) {
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("LeakingProgram.main"))
        .count();
  }

  private static void loseIterator() {
    AsyncIterator<Integer> lost = AsyncIterable.of(1, 2).map(n -> n).iterator();
    Object unused = lost.advance();
  }

  private static void loseResource() {
    Object unused = scope().open().join().value();
  }

  private static void closeBoth() {
    AsyncIterator<Integer> closed = AsyncIterable.of(1, 2).iterator();
    Object unusedAdvance = closed.advance();
    Object unusedClose = closed.closeAsync();
    Opened<String> opened = scope().open().join();
    Object unusedRelease = opened.close(null);
  }

  private static AsyncScope<String> scope() {
    return AsyncScope.of(
        () -> CompletableFuture.completedFuture("resource"),
        resource -> CompletableFuture.completedFuture(null));
  }
}

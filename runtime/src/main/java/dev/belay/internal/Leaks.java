package dev.belay.internal;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterator;
import dev.belay.Opened;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports what was opened or begun and became unreachable without having been closed (A37).
 *
 * <p>The system property {@code dev.belay.leaks} says how much is watched: {@code off}, the
 * default; {@code all}; or a number n, for one in n. It is read once. When it is off, watching
 * costs the test of a constant.
 */
final class Leaks {
  private static final String PROPERTY = "dev.belay.leaks";

  /** Null: nothing is watched. */
  static final @Nullable Leaks WATCH = configured();

  private final int oneIn;
  private final Consumer<Throwable> report;
  private final Cleaner cleaner = Cleaner.create();
  private final AtomicInteger turn = new AtomicInteger();

  Leaks(int oneIn, Consumer<Throwable> report) {
    this.oneIn = oneIn;
    this.report = report;
  }

  private static @Nullable Leaks configured() {
    String setting = System.getProperty(PROPERTY, "off");
    Logger logger = System.getLogger(PROPERTY);
    try {
      int oneIn = oneIn(setting);
      return oneIn == 0 ? null : new Leaks(oneIn, leak -> log(logger, leak));
    } catch (IllegalArgumentException e) {
      logger.log(Level.WARNING, e.getMessage());
      return null;
    }
  }

  private static void log(Logger logger, Throwable leak) {
    logger.log(Level.WARNING, leak.getMessage(), leak);
  }

  /**
   * How many are there for each that is watched.
   *
   * @throws IllegalArgumentException if the setting says nothing
   */
  static int oneIn(String setting) {
    if (setting.equals("off")) {
      return 0;
    }
    if (setting.equals("all")) {
      return 1;
    }
    if (setting.matches("[1-9]\\d{0,8}")) {
      return Integer.parseInt(setting);
    }
    throw new IllegalArgumentException(
        "the system property %s is neither off, all nor a positive number, and leaks are not watched: %s"
            .formatted(PROPERTY, setting));
  }

  private boolean isTurn() {
    return oneIn == 1 || Math.floorMod(turn.getAndIncrement(), oneIn) == 0;
  }

  /** The run of a generator, as its consumer gets it. */
  <T extends @Nullable Object> AsyncIterator<T> watched(GeneratorMachine<T> run) {
    return isTurn()
        ? new WatchedIterator<>(run, new Lease("An iterator that was started", report), cleaner)
        : run;
  }

  /** The run of a two-way generator, as its consumer gets it. */
  <T extends @Nullable Object, S extends @Nullable Object> AsyncConversation<T, S> watched(
      ConversationMachine<T, S> run) {
    return isTurn()
        ? new WatchedConversation<>(
            run, new Lease("A conversation that was started", report), cleaner)
        : run;
  }

  /** An opening, whose resource is watched from the time that it is there. */
  <T extends @Nullable Object> CompletableFuture<Opened<T>> watched(
      CompletableFuture<Opened<T>> opening) {
    return isTurn()
        ? WatchedOpening.of(opening, new Lease("A resource that was opened", report), cleaner)
        : opening;
  }
}

package dev.belay.faults;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.using;

import dev.belay.AsyncGenerator;
import dev.belay.Exchange;
import dev.belay.Yield;
import java.util.concurrent.CancellationException;

/** Generators, with yields in every part of what unwinds. */
final class Pages {
  private Pages() {}

  @AsyncGenerator
  static void pages(World world, Yield<Integer> out) {
    using(SourcesAsync.resource(world));
    try {
      for (int page : each(SourcesAsync.numbers(world, 2))) {
        using(world.scope("row"));
        try {
          out.yield(await(world.stage("row", () -> 10 * page)));
          world.call("between");
          out.yield(page);
        } catch (RuntimeException e) {
          try {
            await(world.stage("handler", () -> null));
          } catch (CancellationException cancelled) {
            e.addSuppressed(cancelled);
          }
          throw e;
        } finally {
          await(world.last("after a page"));
        }
      }
      out.yieldAll(ForeignNumbers.of(world, 2));
    } finally {
      for (int number : each(SourcesAsync.numbers(world, 1))) {
        await(world.stage("in finally", () -> number));
      }
    }
  }

  /** Generators in generators, and a jump out of them. */
  @AsyncGenerator
  static void deep(World world, Yield<Integer> out) {
    levels:
    for (int level = 1; ; level++) {
      for (int number : each(PagesAsync.pages(world).map(n -> n + 1).prefetch(1))) {
        if (number == 3) {
          break levels;
        }
        Integer resource = using(world.scope("deep"));
        out.yield(100 * level + number + 0 * resource);
      }
    }
  }

  @AsyncGenerator
  static void dialogue(World world, Exchange<Integer, Integer> out) {
    Integer line = using(SourcesAsync.resource(world));
    int sum = line;
    try {
      for (int turn = 0; turn < 3; turn++) {
        int now = turn;
        Integer answer = out.yield(await(world.stage("question", () -> now)));
        using(world.scope("answer"));
        sum += await(world.stage("thought", () -> answer));
      }
    } finally {
      await(world.last("hang up"));
    }
    out.yield(sum);
  }
}

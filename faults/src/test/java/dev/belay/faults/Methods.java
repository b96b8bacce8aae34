package dev.belay.faults;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.gather;
import static dev.belay.Async.timeout;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Methods with a suspension in every part of what unwinds. */
final class Methods {
  private Methods() {}

  /** Whatever number the resource has. */
  private static int one(int resource) {
    return resource < 0 ? 0 : 1;
  }

  @AsyncMethod
  static int nested(World world) {
    int sum = 0;
    Integer outer = using(world.scope("outer"));
    try {
      try {
        sum += await(world.stage("first", () -> 1)) * one(outer);
        Integer inner = using(SourcesAsync.resource(world));
        sum += 10 * await(world.stage("second", () -> 2 * one(inner)));
      } catch (RuntimeException e) {
        try {
          await(world.stage("handler", () -> null));
        } catch (CancellationException cancelled) {
          e.addSuppressed(cancelled);
        }
        throw e;
      } finally {
        await(world.last("inner finally"));
      }
      world.call("between");
      sum += 100 * await(world.stage("third", () -> 3));
    } finally {
      Integer late = using(world.scope("late"));
      sum += 1000 * await(world.stage("in finally", () -> one(late)));
      for (int number : each(SourcesAsync.numbers(world, 2))) {
        sum += 10_000 * number;
      }
    }
    return sum;
  }

  @AsyncMethod
  static List<Integer> loops(World world) {
    List<Integer> cells = new ArrayList<>();
    rows:
    for (int row : each(SourcesAsync.numbers(world, 3))) {
      using(world.scope("row"));
      for (int column : each(ForeignNumbers.of(world, 3))) {
        if (column == 3) {
          continue rows;
        }
        if (row == 3) {
          break rows;
        }
        cells.add(await(world.stage("cell", () -> 10 * row + column)));
      }
    }
    return cells;
  }

  @AsyncMethod
  static int returns(World world) {
    for (int turn = 0; ; turn++) {
      int now = turn;
      try {
        using(world.scope("turn"));
        if (await(world.stage("last?", () -> now == 1))) {
          return turn;
        }
      } finally {
        await(world.last("after a turn"));
      }
    }
  }

  @AsyncMethod
  static int expressions(World world) {
    int first =
        await(world.stage("left", () -> 1))
            + (await(world.stage("condition", () -> true))
                ? await(world.stage("then", () -> 10))
                : await(world.stage("else", () -> 0)));
    return first
        + switch (await(world.stage("selector", () -> "b"))) {
          case "a" -> await(world.stage("a", () -> 0));
          default -> {
            Integer resource = using(world.scope("arm"));
            yield 100 * await(world.stage("b", () -> one(resource)));
          }
        };
  }

  @AsyncMethod
  static int together(World world) {
    TaskGroup group = using(TaskGroup.scope());
    CompletableFuture<Integer> one = group.fork(() -> MethodsAsync.returns(world));
    CompletableFuture<Integer> other = group.fork(() -> MethodsAsync.expressions(world));
    world.call("in the block");
    List<Integer> gathered =
        await(gather(MethodsAsync.returns(world), timeout(Duration.ofDays(1), () -> one)));
    return gathered.get(0) + gathered.get(1) + await(other);
  }

  /** A group in a finally block, whose tasks must all have ended when it is left. */
  @AsyncMethod
  static int groupInFinally(World world) {
    try {
      return await(world.stage("work", () -> 1));
    } finally {
      TaskGroup group = using(TaskGroup.scope());
      Object unusedTask = group.fork(() -> MethodsAsync.returns(world));
      Object unusedStage = group.fork(() -> world.stage("task", () -> null));
    }
  }

  @AsyncMethod
  static int stacked(World world) {
    AsyncStack stack = using(AsyncStack.scope());
    int sum = 0;
    for (int number : each(SourcesAsync.numbers(world, 2))) {
      sum += number * one(await(stack.enter(SourcesAsync.resource(world))));
      stack.defer(() -> MethodsAsync.returns(world));
    }
    return sum;
  }

  @AsyncMethod
  static Integer uses(World world, AsyncScope<Integer> scope) {
    using(world.scope("around"));
    try {
      Integer resource = using(scope);
      world.call("body");
      return await(world.stage("work", () -> resource));
    } finally {
      await(world.last("afterwards"));
    }
  }
}

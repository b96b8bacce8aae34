package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.concurrent.*;

/** What the runtime offers, opened by {@code using} like every scope. */
final class Toolbox {
  @AsyncMethod
  static String D37_aStackOfAsManyAsThereAre() {
    AsyncStack stack = using(AsyncStack.scope());
    List<String> opened = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      opened.add(await(stack.enter(resource(name))));
      log("opened", name);
    }
    return await(stage(opened.toString()));
  }

  @AsyncMethod
  static int D40_theExitsOfAStackDecide() {
    int reached = 0;
    {
      AsyncStack stack = using(AsyncStack.scope());
      stack.push(
          failure -> {
            log("pushed", failure == null ? "nothing" : "failure");
            return CompletableFuture.completedFuture(true);
          });
      stack.defer(
          () -> {
            log("deferred");
            return CompletableFuture.completedFuture(null);
          });
      reached = await(stage(1));
      reached = await(stage(2));
    }
    log("after", reached);
    return await(stage(reached));
  }

  @AsyncMethod
  static String D43_whatIsMovedOutlivesTheScope() {
    AsyncStack moved = null;
    {
      AsyncStack stack = using(AsyncStack.scope());
      log(await(stack.enter(resource("a"))));
      moved = stack.move();
    }
    log("left");
    try {
      return await(stage("moved"));
    } finally {
      log("closing");
      moved.closeAsync();
    }
  }

  @AsyncMethod
  static String D14_twoAsOne() {
    String both = using(resource("a").both(resource("b"), (a, b) -> a + b));
    int length = using(resource("abc").map(String::length));
    log(both, length);
    return await(stage(both + length));
  }

  @AsyncMethod
  static int G9_aGroupOfTasks() {
    TaskGroup group = using(TaskGroup.scope());
    int one = await(group.fork(() -> stage(1)));
    log("one", one);
    int two = await(group.fork(() -> stage(2)));
    log("two", two);
    return one + two;
  }

  @AsyncGenerator
  static void G9_aGroupAroundAYield(Yield<Integer> out) {
    TaskGroup group = using(TaskGroup.scope());
    out.yield(await(group.fork(() -> stage(1))));
    out.yield(await(group.fork(() -> stage(2))));
    log("end");
  }

  @AsyncGenerator
  static void F26_theItemsOfAQueue(Yield<String> out) {
    AsyncQueue<String> queue = AsyncQueue.fifo(2);
    await(queue.put("a"));
    await(queue.put("b"));
    out.yield(await(queue.get()));
    await(stage(1));
    await(queue.put("c"));
    queue.shutdown();
    for (String item : each(queue.items())) {
      log("item", item);
      out.yield(item);
    }
    log("end");
  }

  private static AsyncScope<String> resource(String name) {
    return AsyncScope.of(
        () -> stage(name),
        value -> {
          log("released", value);
          return CompletableFuture.completedFuture(null);
        });
  }
}

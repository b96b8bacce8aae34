package dev.belay.faults;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.using;

import dev.belay.AsyncMethod;
import dev.belay.AsyncQueue;
import dev.belay.AsyncResource;
import dev.belay.QueueShutDownException;
import dev.belay.TaskGroup;
import dev.belay.Yield;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Items that are resources. Who takes one out releases it; who could not put one in does; and so
 * does the last to leave, with what is still stored.
 */
final class Queues {
  private Queues() {}

  private record Kind(String name, Supplier<AsyncQueue<Integer>> queue) {}

  static List<Subject> all() {
    List<Subject> subjects = new ArrayList<>();
    for (Kind kind :
        List.of(
            new Kind("fifo of 1", () -> AsyncQueue.fifo(1)),
            new Kind("fifo of 2", () -> AsyncQueue.fifo(2)),
            new Kind("unbounded fifo", () -> AsyncQueue.fifo(0)),
            new Kind("lifo of 2", () -> AsyncQueue.lifo(2)),
            new Kind("priority of 2", () -> AsyncQueue.priority(2, Comparator.naturalOrder())))) {
      subjects.add(
          Subject.future(
              "two consumers, " + kind.name(),
              4,
              world -> QueuesAsync.pipeline(world, kind.queue().get(), 4)));
      subjects.add(
          Subject.future(
              "a loop over items, " + kind.name(),
              4,
              world -> QueuesAsync.loop(world, kind.queue().get(), 4)));
      subjects.add(
          Subject.future(
              "joined, " + kind.name(),
              3,
              world -> QueuesAsync.joined(world, kind.queue().get(), 3)));
    }
    return subjects;
  }

  /** The queue; what is left in it when the block ends is released. */
  @AsyncResource
  static void drained(World world, AsyncQueue<Integer> queue, Yield<AsyncQueue<Integer>> scope) {
    try {
      scope.yield(queue);
    } finally {
      queue.shutdown();
      while (queue.size() > 0) {
        world.released(queue.poll());
      }
      await(world.last("left over"));
    }
  }

  @AsyncMethod
  static int pipeline(World world, AsyncQueue<Integer> queue, int count) {
    using(QueuesAsync.drained(world, queue));
    TaskGroup group = using(TaskGroup.scope());
    Object unusedTask = group.fork(() -> QueuesAsync.produce(world, queue, count));
    var one = group.fork(() -> QueuesAsync.consume(world, queue));
    var other = group.fork(() -> QueuesAsync.consume(world, queue));
    return await(one) + await(other);
  }

  @AsyncMethod
  static int loop(World world, AsyncQueue<Integer> queue, int count) {
    using(QueuesAsync.drained(world, queue));
    TaskGroup group = using(TaskGroup.scope());
    Object unusedTask = group.fork(() -> QueuesAsync.produce(world, queue, count));
    int taken = 0;
    for (int item : each(queue.items())) {
      world.released(item);
      await(world.stage("process", () -> null));
      taken++;
    }
    return taken;
  }

  @AsyncMethod
  static int joined(World world, AsyncQueue<Integer> queue, int count) {
    using(QueuesAsync.drained(world, queue));
    TaskGroup group = using(TaskGroup.scope());
    var consumer = group.fork(() -> QueuesAsync.consume(world, queue));
    for (int i = 0; i < count; i++) {
      await(QueuesAsync.put(world, queue));
    }
    await(queue.join());
    queue.shutdown();
    return await(consumer);
  }

  @AsyncMethod
  static void produce(World world, AsyncQueue<Integer> queue, int count) {
    try {
      for (int i = 0; i < count; i++) {
        await(world.stage("make", () -> null));
        await(QueuesAsync.put(world, queue));
      }
    } finally {
      queue.shutdown();
    }
  }

  @AsyncMethod
  static void put(World world, AsyncQueue<Integer> queue) {
    int item = world.acquire();
    try {
      await(queue.put(item));
    } catch (CancellationException | QueueShutDownException e) {
      world.released(item); // taken back
      throw e;
    }
  }

  @AsyncMethod
  static int consume(World world, AsyncQueue<Integer> queue) {
    for (int taken = 0; ; taken++) {
      int item;
      try {
        item = await(queue.get());
      } catch (QueueShutDownException e) {
        return taken;
      }
      world.released(item);
      try {
        await(world.stage("process", () -> null));
      } finally {
        queue.taskDone();
      }
    }
  }
}

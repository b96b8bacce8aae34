package dev.belay.faults;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.Yield;

/** Small templates of which other subjects are made. */
final class Sources {
  private Sources() {}

  @AsyncGenerator
  static void numbers(World world, int count, Yield<Integer> out) {
    using(world.scope("source"));
    for (int i = 1; i <= count; i++) {
      int next = i;
      out.yield(await(world.stage("element", () -> next)));
    }
  }

  @AsyncResource
  static void resource(World world, Yield<Integer> scope) {
    Integer resource = using(world.scope("inner"));
    await(world.stage("prepare", () -> null));
    try {
      scope.yield(resource);
    } finally {
      await(world.last("finish"));
    }
  }

  @AsyncMethod
  static Integer entered(World world, AsyncStack stack, AsyncScope<Integer> scope) {
    await(stack.enter(world.scope("first")));
    Integer second = await(stack.enter(scope));
    stack.defer(() -> world.last("deferred"));
    return await(world.stage("work", () -> second));
  }
}

package dev.belay.faults;

import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;

/**
 * What the processor makes of
 *
 * <pre>
 *   await(stack.enter(world.scope("first")));
 *   Integer second = await(stack.enter(scope));
 *   stack.defer(() -&gt; world.stage("deferred"));
 *   return await(world.stage("work", second));
 * </pre>
 */
final class Entering extends MethodMachine<Integer> {
  private final World world;
  private final AsyncStack stack;
  private final AsyncScope<Integer> scope;

  private Entering(World world, AsyncStack stack, AsyncScope<Integer> scope) {
    this.world = world;
    this.stack = stack;
    this.scope = scope;
  }

  static CompletableFuture<Integer> of(World world, AsyncStack stack, AsyncScope<Integer> scope) {
    return start(new Entering(world, stack, scope));
  }

  @Override
  protected int resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (at == 0 && pending(stack.enter(world.scope("first")))) {
        return suspendAt(1);
      }
      at = 0;
      Object unused = taken();
    }
    if (at == 0 || at == 2) {
      if (at == 0 && pending(stack.enter(scope))) {
        return suspendAt(2);
      }
      at = 0;
      Integer second = (Integer) taken();
      stack.defer(() -> world.stage("deferred", () -> null));
      if (pending(world.stage("work", () -> second))) {
        return suspendAt(3);
      }
    }
    return complete((Integer) taken());
  }
}

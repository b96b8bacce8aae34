package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Wrong uses of stacks. */
@SuppressWarnings("FutureReturnValueIgnored") // The test looks at what a wrong use returns.
final class StackMisuses {
  private static final CompletableFuture<Integer> ONE = CompletableFuture.completedFuture(1);

  private StackMisuses() {}

  static List<Misuse> all() {
    List<Misuse> cases = new ArrayList<>();
    record Registering(String name, StackUse use) {}
    for (Registering registering :
        List.of(
            new Registering("enter", (stack, calls) -> stack.enter(counted(calls))),
            new Registering(
                "push",
                (stack, calls) -> {
                  stack.push(failure -> CompletableFuture.completedFuture(calls.addAndGet(1) > 0));
                  return null;
                }),
            new Registering(
                "defer",
                (stack, calls) -> {
                  stack.defer(() -> CompletableFuture.completedFuture(calls.addAndGet(1)));
                  return null;
                }),
            new Registering("move", (stack, calls) -> stack.move()))) {
      cases.add(
          Misuse.of(
              registering.name() + " after the stack was closed, twice",
              IllegalStateException.class,
              "closed",
              () -> {
                AtomicInteger undone = new AtomicInteger();
                AtomicInteger calls = new AtomicInteger();
                AsyncStack stack = open();
                stack.defer(() -> CompletableFuture.completedFuture(undone.addAndGet(1)));
                assertThat(stack.closeAsync()).isCompleted();
                assertThat(stack.closeAsync()).isCompleted();
                return new Misuse.Attempt(
                    () -> registering.use().of(stack, calls),
                    () -> {
                      assertThat(calls).hasValue(0);
                      assertThat(undone).hasValue(1);
                    });
              }));
      cases.add(
          Misuse.of(
              registering.name() + " after the stack was moved",
              IllegalStateException.class,
              "moved",
              () -> {
                AtomicInteger undone = new AtomicInteger();
                AtomicInteger calls = new AtomicInteger();
                AsyncStack stack = open();
                stack.defer(() -> CompletableFuture.completedFuture(undone.addAndGet(1)));
                AsyncStack owner = stack.move();
                return new Misuse.Attempt(
                    () -> registering.use().of(stack, calls),
                    () -> {
                      assertThat(stack.closeAsync()).isCompleted();
                      assertThat(undone).hasValue(0);
                      assertThat(owner.closeAsync()).isCompleted();
                      assertThat(undone).hasValue(1);
                      assertThat(calls).hasValue(0);
                    });
              }));
    }
    return cases;
  }

  private interface StackUse {
    Object of(AsyncStack stack, AtomicInteger calls);
  }

  private static AsyncScope<Integer> counted(AtomicInteger calls) {
    return AsyncScope.of(
        () -> CompletableFuture.completedFuture(calls.addAndGet(1)), resource -> ONE);
  }

  private static AsyncStack open() throws Exception {
    return AsyncStack.scope().open().get().value();
  }
}

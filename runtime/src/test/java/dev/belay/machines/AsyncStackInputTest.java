package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncStack;
import dev.belay.Opened;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Very many exits of a stack, and none at all. */
class AsyncStackInputTest {
  @Test
  void D46_H9_manyExitsInConstantStack() throws Throwable {
    int many = 1_000_000;
    int[] undone = new int[1];
    for (Timing timing : new Timing[] {Timing.DONE, Timing.DONE_FOREIGN}) {
      Stages stages = new Stages(timing);
      CompletionStage<Boolean> shared = stages.of(false);
      undone[0] = 0;
      CompletableFuture<String> use =
          AsyncStack.scope()
              .use(
                  stack -> {
                    for (int i = 0; i < many; i++) {
                      stack.push(
                          told -> {
                            undone[0]++;
                            return shared;
                          });
                    }
                    return CompletableFuture.completedFuture("value");
                  });
      assertThat(Stages.get(use)).isEqualTo("value");
      assertThat(undone[0]).isEqualTo(many);
    }
  }

  @Test
  void H5_nullArguments() throws Throwable {
    AsyncStack stack = Stages.get(AsyncStack.scope().open()).value();

    assertThatThrownBy(() -> stack.enter(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> stack.defer(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> stack.push((Opened<?>) null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Stages.get(stack.enter(() -> null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("open()");
    assertThatThrownBy(() -> Stages.get(stack.enter(() -> CompletableFuture.completedFuture(null))))
        .isInstanceOf(NullPointerException.class);
    assertThat(stack).hasToString("AsyncStack[open, exits=0, opening=0]");
  }
}

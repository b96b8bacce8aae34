package dev.belay.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Opens and closes one session after the other, and knows no failure and no cancel. */
final class ByHandScopes implements BiFunction<Object, @Nullable Throwable, @Nullable Void> {
  private final Pool pool;
  private final int count;
  private int next;
  private boolean open;
  private @Nullable CompletableFuture<Integer> awaited;
  long sum;

  ByHandScopes(Pool pool, int count) {
    this.pool = pool;
    this.count = count;
  }

  void run() {
    for (; ; ) {
      CompletableFuture<Integer> stage = awaited;
      if (stage == null) {
        if (next == count) {
          return;
        }
        stage = pool.open(next++);
        if (isPending(stage)) {
          return;
        }
      }
      awaited = null;
      Integer value = stage.join();
      open = !open;
      if (open) {
        sum += value;
        CompletableFuture<Integer> closing = pool.close(value);
        if (isPending(closing)) {
          return;
        }
        open = false;
      }
    }
  }

  private boolean isPending(CompletableFuture<Integer> stage) {
    if (stage.isDone()) {
      return false;
    }
    awaited = stage;
    stage.handle(this);
    return true;
  }

  @Override
  public @Nullable Void apply(Object value, @Nullable Throwable failure) {
    run();
    return null;
  }
}

package dev.belay.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Calls down to a depth, one call after the other. A call that is under way is an object. */
final class ByHandMethods implements BiFunction<Object, @Nullable Throwable, @Nullable Void> {
  private final Pool pool;
  private final int count;
  private final int depth;
  private int next;
  private @Nullable Call call;
  long sum;

  ByHandMethods(Pool pool, int count, int depth) {
    this.pool = pool;
    this.count = count;
    this.depth = depth;
  }

  void run() {
    for (; ; ) {
      Call current = call;
      if (current == null) {
        if (next == count) {
          return;
        }
        current = new Call(next++, depth);
        call = current;
      }
      if (!current.poll(this)) {
        return;
      }
      call = null;
      Integer result = current.result;
      sum += result == null ? 0 : result;
    }
  }

  @Override
  public @Nullable Void apply(Object value, @Nullable Throwable failure) {
    run();
    return null;
  }

  /** One call of the method. */
  private static final class Call {
    private final int i;
    private final int depth;
    private @Nullable Call inner;
    private @Nullable CompletableFuture<Integer> awaited;
    @Nullable Integer result;

    Call(int i, int depth) {
      this.i = i;
      this.depth = depth;
    }

    /** Whether the result is there. */
    boolean poll(ByHandMethods root) {
      return depth == 1 ? opened(root) : called(root);
    }

    private boolean opened(ByHandMethods root) {
      CompletableFuture<Integer> stage = awaited;
      if (stage == null) {
        stage = root.pool.open(i);
        if (!stage.isDone()) {
          awaited = stage;
          stage.handle(root);
          return false;
        }
      }
      awaited = null;
      result = stage.join();
      return true;
    }

    private boolean called(ByHandMethods root) {
      Call deeper = inner;
      if (deeper == null) {
        deeper = new Call(i, depth - 1);
        inner = deeper;
      }
      if (!deeper.poll(root)) {
        return false;
      }
      inner = null;
      result = deeper.result;
      return true;
    }
  }
}

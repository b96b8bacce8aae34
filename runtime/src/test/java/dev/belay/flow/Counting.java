package dev.belay.flow;

import dev.belay.AsyncIterable;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   for (long i = 0; i &lt; count; i++) {
 *     await(pause.get());
 *     out.yield(i);
 *   }
 * </pre>
 */
final class Counting extends GeneratorMachine<Long> {
  private final long count;
  private final Supplier<CompletionStage<?>> pause;
  private long i;

  private Counting(long count, Supplier<CompletionStage<?>> pause) {
    this.count = count;
    this.pause = pause;
  }

  static AsyncIterable<Long> upTo(long count) {
    return Generators.cold(
        () -> new Counting(count, () -> CompletableFuture.completedFuture(null)));
  }

  /** The same, each element coming from another thread. */
  static AsyncIterable<Long> elsewhereUpTo(long count) {
    return Generators.cold(() -> new Counting(count, () -> CompletableFuture.runAsync(() -> {})));
  }

  @Override
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    for (; at != 0 || i < count; i++) {
      if (at <= 1) {
        if (at == 0 && pending(pause.get())) {
          return suspendAt(1);
        }
        if (at == 1 && closing()) {
          return END;
        }
        at = 0;
        Object unused = taken();
        return yieldAt(2, i);
      }
      if (closing()) {
        return END;
      }
      at = 0;
    }
    return END;
  }
}

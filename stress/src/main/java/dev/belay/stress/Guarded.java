package dev.belay.stress;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the processor makes of
 *
 * <pre>
 *   try {
 *     out.yield(await(stage));
 *   } finally {
 *     released.incrementAndGet();
 *   }
 * </pre>
 */
final class Guarded extends GeneratorMachine<Integer> {
  private final CompletionStage<Integer> stage;
  private final AtomicInteger released;

  private Guarded(CompletionStage<Integer> stage, AtomicInteger released) {
    this.stage = stage;
    this.released = released;
  }

  static AsyncIterable<Integer> over(CompletionStage<Integer> stage, AtomicInteger released) {
    return Generators.cold(() -> new Guarded(stage, released));
  }

  static AsyncIterator<Integer> of(CompletionStage<Integer> stage, AtomicInteger released) {
    return new Guarded(stage, released);
  }

  @Override
  public int resume() throws Throwable {
    int at = resumed();
    try {
      if (at == 0 && pending(stage)) {
        return suspendAt(1);
      }
      if (at != 0 && closing()) {
        return END;
      }
      return at == 2 ? END : yieldAt(2, (Integer) taken());
    } finally {
      if (running()) {
        released.incrementAndGet();
      }
    }
  }
}

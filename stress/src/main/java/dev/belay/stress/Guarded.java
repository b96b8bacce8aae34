package dev.belay.stress;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import dev.belay.internal.MethodMachine;
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
  private final boolean calls;

  private Guarded(CompletionStage<Integer> stage, AtomicInteger released, boolean calls) {
    this.stage = stage;
    this.released = released;
    this.calls = calls;
  }

  static AsyncIterable<Integer> over(CompletionStage<Integer> stage, AtomicInteger released) {
    return Generators.cold(() -> new Guarded(stage, released, false));
  }

  static AsyncIterator<Integer> of(CompletionStage<Integer> stage, AtomicInteger released) {
    return new Guarded(stage, released, false);
  }

  /** The same, but a method that it calls awaits the stage. */
  static AsyncIterator<Integer> calling(CompletionStage<Integer> stage, AtomicInteger released) {
    return new Guarded(stage, released, true);
  }

  @Override
  public Object resume() throws Throwable {
    int at = resumed();
    try {
      if (at == 2 || (at == 1 && closing())) {
        return END;
      }
      Object outcome = at == 1 ? taken() : begun();
      return outcome == WAITING ? suspendAt(1) : yieldAt(2, (Integer) outcome);
    } finally {
      if (running()) {
        released.incrementAndGet();
      }
    }
  }

  private Object begun() throws Throwable {
    if (!calls) {
      return awaiting(stage);
    }
    MethodMachine<Integer> call = Awaiting.run(() -> stage);
    try {
      return call.calledBy(this) ? call.returned(this, call.resume()) : WAITING;
    } catch (Throwable t) {
      throw failed(call.getClass(), "", t);
    }
  }
}

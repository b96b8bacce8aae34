package dev.belay.machines;

import dev.belay.AsyncIterable;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   trace.add("start");
 *   try {
 *     for (int i = 0; i &lt; count; i++) {
 *       int value = await(stages.of(i));
 *       out.yield(value);
 *     }
 *   } finally {
 *     await(stages.of("closing"));
 *     trace.add("closed");
 *   }
 * </pre>
 */
final class Numbers extends GeneratorMachine<Integer> {
  private Stages stages;
  private List<String> trace;
  private int count;
  private int i;
  private Throwable failure;

  private Numbers(Stages stages, List<String> trace, int count) {
    this.stages = stages;
    this.trace = trace;
    this.count = count;
  }

  static AsyncIterable<Integer> of(Stages stages, List<String> trace, int count) {
    return Generators.cold(() -> new Numbers(stages, trace, count));
  }

  @Override
  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      trace.add("start");
      i = 0;
    }
    leave:
    if (at != 3) {
      try {
        for (; at != 0 || i < count; i++) {
          int value;
          if (at <= 1) {
            if (at == 0 && pending(stages.of(i))) {
              return suspendAt(1);
            }
            if (at == 1 && closing()) {
              break leave;
            }
            at = 0;
            value = (Integer) taken();
            return yieldAt(2, value);
          }
          if (closing()) {
            break leave;
          }
          at = 0;
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    // finally
    if (at != 3 && pendingRelease(stages.of("closing"))) {
      return suspendAt(3);
    }
    taken();
    trace.add("closed");
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @Override
  protected void forget() {
    stages = null;
    trace = null;
    failure = null;
  }
}

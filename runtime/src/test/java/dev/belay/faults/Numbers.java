package dev.belay.faults;

import dev.belay.AsyncIterable;
import dev.belay.Opened;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;

/**
 * What the processor makes of
 *
 * <pre>
 *   using(world.scope("source"));
 *   for (int i = 1; i &lt;= count; i++) out.yield(await(world.stage("element", i)));
 * </pre>
 */
final class Numbers extends GeneratorMachine<Integer> {
  private final World world;
  private final int count;
  private int i = 1;
  private Opened<?> opened;
  private Throwable failure;

  private Numbers(World world, int count) {
    this.world = world;
    this.count = count;
  }

  static AsyncIterable<Integer> of(World world, int count) {
    return Generators.cold(() -> new Numbers(world, count));
  }

  @Override
  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
  protected int resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (entering(at == 0 ? world.scope("source") : null)) {
        return suspendAt(1);
      }
      if (at == 1 && closing()) {
        return END;
      }
      at = 0;
      opened = entered();
    }
    leave:
    if (at != 4) {
      try {
        for (; at != 0 || i <= count; i++) {
          if (at <= 2) {
            int next = i;
            if (at == 0 && pending(world.stage("element", () -> next))) {
              return suspendAt(2);
            }
            if (at == 2 && closing()) {
              break leave;
            }
            at = 0;
            return yieldAt(3, (Integer) taken());
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
    if (exiting(opened, failure)) {
      return suspendAt(4);
    }
    if (failure != null && !exited()) {
      throw failure;
    }
    return END;
  }
}

package dev.belay.faults;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.ResourceMachine;

/**
 * What the processor makes of
 *
 * <pre>
 *   Integer resource = using(world.scope("inner"));
 *   await(world.stage("prepare"));
 *   try {
 *     scope.yield(resource);
 *   } finally {
 *     await(world.stage("finish"));
 *   }
 * </pre>
 */
final class Template extends ResourceMachine<Integer> {
  private final World world;
  private Opened<?> opened;
  private Throwable failure;

  private Template(World world) {
    this.world = world;
  }

  static AsyncScope<Integer> scope(World world) {
    return scope(new Template(world));
  }

  @Override
  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
  protected int resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (entering(at == 0 ? world.scope("inner") : null)) {
        return suspendAt(1);
      }
      if (at == 1 && closing()) {
        return END;
      }
      at = 0;
      opened = entered();
    }
    leave:
    if (at != 5) {
      try {
        if (at == 0 || at == 2) {
          if (at == 0 && pending(world.stage("prepare", () -> null))) {
            return suspendAt(2);
          }
          if (at == 2 && closing()) {
            break leave;
          }
          Object unused = taken();
          return yieldAt(3, (Integer) opened.value());
        }
        if (at == 3) {
          try {
            if (!closing()) {
              Object unused = received();
            }
          } catch (Throwable t) {
            failure = t;
          }
          if (pendingRelease(world.stage("finish", () -> null))) {
            return suspendAt(4);
          }
        }
        Object unused = taken();
      } catch (Throwable t) {
        if (failure != null) {
          t.addSuppressed(failure);
        }
        failure = t;
      }
    }
    if (exiting(opened, failure)) {
      return suspendAt(5);
    }
    if (failure != null && !exited()) {
      throw failure;
    }
    return END;
  }
}

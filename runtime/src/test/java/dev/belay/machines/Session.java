package dev.belay.machines;

import dev.belay.AsyncScope;
import dev.belay.internal.ResourceMachine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   String session = await(stages.of(name));
 *   trace.add("opened " + name);
 *   try {
 *     scope.yield(session);
 *     trace.add("committed " + name);
 *   } finally {
 *     await(stages.of("release"));
 *     trace.add("released " + name);
 *   }
 * </pre>
 */
final class Session extends ResourceMachine<String> {
  private Stages stages;
  private List<String> trace;
  private String name;
  private Throwable failure;

  private Session(Stages stages, List<String> trace, String name) {
    this.stages = stages;
    this.trace = trace;
    this.name = name;
  }

  static AsyncScope<String> scope(Stages stages, List<String> trace, String name) {
    return scope(new Session(stages, trace, name));
  }

  @Override
  @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    leave:
    if (at <= 2) {
      if (at <= 1) {
        if (at == 0 && pending(stages.of(name))) {
          return suspendAt(1);
        }
        String session = (String) taken();
        trace.add("opened " + name);
        return yieldAt(2, session);
      }
      try {
        if (closing()) {
          break leave;
        }
        received();
        trace.add("committed " + name);
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (at == 2 && pendingRelease(stages.of("release"))) {
      return suspendAt(3);
    }
    taken();
    trace.add("released " + name);
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @Override
  protected void forget() {
    stages = null;
    trace = null;
    name = null;
    failure = null;
  }
}

package dev.belay.internal;

import dev.belay.ThreadContext;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thread-locals that go along with bodies, if there are services for that (H27). */
final class Carried {
  /** Null if nothing is carried: then a resumption costs the test of a constant more. */
  static final @Nullable Carried BY_SERVICES = installed();

  private final List<ThreadContext> services;

  private Carried(List<ThreadContext> services) {
    this.services = services;
  }

  private static @Nullable Carried installed() {
    List<ThreadContext> services = new ArrayList<>();
    try {
      // Not the loader of the thread: bodies begin on threads of pools, which may have any.
      ServiceLoader.load(ThreadContext.class, ThreadContext.class.getClassLoader())
          .forEach(services::add);
    } catch (ServiceConfigurationError e) {
      System.getLogger(ThreadContext.class.getName())
          .log(Level.WARNING, "a service cannot be loaded, and carries no thread-locals", e);
    }
    return services.isEmpty() ? null : new Carried(List.copyOf(services));
  }

  /** A root's body is about to suspend: takes along the locals of this thread. Owner only. */
  void suspends(Driver root) {
    List<Supplier<Runnable>> context = new ArrayList<>(services.size());
    for (ThreadContext service : services) {
      try {
        context.add(service.capture());
      } catch (Throwable t) {
        Undelivered.tell(t);
      }
    }
    root.context = context;
  }

  /**
   * Drives a root among the locals that it has taken along, which are there as well when it starts
   * what it waits for. Owner only.
   *
   * @return as {@link Driver#step}, but null if the body waits
   */
  @Nullable Driver drive(Driver root) {
    Deque<Runnable> before = restored(root);
    try {
      Driver next = root.step();
      while (next == root) {
        suspends(root);
        if (!root.attached(false)) {
          return null;
        }
        root.context = null;
        next = root.step();
      }
      return next;
    } finally {
      before.forEach(Carried::run);
    }
  }

  /** What puts back the locals of this thread, the last first. */
  private static Deque<Runnable> restored(Driver root) {
    List<Supplier<Runnable>> context = root.context;
    // Before the step: afterwards the body may be another thread's.
    root.context = null;
    Deque<Runnable> before = new ArrayDeque<>();
    if (context != null) {
      for (Supplier<Runnable> each : context) {
        try {
          before.push(each.get());
        } catch (Throwable t) {
          Undelivered.tell(t);
        }
      }
    }
    return before;
  }

  private static void run(Runnable putBack) {
    try {
      putBack.run();
    } catch (Throwable t) {
      Undelivered.tell(t);
    }
  }
}

package dev.belay.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces in the user's own terms. An exception that is thrown inside a body and leaves it
 * names the template, its file and the line, in place of the machine; below, if other bodies await
 * this one, where they do, callee first; the machinery in between is left out.
 *
 * <p>An exception that a body only passes on is another's, and stays as it is (H16).
 *
 * <p>The system property {@code dev.belay.traces} changes that: {@code raw} leaves every trace
 * alone; {@code full} also appends the place of the await to an exception that is passed on.
 */
final class Traces {
  private static final String MODE =
      System.getProperty("dev.belay.traces", "").toLowerCase(Locale.ROOT);
  private static final boolean RAW = MODE.equals("raw");
  private static final boolean FULL = MODE.equals("full");

  /** Bodies that await each other in a ring, or in thousands, are cut off. */
  private static final int AWAITING = 64;

  private static final String OURS = Traces.class.getPackageName() + ".";

  private Traces() {}

  /** An exception leaves a body; nobody else has seen it, if it was thrown there. */
  static void leaving(Machine machine, Throwable failure) {
    leaving(machine.getClass(), machine.source(), failure, machine);
  }

  /** The same of a body whose caller is on the stack. */
  static void leaving(Class<?> machine, String source, Throwable failure) {
    leaving(machine, source, failure, null);
  }

  private static void leaving(
      Class<?> machine, String source, Throwable failure, @Nullable Machine awaited) {
    if (RAW || source.isEmpty()) {
      return;
    }
    StackTraceElement[] raw = failure.getStackTrace();
    String name = machine.getName();
    int last = last(raw, name);
    if (last < 0) {
      return;
    }
    Origin origin = Origin.parse(source);
    List<StackTraceElement> trace = new ArrayList<>();
    boolean inside = false;
    for (int i = 0; i < raw.length; i++) {
      boolean body = isBody(raw[i], name);
      if (isOf(raw[i], name) ? !(body && inside) : !isMachinery(raw[i], name)) {
        trace.add(isOf(raw[i], name) ? translated(raw[i], name, origin) : raw[i]);
      }
      inside = body;
      if (i == last && awaited != null) {
        awaiting(awaited, trace);
      }
    }
    failure.setStackTrace(trace.toArray(StackTraceElement[]::new));
  }

  /** A body passes on what its await failed with; called where it does. */
  static void passing(Machine machine, Throwable failure) {
    if (!FULL || machine.source().isEmpty()) {
      return;
    }
    String name = machine.getClass().getName();
    StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::toStackTraceElement)
                    .filter(frame -> frame.getClassName().equals(name))
                    .findFirst())
        .ifPresent(
            frame -> {
              StackTraceElement[] raw = failure.getStackTrace();
              StackTraceElement[] longer = Arrays.copyOf(raw, raw.length + 1);
              longer[raw.length] = translated(frame, name, Origin.parse(machine.source()));
              failure.setStackTrace(longer);
            });
  }

  private static int last(StackTraceElement[] trace, String machine) {
    int last = trace.length - 1;
    while (last >= 0 && !isOf(trace[last], machine)) {
      last--;
    }
    return last;
  }

  /** Whether a frame is a machine's, or that of a class that its body declares. */
  private static boolean isOf(StackTraceElement frame, String machine) {
    String name = frame.getClassName();
    return name.startsWith(machine)
        && (name.length() == machine.length() || name.charAt(machine.length()) == '$');
  }

  /** A lambda of the body has a frame of its own; the parts of a large body share one. */
  private static boolean isBody(StackTraceElement frame, String machine) {
    return frame.getClassName().equals(machine) && !frame.getMethodName().startsWith("lambda$");
  }

  /** Frames of the runtime, of the companion's methods and of its accessors. */
  private static boolean isMachinery(StackTraceElement frame, String machine) {
    String name = frame.getClassName();
    String companion = machine.substring(0, Math.max(0, machine.lastIndexOf('$')));
    return name.startsWith(OURS) || name.equals(companion) || name.equals(companion + "$Hidden");
  }

  private static StackTraceElement translated(
      StackTraceElement frame, String machine, Origin origin) {
    boolean nested = !frame.getClassName().equals(machine);
    String method = frame.getMethodName();
    if (isBody(frame, machine)) {
      method = origin.method();
    } else if (!nested) {
      // lambda$resume$0 of a machine is what javac would call lambda$paginated$0.
      method = "lambda$" + origin.method() + method.substring(method.lastIndexOf('$'));
    }
    return new StackTraceElement(
        frame.getClassLoaderName(),
        frame.getModuleName(),
        frame.getModuleVersion(),
        nested ? frame.getClassName() : origin.type(),
        method,
        origin.file(),
        origin.line(frame.getLineNumber()));
  }

  /** A call that has suspended is resumed by itself: who waits for it is not on the stack. */
  private static void awaiting(Machine machine, List<StackTraceElement> trace) {
    Machine caller = machine;
    Machine outer = caller.parent();
    while (outer != null && outer.point() > 0) {
      place(outer, trace);
      caller = outer;
      outer = outer.parent();
    }
    Driver next = caller.awaitedBy();
    for (int i = 0; i < AWAITING && next != null; i++) {
      for (Machine each = next.waitingLeaf(); each != null && each != next; each = each.parent()) {
        place(each, trace);
      }
      if (next instanceof Machine root) {
        place(root, trace);
      }
      next = next.awaitedBy();
    }
  }

  private static void place(Machine machine, List<StackTraceElement> trace) {
    if (!machine.source().isEmpty()) {
      trace.add(Origin.parse(machine.source()).at(machine.point()));
    }
  }
}

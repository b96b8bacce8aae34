package dev.belay.processor.behaviour.harness;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** What was observed, in order, in words that show types as well as values. */
final class Trace {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());

  void add(String event) {
    events.add(event);
  }

  List<String> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** A value: an Integer is {@code 1}, a Long {@code 1L}, and so on. */
  static String describe(Object value) {
    if (value instanceof Throwable failure) {
      return failure(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
    if (value instanceof String) {
      return "\"" + value + "\"";
    }
    if (value instanceof Character) {
      return "'" + value + "'";
    }
    if (value instanceof Number && !(value instanceof Integer)) {
      return value + value.getClass().getSimpleName().substring(0, 1);
    }
    if (value != null && value.getClass().isArray()) {
      StringJoiner elements = new StringJoiner(", ", "{", "}");
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(describe(Array.get(value, i)));
      }
      return value.getClass().getSimpleName() + elements;
    }
    return String.valueOf(value);
  }

  /**
   * A failure with what is attached to it. Messages that depend on how code is compiled, or that
   * belong to the runtime, are left out.
   */
  private static String failure(Throwable failure, Set<Throwable> outer) {
    StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
    if (!outer.add(failure)) {
      return text.append(" again").toString();
    }
    boolean ours =
        !(failure instanceof NullPointerException
            || failure instanceof ClassCastException
            || failure instanceof IllegalStateException);
    if (ours && failure.getMessage() != null) {
      text.append('(').append(failure.getMessage()).append(')');
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      text.append(" suppressing [").append(failure(suppressed, outer)).append(']');
    }
    if (failure.getCause() != null) {
      text.append(" caused by [").append(failure(failure.getCause(), outer)).append(']');
    }
    return text.toString();
  }
}

package dev.belay.contextpropagation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What bodies have seen of a thread-local, with the name of the thread, in order. */
final class Seen {
  static final ThreadLocal<String> REQUEST = new ThreadLocal<>();

  private final List<String> all = Collections.synchronizedList(new ArrayList<>());

  void look(String where) {
    String thread = Thread.currentThread().getName();
    all.add(where + ": " + REQUEST.get() + (thread.startsWith("thread ") ? " on " + thread : ""));
  }

  List<String> all() {
    return List.copyOf(all);
  }
}

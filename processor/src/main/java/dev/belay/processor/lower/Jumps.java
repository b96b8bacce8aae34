package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which statements are open where a jump is printed, and which of them need a label. */
final class Jumps {
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<Target, String> labels = new HashMap<>();
  private final Set<String> taken;

  private record Open(Target target, Kind kind) {}

  /** What a jump without a label may mean. */
  enum Kind {
    LOOP,
    SWITCH,
    BLOCK
  }

  Jumps(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  void enter(Target target, Kind kind) {
    open.push(new Open(target, kind));
  }

  void exit() {
    open.pop();
  }

  String leave(Target target) {
    for (Open each : open) {
      if (each.target().equals(target) && each.kind() != Kind.BLOCK) {
        return "break;";
      }
      if (each.kind() != Kind.BLOCK) {
        break;
      }
    }
    return "break " + label(target) + ";";
  }

  String proceed(Target target) {
    for (Open each : open) {
      if (each.target().equals(target)) {
        return "continue;";
      }
      if (each.kind() == Kind.LOOP) {
        break;
      }
    }
    return "continue " + label(target) + ";";
  }

  /** {@code label: }, or nothing when no printed jump needs it. */
  String prefix(Target target) {
    String label = labels.get(target);
    return label == null ? "" : label + ": ";
  }

  private String label(Target target) {
    return labels.computeIfAbsent(target, this::newLabel);
  }

  private String newLabel(Target target) {
    @Nullable String own = target.label();
    if (own != null) {
      return own;
    }
    String name = "body";
    for (int i = 2; !taken.add(name); i++) {
      name = "body" + i;
    }
    return name;
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields are set to null at each suspension point: those whose object would be kept alive for
 * nothing while the body waits there.
 *
 * <p>A stage that is complete costs no such store. But what is not cleared at one point has to be
 * cleared at the next, and the next: a long body would grow with the square of its length. So where
 * several fields are dead they are cleared on every way through the point, and are done with.
 *
 * <pre>{@code
 * if (pending(s)) { a = null; return suspendAt(4); }                          // few
 *
 * a = null; b = null; c = null; d = null; e = null;                           // many
 * if (pending(s)) return suspendAt(4);
 * }</pre>
 */
final class Clearing {
  private static final int FEW = 4;
  private static final Cleared NOTHING = new Cleared(List.of(), List.of());

  private final Map<Integer, Cleared> points;

  private Clearing(Map<Integer, Cleared> points) {
    this.points = points;
  }

  /**
   * What one point clears.
   *
   * @param before in any case, before the operands of the point are evaluated
   * @param waiting when the body is going to wait
   */
  record Cleared(List<Variable> before, List<Variable> waiting) {}

  static Clearing of(Body body, Frame frame) {
    Held held = Held.of(body);
    Map<Integer, Cleared> points = new HashMap<>();
    for (int point : held.points()) {
      BitSet waiting = frame.live().waiting().getOrDefault(point, new BitSet());
      BitSet before = frame.live().before().getOrDefault(point, new BitSet());
      List<Variable> dead =
          held.at(point).stream()
              .filter(frame::isClearable)
              .filter(variable -> !waiting.get(variable.id()))
              .toList();
      // A yield always leaves, and its element is what it hands over: nothing comes after that.
      boolean leaves = held.isYield(point);
      List<Variable> always = new ArrayList<>();
      if (leaves || dead.size() > FEW) {
        dead.stream().filter(variable -> !before.get(variable.id())).forEach(always::add);
      }
      always.forEach(variable -> held.clear(variable, point));
      List<Variable> rest = new ArrayList<>(leaves ? List.of() : dead);
      rest.removeAll(always);
      points.put(point, new Cleared(always, rest));
    }
    return new Clearing(points);
  }

  Cleared at(int point) {
    return points.getOrDefault(point, NOTHING);
  }
}

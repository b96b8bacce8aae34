package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The line of each suspension point, for stack traces of bodies that wait there. */
final class PointLines {
  private PointLines() {}

  /** The lines of the points 1, 2, … */
  static List<Integer> of(Stmt body) {
    Map<Integer, Integer> lines = new TreeMap<>();
    collect(body, lines);
    return List.copyOf(lines.values());
  }

  private static void collect(Stmt stmt, Map<Integer, Integer> lines) {
    if (stmt instanceof Suspend point) {
      lines.put(point.point(), point.line());
    }
    Parts.of(stmt).statements().forEach(inner -> collect(inner, lines));
  }
}

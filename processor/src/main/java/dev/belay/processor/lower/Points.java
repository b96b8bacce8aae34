package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import java.util.IdentityHashMap;

/** The range of suspension points inside a statement. */
final class Points {
  private final IdentityHashMap<Stmt, Range> known = new IdentityHashMap<>();

  /**
   * The numbers of the first and the last point.
   *
   * @param first 0 when there is none
   */
  record Range(int first, int last) {
    static final Range NONE = new Range(0, 0);

    boolean isEmpty() {
      return last == 0;
    }

    Range with(Range other) {
      if (isEmpty()) {
        return other;
      }
      return other.isEmpty()
          ? this
          : new Range(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  Range of(Stmt stmt) {
    Range range = known.get(stmt);
    if (range == null) {
      range = stmt instanceof Suspend point ? new Range(point.point(), point.point()) : Range.NONE;
      for (Stmt inner : Parts.of(stmt).statements()) {
        range = range.with(of(inner));
      }
      known.put(stmt, range);
    }
    return range;
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables may have been assigned when a suspension point is reached: those assigned further
 * up, and those assigned anywhere in a loop around it, unless they have been cleared on the way.
 *
 * <p>A place is a number, in the order of the text. What stands further up in a list around a place
 * is passed by on every way to it from further up, since jumps of Java land behind the statement
 * that they leave, or at the head of a loop.
 */
final class Held {
  private final Map<Integer, Place> points = new LinkedHashMap<>();
  private final Set<Integer> yields = new HashSet<>();
  private final Map<Variable, List<Integer>> writes = new LinkedHashMap<>();
  private final Map<Variable, List<Place>> clears = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private int position;

  /**
   * Where a statement stands.
   *
   * @param end the last position of the list that it is in
   */
  private record Place(int position, int end) {
    /** Whether control cannot come from {@code start} to {@code here} but by this place. */
    boolean divides(int start, int here) {
      return start < position && position < here && here <= end;
    }
  }

  private record Loop(int first, int last) {
    boolean contains(int at) {
      return first <= at && at <= last;
    }
  }

  private Held() {}

  static Held of(Body body) {
    Held held = new Held();
    body.self().ifPresent(held::write);
    body.parameters().forEach(held::write);
    held.walk(body.block());
    return held;
  }

  /** The points, as they follow each other in the text. */
  Set<Integer> points() {
    return points.keySet();
  }

  /** Whether a point is one that always leaves the body. */
  boolean isYield(int point) {
    return yields.contains(point);
  }

  /** The variables that may have a value at a point, as they were first assigned. */
  List<Variable> at(int point) {
    int here = place(point).position();
    List<Loop> around = loops.stream().filter(loop -> loop.contains(here)).toList();
    List<Variable> held = new ArrayList<>();
    writes.forEach(
        (variable, positions) -> {
          List<Place> cleared = clears.getOrDefault(variable, List.of());
          if (positions.stream().anyMatch(write -> reaches(write, here, around, cleared))) {
            held.add(variable);
          }
        });
    return held;
  }

  /** From here on the variable is known to be cleared whenever the point has been passed. */
  void clear(Variable variable, int point) {
    clears.computeIfAbsent(variable, any -> new ArrayList<>()).add(place(point));
  }

  private Place place(int point) {
    return points.getOrDefault(point, new Place(0, 0));
  }

  private static boolean reaches(int write, int here, List<Loop> around, List<Place> cleared) {
    if (write < here && cleared.stream().noneMatch(clear -> clear.divides(write, here))) {
      return true;
    }
    return around.stream()
        .anyMatch(
            loop ->
                loop.contains(write)
                    && cleared.stream().noneMatch(clear -> clear.divides(loop.first(), here)));
  }

  private void walk(Stmt stmt) {
    int start = ++position;
    for (Fragment fragment : Fragments.of(stmt)) {
      fragment.writes().forEach(this::write);
    }
    if (stmt instanceof Suspend point) {
      points.put(point.point(), new Place(++position, Integer.MAX_VALUE));
      position++;
    }
    if (stmt instanceof Suspend.Emit point) {
      yields.add(point.point());
    }
    result(stmt);
    Parts.of(stmt).statements().forEach(this::walk);
    if (stmt instanceof Stmt.Loop) {
      loops.add(new Loop(start, position));
    }
    if (stmt instanceof Stmt.Block block) {
      close(block.statements());
    }
  }

  /** Now the end of the list is known. */
  private void close(List<Stmt> list) {
    for (Stmt stmt : list) {
      if (stmt instanceof Suspend point) {
        points.computeIfPresent(
            point.point(), (any, place) -> new Place(place.position(), position));
      }
    }
  }

  private void result(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
      write(declare.variable());
    } else if (stmt instanceof Stmt.Assign assign) {
      write(assign.variable());
    } else if (stmt instanceof Suspend.Await await && await.result() != null) {
      write(await.result());
    } else if (stmt instanceof Suspend.Emit emit && emit.result() != null) {
      write(emit.result());
    }
  }

  private void write(Variable variable) {
    writes.computeIfAbsent(variable, any -> new ArrayList<>()).add(position);
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables may have been assigned when a suspension point is reached: those assigned further
 * up, and those assigned anywhere in a loop around it.
 */
final class Held {
  private final Map<Integer, Integer> points = new HashMap<>();
  private final Map<Variable, List<Integer>> writes = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private int position;

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

  Set<Variable> at(int point) {
    int here = points.getOrDefault(point, 0);
    Set<Variable> held = new HashSet<>();
    writes.forEach(
        (variable, positions) -> {
          for (int write : positions) {
            if (write < here
                || loops.stream().anyMatch(loop -> loop.contains(here) && loop.contains(write))) {
              held.add(variable);
              break;
            }
          }
        });
    return held;
  }

  private void walk(Stmt stmt) {
    int start = ++position;
    if (stmt instanceof Suspend point) {
      points.put(point.point(), position);
    }
    if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
      write(declare.variable());
    } else if (stmt instanceof Stmt.Assign assign) {
      write(assign.variable());
    } else if (stmt instanceof Suspend.Await await && await.result() != null) {
      write(await.result());
    } else if (stmt instanceof Suspend.Emit emit && emit.result() != null) {
      write(emit.result());
    }
    for (Fragment fragment : Fragments.of(stmt)) {
      fragment.writes().forEach(this::write);
    }
    Parts.of(stmt).statements().forEach(this::walk);
    if (stmt instanceof Stmt.Loop) {
      loops.add(new Loop(start, position));
    }
  }

  private void write(Variable variable) {
    writes.computeIfAbsent(variable, any -> new ArrayList<>()).add(position);
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which variables may have been assigned when a stop is reached: those assigned further up, and
 * those assigned anywhere in a loop around it, unless they have been cleared on the way.
 *
 * <p>A place is a number, in the order of the text. What stands further up in a list around a place
 * is passed by on every way to it from further up, since jumps of Java land behind the statement
 * that they leave, or at the head of a loop.
 */
final class Held {
  private final IdentityHashMap<Stmt, Place> places = new IdentityHashMap<>();
  private final List<Stmt> stops = new ArrayList<>();
  private final Suspensions suspensions = new Suspensions();
  private final Map<Variable, List<Integer>> writes = new LinkedHashMap<>();
  private final Map<Variable, List<Place>> clears = new HashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private final IdentityHashMap<Stmt, Integer> ends = new IdentityHashMap<>();
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

  /**
   * The suspension points and, before what they contain, the statements of a list that contain
   * some, as they follow each other in the text.
   */
  List<Stmt> stops() {
    return stops;
  }

  /** Those of the variables that are asked about that may have a value at a stop. */
  List<Variable> at(Stmt stop, Predicate<Variable> asked) {
    int here = place(stop).position();
    List<Loop> around = loops.stream().filter(loop -> loop.contains(here)).toList();
    List<Variable> held = new ArrayList<>();
    writes.forEach(
        (variable, positions) -> {
          if (asked.test(variable) && reaches(variable, positions, here, around)) {
            held.add(variable);
          }
        });
    return held;
  }

  /** Whether a stop is or contains a loop that can be suspended in. */
  boolean loops(Stmt stop) {
    return loops.stream().anyMatch(loop -> isIn(loop.first(), stop));
  }

  /** Whether a stop assigns the variable. */
  boolean writes(Stmt stop, Variable variable) {
    return writes.getOrDefault(variable, List.of()).stream().anyMatch(write -> isIn(write, stop));
  }

  private boolean isIn(int position, Stmt stop) {
    return place(stop).position() <= position && position <= ends.getOrDefault(stop, 0);
  }

  /** From here on the variable is known to be cleared whenever the stop has been passed. */
  void clear(Variable variable, Stmt stop) {
    clears.computeIfAbsent(variable, any -> new ArrayList<>()).add(place(stop));
  }

  private Place place(Stmt stop) {
    return places.getOrDefault(stop, new Place(0, 0));
  }

  private boolean reaches(Variable variable, List<Integer> writes, int here, List<Loop> around) {
    // Plain loops: this runs for each variable at each point.
    List<Place> cleared = clears.getOrDefault(variable, List.of());
    for (int write : writes) {
      if (write < here && !isDivided(cleared, write, here)) {
        return true;
      }
      for (Loop loop : around) {
        if (loop.contains(write) && !isDivided(cleared, loop.first(), here)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDivided(List<Place> cleared, int start, int here) {
    for (Place clear : cleared) {
      if (clear.divides(start, here)) {
        return true;
      }
    }
    return false;
  }

  private void walk(Stmt stmt) {
    int start = ++position;
    for (Fragment fragment : Fragments.of(stmt)) {
      fragment.writes().forEach(this::write);
    }
    if (stmt instanceof Suspend) {
      stop(stmt, ++position);
      position++;
    }
    result(stmt);
    if (stmt instanceof Stmt.Block block) {
      list(block.statements());
    } else {
      Parts.of(stmt).statements().forEach(this::walk);
    }
    if (stmt instanceof Stmt.Loop && suspensions.in(stmt)) {
      loops.add(new Loop(start, position));
    }
  }

  private void list(List<Stmt> statements) {
    for (Stmt stmt : statements) {
      if (stmt instanceof Stmt.Compound && suspensions.in(stmt)) {
        stop(stmt, ++position);
      }
      walk(stmt);
      ends.put(stmt, position);
    }
    // Only now the end of the list is known.
    for (Stmt stmt : statements) {
      places.computeIfPresent(stmt, (any, place) -> new Place(place.position(), position));
    }
  }

  private void stop(Stmt stmt, int at) {
    places.put(stmt, new Place(at, Integer.MAX_VALUE));
    stops.add(stmt);
  }

  private void result(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
      write(declare.variable());
    } else if (stmt instanceof Stmt.Assign assign) {
      write(assign.variable());
    } else if (stmt instanceof Suspend point && point.result() != null) {
      write(point.result());
    }
  }

  private void write(Variable variable) {
    if (variable.type().isReference()) {
      writes.computeIfAbsent(variable, any -> new ArrayList<>()).add(position);
    }
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.StateChart.Kind;
import dev.belay.processor.lower.StateChart.State;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stops of a body, and which statement each of them is. */
final class ChartStates {
  private final Body body;
  private final Suspensions suspensions = new Suspensions();
  private final List<State> states = new ArrayList<>();
  private final Map<Integer, Integer> points = new HashMap<>();
  private final IdentityHashMap<Stmt.TryFinally, Integer> cleanups = new IdentityHashMap<>();

  private ChartStates(Body body) {
    this.body = body;
  }

  static ChartStates of(Body body) {
    ChartStates found = new ChartStates(body);
    found.add(Kind.START, 0, 0, false);
    found.collect(body.block(), false);
    found.add(Kind.END, 0, 0, false);
    return found;
  }

  List<State> all() {
    return List.copyOf(states);
  }

  int end() {
    return states.size() - 1;
  }

  /** The index of a suspension point. */
  int of(Suspend point) {
    Integer index = points.get(point.point());
    if (index == null) {
      throw new IllegalStateException("a point without a number, line " + point.line());
    }
    return index;
  }

  /** The index of a {@code finally} block that is a stop of its own; null for any other. */
  @Nullable Integer cleanup(Stmt.TryFinally stmt) {
    return cleanups.get(stmt);
  }

  private void add(Kind kind, int point, int line, boolean isCleanup) {
    states.add(new State(kind, point, line, body.lines().written(line), isCleanup));
  }

  private void collect(Stmt stmt, boolean isCleanup) {
    if (stmt instanceof Suspend point) {
      points.put(point.point(), states.size());
      add(kind(point), point.point(), point.line(), isCleanup);
    } else if (stmt instanceof Stmt.TryFinally attempt) {
      collect(attempt.body(), isCleanup);
      collect(attempt.finalizer(), true);
      if (suspensions.in(attempt.body()) && !suspensions.in(attempt.finalizer())) {
        cleanups.put(attempt, states.size());
        states.add(cleanupState(attempt));
      }
    } else {
      Parts.of(stmt).statements().forEach(part -> collect(part, isCleanup));
    }
  }

  private static Kind kind(Suspend point) {
    if (point instanceof Suspend.Ask ask) {
      return switch (ask.method()) {
        case "entering" -> Kind.OPEN;
        case "pulling" -> Kind.NEXT;
        default -> Kind.CLOSE;
      };
    }
    return point instanceof Suspend.Emit ? Kind.YIELD : Kind.AWAIT;
  }

  private State cleanupState(Stmt.TryFinally stmt) {
    int line = firstLine(stmt.finalizer());
    return new State(
        Kind.FINALLY, 0, line, line == 0 ? closed(stmt) : body.lines().written(line), true);
  }

  /** What {@code try} with resources closes. */
  private static String closed(Stmt.TryFinally stmt) {
    for (Stmt each : stmt.finalizer().statements()) {
      for (Fragment fragment : Fragments.of(each)) {
        for (Variable variable : fragment.reads()) {
          if (!variable.equals(stmt.failure())) {
            return "close " + variable.name();
          }
        }
      }
    }
    return "";
  }

  private static int firstLine(Stmt stmt) {
    int line = line(stmt);
    for (Stmt part : Parts.of(stmt).statements()) {
      line = line > 0 ? line : firstLine(part);
    }
    return line;
  }

  private static int line(Stmt stmt) {
    if (stmt instanceof Stmt.Plain plain) {
      return plain.line() > 0 ? plain.line() : line(plain.code());
    } else if (stmt instanceof Stmt.Assign assign) {
      return assign.line();
    } else if (stmt instanceof Stmt.Declare declare) {
      return declare.line();
    } else if (stmt instanceof Stmt.Evaluate evaluate) {
      return evaluate.line();
    } else if (stmt instanceof Stmt.If branch) {
      return branch.line();
    }
    return stmt instanceof Stmt.Loop loop ? loop.line() : 0;
  }

  private static int line(Fragment code) {
    return code.pieces().stream()
        .filter(Piece.Text.class::isInstance)
        .mapToInt(piece -> ((Piece.Text) piece).line())
        .filter(line -> line > 0)
        .findFirst()
        .orElse(0);
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which cells ({@link Layout}) each variable occurs. Java lets a local variable be used only
 * where control has surely passed its initialization, which a place to come back to denies.
 */
final class Occurrences {
  private final Suspensions suspensions = new Suspensions();
  private final Layout layout;
  private final Map<Variable, Integer> cells = new LinkedHashMap<>();
  private final Map<Variable, Integer> lists = new HashMap<>();
  private final Set<Variable> divided = new HashSet<>();
  private final Set<Variable> scattered = new HashSet<>();
  private final Set<Variable> captured = new HashSet<>();
  private final Map<Variable, Stmt> confined = new HashMap<>();
  private final Set<Variable> moved = new HashSet<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int cell;
  private int next = 1;

  private Occurrences(Body body) {
    layout = new Layout(suspensions, body.redeclared());
  }

  static Occurrences of(Body body) {
    Occurrences occurrences = new Occurrences(body);
    occurrences.list(body.block().statements());
    return occurrences;
  }

  /** Every variable that the body declares. */
  Set<Variable> variables() {
    return cells.keySet();
  }

  /** True when the variable is used in another cell than the one that declares it. */
  boolean isDivided(Variable variable) {
    return divided.contains(variable);
  }

  /** True when it is used outside the list that declares it: in another group of its switch. */
  boolean isScattered(Variable variable) {
    return scattered.contains(variable);
  }

  /**
   * True for a catch parameter that {@link CatchLowering} declares before the {@code try}: what
   * stands in there was not in its scope, and may have its name.
   */
  boolean isMoved(Variable variable) {
    return moved.contains(variable);
  }

  /** The variables that a lambda or a nested class captures. */
  Set<Variable> captured() {
    return captured;
  }

  private void list(List<Stmt> statements) {
    int outer = cell;
    open.push(next++);
    for (Layout.Cell each : layout.cells(statements)) {
      cell = next++;
      if (each.entry() != null) {
        entry(each.entry());
      }
      each.run().forEach(this::run);
      if (each.leave() != null) {
        fragments(each.leave());
      }
    }
    open.pop();
    cell = outer;
  }

  /** A statement without suspension: all of it is one run. */
  private void run(Stmt stmt) {
    declarations(stmt);
    fragments(stmt);
    Parts.of(stmt).statements().forEach(this::run);
  }

  private void entry(Stmt stmt) {
    if (!(stmt instanceof Suspend) || stmt instanceof Suspend.Ask) {
      fragments(stmt);
    }
    if (stmt instanceof Suspend point) {
      result(point.result(), point.declares());
      close(point.onClose());
      return;
    }
    declarations(stmt);
    if (stmt instanceof Stmt.Block block) {
      list(block.statements());
      return;
    }
    for (Stmt inner : Parts.of(stmt).statements()) {
      if (inner instanceof Stmt.Block block) {
        list(block.statements());
      } else {
        run(inner);
      }
    }
  }

  private void close(@Nullable Stmt stmt) {
    if (stmt != null) {
      run(stmt);
    }
  }

  private void result(@Nullable Variable variable, boolean declares) {
    if (variable != null) {
      if (declares) {
        declare(variable);
      } else {
        use(variable);
      }
    }
  }

  private void declarations(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare) {
      declare(declare.variable());
    } else if (stmt instanceof Stmt.Assign assign) {
      use(assign.variable());
    } else if (stmt instanceof Sugar.ForEach loop) {
      declare(loop.element().variable());
    } else if (stmt instanceof Stmt.TryCatch attempt && !suspensions.in(stmt)) {
      attempt.catches().forEach(clause -> declare(clause.parameter()));
    } else if (stmt instanceof Stmt.TryFinally attempt && attempt.failure() != null) {
      declare(attempt.failure());
    }
    if (stmt instanceof Stmt.TryCatch attempt) {
      attempt.catches().forEach(this::moved);
    }
  }

  /** {@code catch (E thrown) { e = thrown; caught = 1; }}: the parameter was {@code e}. */
  private void moved(Stmt.Catch clause) {
    List<Stmt> statements = clause.body().statements();
    if (clause.parameter().origin() == Variable.Origin.TEMPORARY
        && !statements.isEmpty()
        && statements.get(0) instanceof Stmt.Assign assign) {
      moved.add(assign.variable());
    }
  }

  private void declare(Variable variable) {
    cells.putIfAbsent(variable, cell);
    lists.putIfAbsent(variable, open.getFirst());
  }

  private void fragments(Stmt stmt) {
    for (Fragment fragment : Fragments.of(stmt)) {
      fragment.writes().forEach(variable -> confine(variable, stmt));
      for (Variable variable : fragment.reads()) {
        outside(variable, stmt);
        use(variable);
      }
      fragment.writes().forEach(this::use);
      captured.addAll(fragment.captures());
    }
  }

  /**
   * What a pattern binds in a condition is in scope behind it; elsewhere it ends with its statement
   * (JLS 6.3). There it is read after all if an expression has been taken apart.
   *
   * <pre>{@code
   * o instanceof A a && (find(a).count -= 1) > 0
   *
   * boolean both = o instanceof A a;    // a is declared before this
   * if (both) { T owner = find(a); ... }
   * }</pre>
   */
  private void confine(Variable variable, Stmt stmt) {
    boolean opens =
        stmt instanceof Stmt.If || stmt instanceof Stmt.Loop || stmt instanceof Stmt.Switch;
    if (variable.origin() == Variable.Origin.BINDING && !opens) {
      confined.put(variable, stmt);
    }
  }

  private void outside(Variable variable, Stmt stmt) {
    Stmt only = confined.get(variable);
    if (only != null && only != stmt) {
      divided.add(variable);
    }
  }

  private void use(Variable variable) {
    if (variable.isArgument()) {
      return;
    }
    if (variable.origin() == Variable.Origin.BINDING) {
      declare(variable);
    }
    Integer declared = cells.get(variable);
    if (declared == null) {
      return; // a catch parameter that its own clause declares
    }
    if (declared != cell) {
      divided.add(variable);
    }
    if (!open.contains(lists.get(variable))) {
      scattered.add(variable);
    }
  }
}

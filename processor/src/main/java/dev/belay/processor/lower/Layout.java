package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a list of statements with suspensions is cut into cells, so that it can be entered again at
 * any of them. Between two cells control may come in from outside.
 *
 * <pre>{@code
 * a(); x = await(s); b(x); for (...) { ... await ... } c();
 *
 * cell 0:  a(); leave at s
 * cell 1:  come back from s: x = ...; b(x);
 * cell 2:  the loop, which knows how to be entered; c();
 * }</pre>
 */
final class Layout {
  private static final Pattern TYPE =
      Pattern.compile("(?s).*\\b(class|interface|enum|record)\\b.*");

  private final Suspensions suspensions;
  private final Set<String> redeclared;

  /**
   * @param redeclared names that several variables have, so that their scopes must stay apart
   */
  Layout(Suspensions suspensions, Set<String> redeclared) {
    this.suspensions = suspensions;
    this.redeclared = redeclared;
  }

  /**
   * One cell.
   *
   * @param entry the suspending statement that the cell starts with; null in the first
   * @param run the statements after it, which do not suspend
   * @param leave the suspension that the cell ends with, and the next one starts with; or null
   */
  record Cell(@Nullable Stmt entry, List<Stmt> run, @Nullable Suspend leave) {}

  List<Cell> cells(List<Stmt> statements) {
    List<Cell> cells = new ArrayList<>();
    Stmt entry = null;
    List<Stmt> run = new ArrayList<>();
    for (Stmt stmt : spliced(statements)) {
      if (!suspensions.in(stmt)) {
        run.add(stmt);
        continue;
      }
      Suspend leave = leaves(stmt) ? (Suspend) stmt : null;
      cells.add(new Cell(entry, run, leave));
      entry = stmt;
      run = new ArrayList<>();
    }
    cells.add(new Cell(entry, run, null));
    return cells;
  }

  /** An await or a yield is left in one cell and come back to in the next; others ask again. */
  private static boolean leaves(Stmt stmt) {
    return stmt instanceof Suspend && !(stmt instanceof Suspend.Ask);
  }

  /** Blocks whose declarations clash with no others need no braces. */
  List<Stmt> spliced(List<Stmt> statements) {
    List<Stmt> flat = new ArrayList<>();
    for (Stmt stmt : statements) {
      if (stmt instanceof Stmt.Block block && block.statements().stream().allMatch(this::isFree)) {
        flat.addAll(spliced(block.statements()));
      } else {
        flat.add(stmt);
      }
    }
    return flat;
  }

  /** Whether a statement leaves no name to what follows it that could clash. */
  boolean isFree(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare) {
      return declare.variable().origin() == Variable.Origin.TEMPORARY
          || !redeclared.contains(declare.variable().name());
    }
    return !(stmt instanceof Stmt.Plain plain)
        || plain.code().pieces().isEmpty()
        || !(plain.code().pieces().get(0) instanceof Piece.Text text)
        || !TYPE.matcher(text.text()).matches();
  }
}

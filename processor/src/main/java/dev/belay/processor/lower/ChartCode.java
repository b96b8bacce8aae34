package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Variable;
import java.util.regex.Pattern;

/** What a drawing has to know of code that does not suspend. */
final class ChartCode {
  private static final Pattern WORD = Pattern.compile("[\\w\"', ]*");

  /** What the compiler itself calls to take a value that is there. */
  private static final Pattern TAKEN = Pattern.compile("\\.(value|current)\\(\\)");

  private ChartCode() {}

  /** Whether an exception can come of it. */
  static boolean mayFail(Expr expr) {
    return !(expr instanceof Expr.Pure pure)
        || (pure.nature() == Expr.Nature.EFFECT && mayFail(pure.code()));
  }

  /** Whether an exception can come of it: anything but literals and variables. */
  static boolean mayFail(Fragment code) {
    return !isTaken(code)
        && code.pieces().stream()
            .anyMatch(
                piece ->
                    !(piece instanceof Piece.Use)
                        && !(piece instanceof Piece.Text text
                            && WORD.matcher(text.text()).matches()));
  }

  private static boolean isTaken(Fragment code) {
    return code.pieces().size() == 2
        && code.pieces().get(0) instanceof Piece.Use use
        && use.variable().origin() == Variable.Origin.TEMPORARY
        && code.pieces().get(1) instanceof Piece.Text text
        && TAKEN.matcher(text.text()).matches();
  }

  /** Whether a finally block of the compiler's can make a failure go away. */
  static boolean suppresses(Stmt.TryFinally stmt) {
    return stmt.failure() != null && assigns(stmt.finalizer(), stmt.failure());
  }

  private static boolean assigns(Stmt stmt, Variable variable) {
    return (stmt instanceof Stmt.Assign assign && assign.variable().equals(variable))
        || Parts.of(stmt).statements().stream().anyMatch(part -> assigns(part, variable));
  }
}

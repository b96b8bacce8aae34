package dev.belay.processor.source;

import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.TypeText;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a switch expression's arm, which is reached only when a resource suppressed the
 * failure of a block that was to give the value (D7).
 *
 * <pre>{@code
 * case 1 -> { using(scope); yield await(s); }
 * case 1 -> { using(scope); yield await(s); throw Bodies.valueless(); }
 * }</pre>
 */
final class MissedValue {
  private MissedValue() {}

  /** The arm, with a failure at its end if that can be reached. */
  static Stmt.Block in(Stmt.Block arm) {
    if (!endsInResource(arm)) {
      return arm;
    }
    Fragment failure = Fragment.of(TypeText.BODIES.text(), ".valueless()");
    List<Stmt> all = new ArrayList<>(arm.statements());
    all.add(new Jump.Throw(Pure.of(failure, TypeText.THROWABLE), 0));
    return new Stmt.Block(all);
  }

  private static boolean endsInResource(Stmt stmt) {
    if (stmt instanceof Stmt.Block block) {
      int last = block.statements().size() - 1;
      return last >= 0 && endsInResource(block.statements().get(last));
    }
    if (stmt instanceof Stmt.If choice) {
      Stmt.Block otherwise = choice.otherwise();
      return endsInResource(choice.then()) || (otherwise != null && endsInResource(otherwise));
    }
    if (stmt instanceof Stmt.Switch choice) {
      return choice.cases().stream().anyMatch(one -> endsInResource(one.body()));
    }
    if (stmt instanceof Stmt.TryCatch attempt) {
      return endsInResource(attempt.body())
          || attempt.catches().stream().anyMatch(clause -> endsInResource(clause.body()));
    }
    if (stmt instanceof Stmt.TryFinally attempt) {
      return endsInResource(attempt.body());
    }
    return stmt instanceof Sugar.Using
        || (stmt instanceof Sugar.TryWith attempt && endsInResource(attempt.body()))
        || (stmt instanceof Stmt.Loop loop && endsInResource(loop.body()))
        || (stmt instanceof Stmt.Labeled labeled && endsInResource(labeled.body()));
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Whether a statement has a suspension point inside. Remembers, so that a whole body costs one
 * walk.
 */
final class Suspensions {
  private final IdentityHashMap<Stmt, Boolean> known = new IdentityHashMap<>();

  boolean in(Stmt stmt) {
    Boolean answer = known.get(stmt);
    if (answer == null) {
      answer = find(stmt);
      known.put(stmt, answer);
    }
    return answer;
  }

  boolean inAny(List<? extends Stmt> statements) {
    return statements.stream().anyMatch(this::in);
  }

  private boolean find(Stmt stmt) {
    if (stmt instanceof Suspend || stmt instanceof Sugar.Each || stmt instanceof Sugar.Using) {
      return true;
    }
    Parts parts = Parts.of(stmt);
    return parts.expressions().stream().anyMatch(Expr::suspends) || inAny(parts.statements());
  }
}

package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;

/**
 * Numbers the suspension points from 1 in the order of the text: a construct then holds a range of
 * numbers, and "before", "inside" and "after" are comparisons.
 */
final class Numbering extends Rewriter {
  private int last;

  static Body apply(Body body) {
    return body.with(new Numbering().rewrite(body.block()));
  }

  @Override
  public Stmt await(Suspend.Await stmt) {
    return stmt.at(++last);
  }

  @Override
  public Stmt emit(Suspend.Emit stmt) {
    return stmt.at(++last);
  }

  @Override
  public Stmt ask(Suspend.Ask stmt) {
    return stmt.at(++last);
  }
}

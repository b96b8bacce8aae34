package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import java.util.ArrayList;
import java.util.List;

/** The fragments that stand directly in a statement, once nothing suspends inside an expression. */
final class Fragments {
  private Fragments() {}

  static List<Fragment> of(Stmt stmt) {
    List<Fragment> fragments = new ArrayList<>();
    if (stmt instanceof Stmt.Plain plain) {
      fragments.add(plain.code());
    } else if (stmt instanceof Suspend.Ask ask) {
      fragments.add(ask.first());
      fragments.add(ask.again());
    } else if (stmt instanceof Stmt.Switch choice) {
      choice.cases().forEach(group -> fragments.add(group.label()));
    }
    for (Expr expr : Parts.of(stmt).expressions()) {
      fragments.add(code(expr));
    }
    return fragments;
  }

  /** The text of an expression in which nothing suspends. */
  static Fragment code(Expr expr) {
    if (expr instanceof Expr.Pure pure) {
      return pure.code();
    }
    // Parts that the reader had taken apart for a suspension that a pass has moved elsewhere.
    return expr.accept(new Joined());
  }

  private static final class Joined implements Expr.Visitor<Fragment> {
    @Override
    public Fragment pure(Expr.Pure expr) {
      return expr.code();
    }

    @Override
    public Fragment combine(Expr.Combine expr) {
      List<Object> parts = new ArrayList<>();
      for (Expr.Part part : expr.parts()) {
        parts.add(
            part instanceof Expr.Part.Operand operand
                ? code(operand.value())
                : ((Expr.Part.Code) part).text());
      }
      return Fragment.of(parts.toArray());
    }

    @Override
    public Fragment shortCircuit(Expr.ShortCircuit expr) {
      String operator = expr.conjunction() ? " && " : " || ";
      return Fragment.of("(", code(expr.left()), operator, code(expr.right()), ")");
    }

    @Override
    public Fragment conditional(Expr.Conditional expr) {
      return Fragment.of(
          "(",
          code(expr.condition()),
          " ? ",
          code(expr.whenTrue()),
          " : ",
          code(expr.whenFalse()),
          ")");
    }

    @Override
    public Fragment await(Expr.Await expr) {
      throw new IllegalStateException("a suspension that was not spilled, line " + expr.line());
    }

    @Override
    public Fragment emit(Expr.Emit expr) {
      throw new IllegalStateException("a suspension that was not spilled, line " + expr.line());
    }

    @Override
    public Fragment sequence(Expr.Sequence expr) {
      throw new IllegalStateException("a sequence that was not spilled");
    }
  }
}

package dev.belay.processor.source;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Guards with a suspension inside (B18). They move into their case; where one is false, the switch
 * runs again, and the guards that were asked before are passed by.
 *
 * <pre>{@code
 * switch (o) { case A a when f(a) -> x(); case B b when await(g(b)) -> y(); default -> z(); }
 *
 * Object selected = o; int passed = 0; boolean again;
 * do {
 *   again = false;
 *   switch (selected) {
 *     case A a when passed < 1 && f(a) -> x();
 *     case B b when passed < 2 -> { if (!await(g(b))) { passed = 2; again = true; break; } y(); }
 *     default -> z();
 *   }
 * } while (again);
 * }</pre>
 */
final class Guards {
  private final BodyContext context;
  private final @Nullable Variable selected;
  private final Variable passed;
  private final Variable again;
  private int number;

  private Guards(BodyContext context, @Nullable Variable selected) {
    this.context = context;
    this.selected = selected;
    this.passed = context.fresh().temporary("passed", TypeText.INT);
    this.again = context.fresh().temporary("again", TypeText.BOOLEAN);
  }

  static Guards of(BodyContext context, TreePath path, List<? extends CaseTree> groups) {
    boolean suspends = false;
    for (CaseTree group : groups) {
      List<ExpressionTree> guards = CaseLabel.of(context, group).guards();
      suspends |= guards.stream().anyMatch(context.map()::suspends);
    }
    if (!suspends) {
      return new Guards(context, null);
    }
    TreePath selector = selector(path);
    TypeText type = context.typeText(context.type(selector), selector.getLeaf());
    return new Guards(context, context.fresh().temporary("selected", type));
  }

  /** What a switch, of either kind, chooses by. */
  static TreePath selector(TreePath path) {
    ExpressionTree selector =
        path.getLeaf() instanceof SwitchTree choice
            ? choice.getExpression()
            : ((SwitchExpressionTree) path.getLeaf()).getExpression();
    return new TreePath(path, selector);
  }

  /** The label of a case, without a guard that suspends. */
  Fragment label(TreePath path, CaseLabel label, @Nullable List<Variable> bindings) {
    int start = context.start(path.getLeaf());
    HiddenSwitches switches = new HiddenSwitches(context);
    boolean isPassed = selected != null && !label.guards().isEmpty();
    if (switches.isApart(path) || (isPassed && switches.asks(path))) {
      return apart(path, label, bindings);
    }
    if (!isPassed) {
      return FragmentReader.label(context, path, start, label.end(), bindings);
    }
    number++;
    ExpressionTree guard = label.guards().get(0);
    if (context.map().suspends(guard)) {
      Fragment patterns = FragmentReader.label(context, path, start, label.patterns(), bindings);
      return Fragment.of(patterns, " when ", isFirst());
    }
    Fragment head = FragmentReader.label(context, path, start, context.start(guard), bindings);
    Fragment condition =
        FragmentReader.label(context, path, context.start(guard), label.end(), bindings);
    return Fragment.of(head, isFirst(), " && (", condition, ")");
  }

  /** A label that is a test: nothing is asked of the object where the guard was asked before. */
  private Fragment apart(TreePath path, CaseLabel label, @Nullable List<Variable> bindings) {
    Fragment first = Fragment.EMPTY;
    if (selected != null && !label.guards().isEmpty()) {
      number++;
      first = Fragment.of(isFirst(), " && ");
    }
    Fragment test = new HiddenSwitches(context).test(path, bindings, first);
    if (label.guards().isEmpty() || context.map().suspends(label.guards().get(0))) {
      return Fragment.of("case ", test);
    }
    ExpressionTree guard = label.guards().get(0);
    Fragment condition =
        FragmentReader.label(context, path, context.start(guard), context.end(guard), bindings);
    return Fragment.of("case ", test, " && (", condition, ")");
  }

  /** Whether the guard was not asked before; a guard sees a copy of what is assigned. */
  private Fragment isFirst() {
    return Fragment.of(new Piece.Capture(passed), " < " + number);
  }

  /**
   * Whether a guard that suspends is false; null for a label without one. It is read before the
   * statements behind it, which see what it binds.
   */
  @Nullable Expr fails(ExpressionReader expressions, TreePath path, CaseLabel label) {
    if (label.guards().isEmpty() || !context.map().suspends(label.guards().get(0))) {
      return null;
    }
    return expressions.combine(
        TypeText.BOOLEAN,
        Fragment.text("!("),
        expressions.read(new TreePath(path, label.guards().get(0))),
        Fragment.text(")"));
  }

  /** The statements of a case, behind its guard. */
  Stmt.Block body(@Nullable Expr fails, CaseLabel label, Stmt.Block body, Target target) {
    if (fails == null) {
      return body;
    }
    int line = context.line(label.guards().get(0));
    Pure reached = Pure.of(Fragment.text(String.valueOf(number)), TypeText.INT);
    List<Stmt> statements = new ArrayList<>();
    statements.add(
        new Stmt.If(
            fails,
            Stmt.Block.of(
                new Stmt.Assign(passed, reached, line),
                new Stmt.Assign(again, Pure.TRUE, line),
                new Jump.Break(target)),
            null,
            line));
    statements.addAll(body.statements());
    return new Stmt.Block(statements);
  }

  /** The switch, run again as often as a guard fails. */
  Stmt around(Expr selector, Function<Expr, Stmt.Switch> choice, int line) {
    if (selected == null) {
      return choice.apply(selector);
    }
    Pure none = Pure.of(Fragment.text("0"), TypeText.INT);
    Pure no = Pure.of(Fragment.text("false"), TypeText.BOOLEAN);
    return Stmt.Block.of(
        Stmt.Declare.temporary(selected, selector),
        Stmt.Declare.temporary(passed, none),
        Stmt.Declare.temporary(again, no),
        new Stmt.Loop(
            context.fresh().target(null),
            List.of(),
            Pure.read(again),
            List.of(),
            Stmt.Block.of(new Stmt.Assign(again, no, line), choice.apply(Pure.read(selected))),
            false,
            line));
  }
}

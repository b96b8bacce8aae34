package dev.belay.processor.check.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Yields;
import dev.belay.processor.check.spi.RuleContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * How often the paths through a body yield. A state is the set of the numbers of yields that are
 * possible at a place (none, one, more), as bits; the empty set is a place that is not reached.
 */
public final class YieldPaths {
  private static final int NONE = 1;
  private static final int ONE = 2;
  private static final int MORE = 4;

  /** A statement that can be left by a jump. */
  private static final class Target {
    final @Nullable String label;
    final boolean isLoop;
    final boolean isSwitch;
    int breaks;
    int continues;

    Target(@Nullable String label, boolean isLoop, boolean isSwitch) {
      this.label = label;
      this.isLoop = isLoop;
      this.isSwitch = isSwitch;
    }
  }

  private final RuleContext context;
  private final Set<MethodInvocationTree> again = new LinkedHashSet<>();
  private final Deque<Target> targets = new ArrayDeque<>();
  private int returns;

  /** What an exception inside the innermost try block may have before it. */
  private int thrown;

  private YieldPaths(RuleContext context) {
    this.context = context;
  }

  /** Follows every path through a body. */
  public static YieldPaths of(BlockTree body, RuleContext context) {
    YieldPaths paths = new YieldPaths(context);
    int end = paths.run(body, NONE, null); // before `returns` is read, which it adds to
    paths.returns |= end;
    return paths;
  }

  /** The yields that may come after another one. */
  public List<MethodInvocationTree> again() {
    return List.copyOf(again);
  }

  /** Whether the body can end, without an exception, and has not yielded. */
  public boolean canEndWithout() {
    return (returns & NONE) != 0;
  }

  private int run(@Nullable StatementTree statement, int in, @Nullable String label) {
    if (statement == null || in == 0) {
      return in;
    } else if (statement instanceof BlockTree block) {
      return runAll(block.getStatements(), in);
    } else if (statement instanceof IfTree tree) {
      int condition = evaluate(tree.getCondition(), in);
      int then = isLiteral(tree.getCondition(), false) ? 0 : condition;
      int otherwise = isLiteral(tree.getCondition(), true) ? 0 : condition;
      return run(tree.getThenStatement(), then, null)
          | run(tree.getElseStatement(), otherwise, null);
    } else if (statement instanceof LabeledStatementTree tree) {
      return labeled(tree, in);
    } else if (statement instanceof WhileLoopTree tree) {
      return loop(
          tree.getStatement(), tree.getCondition(), evaluate(tree.getCondition(), in), label);
    } else if (statement instanceof DoWhileLoopTree tree) {
      return doWhile(tree, in, label);
    } else if (statement instanceof ForLoopTree tree) {
      return loop(
          tree.getStatement(), tree.getCondition(), runAll(tree.getInitializer(), in), label);
    } else if (statement instanceof EnhancedForLoopTree tree) {
      int start = evaluate(tree.getExpression(), in);
      return loop(tree.getStatement(), tree.getExpression(), start, label);
    } else if (statement instanceof SwitchTree tree) {
      return runSwitch(tree, in, label);
    } else if (statement instanceof TryTree tree) {
      return runTry(tree, in);
    } else if (statement instanceof SynchronizedTree tree) {
      return run(tree.getBlock(), evaluate(tree.getExpression(), in), null);
    }
    return leave(statement, evaluate(statement, in));
  }

  private int runAll(List<? extends StatementTree> statements, int in) {
    int state = in;
    for (StatementTree statement : statements) {
      state = run(statement, state, null);
    }
    return state;
  }

  /** Jumps, and statements without structure. */
  private int leave(StatementTree statement, int state) {
    if (statement instanceof ReturnTree) {
      returns |= state;
      return 0;
    } else if (statement instanceof ThrowTree) {
      return 0;
    } else if (statement instanceof BreakTree jump) {
      for (Target target : targets) {
        if (jump.getLabel() == null
            ? target.isLoop || target.isSwitch
            : jump.getLabel().contentEquals(String.valueOf(target.label))) {
          target.breaks |= state;
          return 0;
        }
      }
      return 0;
    } else if (statement instanceof ContinueTree jump) {
      for (Target target : targets) {
        if (target.isLoop
            && (jump.getLabel() == null
                || jump.getLabel().contentEquals(String.valueOf(target.label)))) {
          target.continues |= state;
          return 0;
        }
      }
      return 0;
    }
    return state;
  }

  /** The yields in a tree without control flow of its own, one after the other. */
  private int evaluate(@Nullable Tree tree, int in) {
    int state = in;
    List<MethodInvocationTree> yields = Yields.in(tree, context);
    if (yields.isEmpty() || yields.get(0).getArguments().stream().anyMatch(this::canThrow)) {
      thrown |= in;
    }
    for (MethodInvocationTree yield : yields) {
      if ((state & (ONE | MORE)) != 0) {
        again.add(yield);
      }
      state = ((state & NONE) != 0 ? ONE : 0) | ((state & (ONE | MORE)) != 0 ? MORE : 0);
    }
    thrown |= state;
    return state;
  }

  private boolean canThrow(ExpressionTree argument) {
    return Calls.variable(context, argument) == null && !(argument instanceof LiteralTree);
  }

  private int labeled(LabeledStatementTree tree, int in) {
    String label = tree.getLabel().toString();
    Target target = new Target(label, false, false);
    targets.push(target);
    int out = run(tree.getStatement(), in, label);
    targets.pop();
    return out | target.breaks;
  }

  /** The body may run any number of times: three turns find every state there is. */
  private int loop(
      StatementTree body, @Nullable ExpressionTree condition, int in, @Nullable String label) {
    Target target = new Target(label, true, false);
    boolean isEndless = condition == null || isLiteral(condition, true);
    int start = in;
    targets.push(target);
    for (int turn = 0; turn < 3; turn++) {
      start |= run(body, start, null) | target.continues;
    }
    targets.pop();
    return (isEndless ? 0 : start) | target.breaks;
  }

  private int doWhile(DoWhileLoopTree tree, int in, @Nullable String label) {
    Target target = new Target(label, true, false);
    int start = in;
    int out = 0;
    targets.push(target);
    for (int turn = 0; turn < 3; turn++) {
      out = evaluate(tree.getCondition(), run(tree.getStatement(), start, null) | target.continues);
      if (!isLiteral(tree.getCondition(), false)) {
        start |= out;
      }
    }
    targets.pop();
    return (isLiteral(tree.getCondition(), true) ? 0 : out) | target.breaks;
  }

  private int runSwitch(SwitchTree tree, int in, @Nullable String label) {
    int selected = evaluate(tree.getExpression(), in);
    Target target = new Target(label, false, true);
    targets.push(target);
    int fallen = 0;
    int out = 0;
    for (CaseTree each : tree.getCases()) {
      if (each.getCaseKind() == CaseTree.CaseKind.RULE) {
        out |=
            each.getBody() instanceof StatementTree statement
                ? run(statement, selected, null)
                : evaluate(each.getBody(), selected);
      } else {
        fallen = runAll(each.getStatements(), selected | fallen);
      }
    }
    targets.pop();
    return out | fallen | target.breaks | (isExhaustive(tree) ? 0 : selected);
  }

  private boolean isExhaustive(SwitchTree tree) {
    int labels = 0;
    for (CaseTree each : tree.getCases()) {
      if (each.getExpressions().isEmpty()) {
        return true; // a default, or patterns, which must be exhaustive
      }
      labels += each.getExpressions().size();
    }
    Set<Element> constants = new HashSet<>();
    if (context.type(Calls.strip(tree.getExpression())) instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type) {
      type.getEnclosedElements().stream()
          .filter(it -> it.getKind() == ElementKind.ENUM_CONSTANT)
          .forEach(constants::add);
    }
    return !constants.isEmpty() && labels == constants.size();
  }

  private int runTry(TryTree tree, int in) {
    int outer = thrown;
    thrown = 0;
    int state = in;
    for (Tree resource : tree.getResources()) {
      state = evaluate(resource, state);
    }
    int out = run(tree.getBlock(), state, null);
    int caught = thrown;
    thrown = outer | (tree.getCatches().isEmpty() ? caught : 0);
    for (CatchTree each : tree.getCatches()) {
      out |= run(each.getBlock(), caught, null);
    }
    thrown |= caught; // what no catch block takes
    return run(tree.getFinallyBlock(), out, null);
  }

  private static boolean isLiteral(@Nullable ExpressionTree condition, boolean value) {
    return condition != null
        && Calls.strip(condition) instanceof LiteralTree literal
        && literal.getValue() instanceof Boolean is
        && is == value;
  }
}

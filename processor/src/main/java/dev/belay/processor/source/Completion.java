package dev.belay.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a statement can complete normally, as Java decides it (JLS 14.22). */
final class Completion {
  private final BodyContext context;

  Completion(BodyContext context) {
    this.context = context;
  }

  boolean completes(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ThrowTree
        || tree instanceof ReturnTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree) {
      return false;
    }
    if (tree instanceof BlockTree block) {
      return all(path, block.getStatements());
    }
    if (tree instanceof LabeledStatementTree labeled) {
      return completes(new TreePath(path, labeled.getStatement())) || isLeft(tree);
    }
    if (tree instanceof IfTree branch) {
      return branch.getElseStatement() == null
          || completes(new TreePath(path, branch.getThenStatement()))
          || completes(new TreePath(path, branch.getElseStatement()));
    }
    if (tree instanceof WhileLoopTree loop) {
      return !isTrue(path, loop.getCondition()) || isLeft(tree);
    }
    if (tree instanceof ForLoopTree loop) {
      return (loop.getCondition() != null && !isTrue(path, loop.getCondition())) || isLeft(tree);
    }
    if (tree instanceof DoWhileLoopTree loop) {
      TreePath body = new TreePath(path, loop.getStatement());
      boolean tested = completes(body) || isReached(context.map().continues(tree));
      return isLeft(tree) || (tested && !isTrue(path, loop.getCondition()));
    }
    if (tree instanceof SynchronizedTree synced) {
      return completes(new TreePath(path, synced.getBlock()));
    }
    if (tree instanceof TryTree attempt) {
      return completes(path, attempt);
    }
    return !(tree instanceof SwitchTree choice) || completes(path, choice);
  }

  /** The same for the statements behind a label of the old form. */
  boolean completesGroup(TreePath path) {
    return all(path, ((CaseTree) path.getLeaf()).getStatements());
  }

  private boolean completes(TreePath path, TryTree attempt) {
    if (attempt.getFinallyBlock() != null
        && !completes(new TreePath(path, attempt.getFinallyBlock()))) {
      return false;
    }
    if (completes(new TreePath(path, attempt.getBlock()))) {
      return true;
    }
    for (CatchTree clause : attempt.getCatches()) {
      if (completes(new TreePath(new TreePath(path, clause), clause.getBlock()))) {
        return true;
      }
    }
    return false;
  }

  private boolean completes(TreePath path, SwitchTree choice) {
    if (isLeft(choice) || choice.getCases().isEmpty()) {
      return true;
    }
    boolean covered = false;
    boolean last = true;
    for (CaseTree group : choice.getCases()) {
      TreePath at = new TreePath(path, group);
      CaseLabel label = CaseLabel.of(context, group);
      covered |= label.isDefault() || label.hasPattern();
      if (group.getCaseKind() == CaseTree.CaseKind.RULE) {
        Tree body = group.getBody();
        if (!(body instanceof StatementTree) || completes(new TreePath(at, body))) {
          return true;
        }
        last = false;
      } else {
        last = all(at, group.getStatements());
      }
    }
    return last || !covered;
  }

  private boolean all(TreePath path, @Nullable List<? extends StatementTree> statements) {
    if (statements == null || statements.isEmpty()) {
      return true;
    }
    return completes(new TreePath(path, statements.get(statements.size() - 1)));
  }

  /** Whether a {@code break} leaves the statement. */
  private boolean isLeft(Tree statement) {
    return isReached(context.map().breaks(statement));
  }

  /** Whether one of the jumps is not stopped by a {@code finally} block on its way. */
  private boolean isReached(List<JumpPath> jumps) {
    return jumps.stream().anyMatch(jump -> jump.finallyBlocks().stream().allMatch(this::completes));
  }

  private boolean isTrue(TreePath path, ExpressionTree condition) {
    return Boolean.TRUE.equals(new Constants(context).value(new TreePath(path, condition)));
  }
}

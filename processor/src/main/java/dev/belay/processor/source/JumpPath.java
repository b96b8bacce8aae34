package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;

/**
 * The way of a {@code break} or {@code continue}.
 *
 * @param finallyBlocks the {@code finally} blocks that run on the way, the innermost first
 */
record JumpPath(List<TreePath> finallyBlocks) {

  /** From the jump to the statement that it leaves or goes on with. */
  static JumpPath of(TreePath jump, Tree target) {
    List<TreePath> blocks = new ArrayList<>();
    TreePath from = jump;
    for (TreePath up = jump; up.getLeaf() != target; up = up.getParentPath()) {
      if (up.getLeaf() instanceof TryTree attempt
          && attempt.getFinallyBlock() != null
          && attempt.getFinallyBlock() != from.getLeaf()) {
        blocks.add(new TreePath(up, attempt.getFinallyBlock()));
      }
      from = up;
    }
    return new JumpPath(List.copyOf(blocks));
  }
}

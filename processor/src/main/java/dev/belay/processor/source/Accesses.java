package dev.belay.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Piece.Access;
import dev.belay.processor.lower.ir.Variable;

/** What an expression does to the variable that is named in it. */
final class Accesses {
  private Accesses() {}

  /** A variable that is accessed; one that holds the place which is assigned is only read. */
  static Piece.Use use(Variable variable, Access access) {
    return new Piece.Use(variable, variable.type().seen().isPlace() ? Access.READ : access);
  }

  /** The access of the name that {@code path} leads to. */
  static Access of(TreePath path) {
    Tree child = path.getLeaf();
    TreePath up = path.getParentPath();
    while (up.getLeaf() instanceof ParenthesizedTree) {
      child = up.getLeaf();
      up = up.getParentPath();
    }
    if (up.getLeaf() instanceof AssignmentTree tree && tree.getVariable() == child) {
      return Access.WRITE;
    }
    if (up.getLeaf() instanceof CompoundAssignmentTree tree && tree.getVariable() == child) {
      return Access.UPDATE;
    }
    return up.getLeaf() instanceof UnaryTree tree && Operators.isUpdate(tree.getKind())
        ? Access.UPDATE
        : Access.READ;
  }
}

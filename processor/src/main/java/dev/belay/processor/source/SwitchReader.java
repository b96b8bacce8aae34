package dev.belay.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code switch} statements of both forms. */
final class SwitchReader {
  private final BodyContext context;
  private final StatementReader statements;
  private final ExpressionReader expressions;

  SwitchReader(BodyContext context, StatementReader statements, ExpressionReader expressions) {
    this.context = context;
    this.statements = statements;
    this.expressions = expressions;
  }

  Stmt read(TreePath path, SwitchTree tree, @Nullable String label) {
    Expr selector = expressions.head(path, tree.getExpression());
    List<Stmt.Case> cases = new ArrayList<>();
    boolean arrows = false;
    for (CaseTree group : tree.getCases()) {
      TreePath at = new TreePath(path, group);
      arrows = group.getCaseKind() == CaseTree.CaseKind.RULE;
      Fragment labelText = label(at, group);
      cases.add(new Stmt.Case(labelText, isDefault(group), body(at, group)));
    }
    return new Stmt.Switch(
        context.target(tree, label), selector, cases, arrows, context.line(tree));
  }

  private Stmt.Block body(TreePath path, CaseTree group) {
    if (group.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
      return statements.block(path, group.getStatements());
    }
    Tree body = group.getBody();
    if (body instanceof BlockTree block) {
      return statements.block(new TreePath(path, block), block.getStatements());
    }
    TreePath at = new TreePath(path, body);
    if (body instanceof StatementTree) {
      return Stmt.Block.of(statements.read(at));
    }
    Expr value = expressions.read(at);
    return Stmt.Block.of(new Stmt.Evaluate(value, context.line(body)));
  }

  private boolean isDefault(CaseTree group) {
    Label label = Label.of(context, group);
    return context.source().startsWith("default", context.start(group)) || label.hasDefault();
  }

  private Fragment label(TreePath path, CaseTree group) {
    int start = context.start(group);
    if (context.source().startsWith("default", start)) {
      return Fragment.text("default");
    }
    int end = Label.of(context, group).end();
    if (Label.of(context, group).hasPattern() && !context.map().isPlain(group)) {
      context.unsupported(
          group,
          "a pattern in a switch that suspends",
          "this version does not take it apart",
          "use if and instanceof");
    }
    return FragmentReader.read(context, path, start, end);
  }

  /**
   * Where the labels of a case end. JDK 21's label trees are newer than this code, so they are
   * found as whatever stands before the body.
   */
  private record Label(int end, boolean hasDefault, boolean hasPattern) {
    static Label of(BodyContext context, CaseTree group) {
      List<Tree> children = new ArrayList<>();
      new TreePathScanner<Void, @Nullable Void>() {
        @Override
        public Void scan(Tree tree, @Nullable Void unused) {
          if (tree != null) {
            children.add(tree);
          }
          return null;
        }
      }.visitCase(group, null);
      int end = context.start(group);
      boolean hasDefault = false;
      boolean hasPattern = false;
      for (Tree child : children) {
        if (child == group.getBody()
            || (child instanceof StatementTree statement
                && group.getStatements() != null
                && group.getStatements().contains(statement))) {
          continue;
        }
        end = Math.max(end, context.end(child));
        String kind = child.getKind().name();
        hasDefault |= kind.startsWith("DEFAULT_CASE");
        hasPattern |= kind.contains("PATTERN") || isGuard(child, group);
      }
      return new Label(end, hasDefault, hasPattern);
    }

    private static boolean isGuard(Tree child, CaseTree group) {
      return child instanceof ExpressionTree expression
          && !group.getExpressions().contains(expression);
    }
  }
}

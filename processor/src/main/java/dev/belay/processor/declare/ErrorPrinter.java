package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.belay.processor.report.Finding;
import java.util.List;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints findings at the tokens of the outer compilation's trees. */
final class ErrorPrinter {
  private final Trees trees;

  ErrorPrinter(Trees trees) {
    this.trees = trees;
  }

  /** Prints a finding at a token, whatever its span says. */
  void print(CompilationUnitTree unit, Tree token, Finding finding) {
    trees.printMessage(Diagnostic.Kind.ERROR, finding.text(), token, unit);
  }

  void print(TreePath template, List<Finding> findings) {
    for (Finding finding : findings) {
      Tree token = token(template, finding.span().start());
      print(template.getCompilationUnit(), token, finding);
    }
  }

  /**
   * The innermost tree that starts at a position. The command line's javac keeps no end positions,
   * so the start has to do.
   */
  private Tree token(TreePath template, long start) {
    SourcePositions positions = trees.getSourcePositions();
    CompilationUnitTree unit = template.getCompilationUnit();
    Tree[] found = {template.getLeaf()};
    if (start < 0) {
      return found[0];
    }
    new TreeScanner<Void, @Nullable Void>() {
      @Override
      public Void scan(Tree tree, @Nullable Void unused) {
        if (tree != null && positions.getStartPosition(unit, tree) == start) {
          found[0] = tree;
        }
        return super.scan(tree, unused);
      }

      @Override
      public Void visitMethod(MethodTree tree, @Nullable Void unused) {
        // Modifiers start where the method does; the method's own position is its name.
        Void result = super.visitMethod(tree, unused);
        if (positions.getStartPosition(unit, tree) == start) {
          found[0] = tree;
        }
        return result;
      }
    }.scan(template.getLeaf(), null);
    return found[0];
  }
}

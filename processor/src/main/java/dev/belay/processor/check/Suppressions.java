package dev.belay.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;

/** Reads {@code @SuppressWarnings} on the declarations around a place. */
final class Suppressions {
  private Suppressions() {}

  /** Whether a declaration around a tree, or the tree itself, silences a rule. */
  static boolean silence(Trees trees, TreePath path, String rule) {
    for (TreePath up = path; up != null; up = up.getParentPath()) {
      if (isDeclaration(up.getLeaf())) {
        Element element = trees.getElement(up);
        if (element != null && names(element, rule)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDeclaration(Tree tree) {
    return tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
  }

  private static boolean names(Element element, String rule) {
    SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
    if (suppressed != null) {
      for (String name : suppressed.value()) {
        if (name.equals(rule) || name.equals("all")) {
          return true;
        }
      }
    }
    return false;
  }
}

package dev.belay.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.util.Set;
import java.util.stream.Stream;
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
    try {
      return suppressed != null
          && Stream.of(suppressed.value()).anyMatch(Set.of(rule, "all")::contains);
    } catch (AnnotationTypeMismatchException e) {
      return false; // what stands there is no string, as javac says
    }
  }
}

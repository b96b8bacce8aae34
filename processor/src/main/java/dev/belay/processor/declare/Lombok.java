package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of Lombok, which is a processor and yet does what none may do: it changes
 * the trees of classes after others have seen them, and has the compiler do further rounds.
 */
final class Lombok {
  private static final String PROCESSOR = "lombok/launch/AnnotationProcessorHider.class";

  private Lombok() {}

  /**
   * The units that Lombok may change.
   *
   * @param loader that of any processor: javac loads all with one
   * @param roots what is being compiled
   */
  static Set<CompilationUnitTree> units(
      @Nullable ClassLoader loader, Trees trees, Collection<? extends Element> roots) {
    if (loader == null || loader.getResource(PROCESSOR) == null) {
      return Set.of();
    }
    return roots.stream()
        .map(trees::getPath)
        .filter(path -> path != null)
        .map(TreePath::getCompilationUnit)
        .distinct()
        .filter(Lombok::isMentioned)
        .collect(Collectors.toSet());
  }

  /** Looks at the text: where Lombok has been, the tree has no trace of its annotations. */
  private static boolean isMentioned(CompilationUnitTree unit) {
    try {
      return unit.getSourceFile().getCharContent(true).toString().contains("lombok");
    } catch (IOException e) {
      return false;
    }
  }
}

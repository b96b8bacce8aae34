package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Runs an {@link Attribution} over the root units of each round, and hands it to a test. */
final class AttributingProcessor extends AbstractProcessor {

  /** What a test does with an attribution. */
  interface Action {
    void accept(Attribution attribution, Map<String, CompilationUnitTree> units) throws Exception;
  }

  private final Map<String, String> stubs;
  private final Set<String> roots;
  private final Action action;

  /**
   * @param roots simple names of the source files to attribute
   * @param action gets the units by these names
   */
  AttributingProcessor(Set<String> roots, Map<String, String> stubs, Action action) {
    this.roots = roots;
    this.stubs = stubs;
    this.action = action;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Trees trees = Trees.instance(processingEnv);
    Map<String, CompilationUnitTree> units = new java.util.LinkedHashMap<>();
    for (Element element : round.getRootElements()) {
      TreePath path = trees.getPath(element);
      if (path == null) {
        continue;
      }
      String file = path.getCompilationUnit().getSourceFile().getName();
      String name = file.replaceAll(".*[/\\\\]", "").replace(".java", "");
      if (roots.contains(name)) {
        units.put(name, path.getCompilationUnit());
      }
    }
    if (units.isEmpty()) {
      return false;
    }
    try {
      action.accept(
          Attribution.run(processingEnv, new LinkedHashSet<>(units.values()), stubs), units);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return false;
  }
}

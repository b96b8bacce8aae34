package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Attributes some of the sources, in the first round or in the one that a test asks for, and keeps
 * what a test may look at.
 */
final class AttributingProcessor extends AbstractProcessor {

  /** What a test looks at while the attribution is good. */
  interface Look {
    void at(Attribution attribution, List<CompilationUnitTree> units) throws Exception;
  }

  private final List<String> roots;
  private final Map<String, String> stubs;
  private final int round;
  private final Look look;
  private final Set<String> rootTypes = new TreeSet<>();
  private boolean isThorough;
  private int rounds;

  /**
   * @param round the first is 1
   * @param roots types whose source files to attribute
   */
  AttributingProcessor(int round, List<String> roots, Map<String, String> stubs, Look look) {
    this.round = round;
    this.roots = roots;
    this.stubs = stubs;
    this.look = look;
  }

  static AttributingProcessor of(String root, Look look) {
    return new AttributingProcessor(1, List.of(root), Map.of(), look);
  }

  /** Keeps the types of the local variables of one source file, and its errors. */
  static AttributingProcessor of(String root, Bodies bodies) {
    return of(root, bodies::read);
  }

  /** Asks the outer compiler for whole packages, or only for what it needs. */
  AttributingProcessor thorough(boolean isNow) {
    isThorough = isNow;
    return this;
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
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    for (TypeElement type : ElementFilter.typesIn(environment.getRootElements())) {
      rootTypes.add(type.getQualifiedName().toString());
    }
    if (++rounds == round) {
      List<CompilationUnitTree> units = roots.stream().map(this::unitOf).toList();
      try {
        look.at(
            isThorough
                ? Attribution.run(processingEnv, units, stubs)
                : Attribution.run(processingEnv, units, stubs, rootTypes),
            units);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return false;
  }

  /** Trees of an earlier round are out of date: the type leads to the one of this round. */
  private CompilationUnitTree unitOf(String root) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(root);
    return Trees.instance(processingEnv).getPath(type).getCompilationUnit();
  }
}

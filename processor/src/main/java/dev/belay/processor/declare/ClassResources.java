package dev.belay.processor.declare;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.AsyncResource;
import dev.belay.processor.model.ResourceScope;
import dev.belay.processor.model.ScopeModeler;
import dev.belay.processor.model.Template;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Span;
import java.lang.annotation.AnnotationTypeMismatchException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Makes candidates of classes that are annotated as resources. */
final class ClassResources {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final ErrorPrinter printer;

  ClassResources(ProcessingEnvironment environment, Trees trees, ErrorPrinter printer) {
    this.environment = environment;
    this.trees = trees;
    this.printer = printer;
  }

  /** Whether every type, and every constant, in what the scope is made of exists. */
  static boolean isComplete(TypeElement type) {
    AsyncResource names = type.getAnnotation(AsyncResource.class);
    try {
      return isComplete(type, new HashSet<>(List.of(names.open(), names.close())));
    } catch (AnnotationTypeMismatchException e) {
      return false; // what stands there is no string, or none yet
    }
  }

  private static boolean isComplete(TypeElement type, Set<String> names) {
    return type.getEnclosedElements().stream()
        .filter(
            each ->
                ElementFilter.constructorsIn(List.of(each)).size() == 1
                    || names.contains(each.getSimpleName().toString()))
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .allMatch(Signatures::isComplete);
  }

  /**
   * A class, with its errors printed.
   *
   * @param quiet whether they have been printed in an earlier round
   * @return empty if the parser lost its source, and has said so
   */
  Optional<Candidate> candidate(TypeElement type, boolean quiet) {
    TreePath path = trees.getPath(type);
    boolean isNamed =
        Signatures.isNamed(type)
            && type.getEnclosedElements().stream()
                .filter(ExecutableElement.class::isInstance)
                .allMatch(Signatures::isNamed);
    if (path == null || !isNamed) {
      return Optional.empty();
    }
    ResourceClass found = ResourceClassValidator.validate(environment, type, path);
    if (!quiet) {
      for (ResourceClass.Problem problem : found.problems()) {
        Finding finding = new Finding(problem.message(), problem.arguments(), new Span(-1, -1));
        printer.print(path.getCompilationUnit(), problem.token(), finding);
      }
    }
    ResourceScope scope =
        ScopeModeler.model(environment, type, found.constructors(), found.open(), found.close());
    List<Candidate.Method> templates = new ArrayList<>();
    add(found.open(), scope.entry().flatMap(ResourceScope.Entry::template), templates);
    add(found.close(), scope.exit().flatMap(ResourceScope.Exit::template), templates);
    return Optional.of(new Candidate(type, path, scope, templates, found.problems().isEmpty()));
  }

  private void add(
      @Nullable Element method, Optional<Template> template, List<Candidate.Method> templates) {
    TreePath path = method == null ? null : trees.getPath(method);
    if (method instanceof ExecutableElement element && path != null && template.isPresent()) {
      templates.add(new Candidate.Method(element, path, template.get()));
    }
  }
}
